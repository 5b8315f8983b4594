package org.nullcline.figures;

import org.jfree.data.xy.AbstractXYDataset;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Area;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;

/**
 * A layer for JFreeChart. Its renderer draws all of it at the first item, so more than one is not announced: JFreeChart would
 * call the renderer a million times for a million points.
 */
final class LayerDataset extends AbstractXYDataset {

	private static final long serialVersionUID = 1L;

	private final transient Figure.Layer layer;

	LayerDataset(Figure.Layer layer) {
		this.layer = layer;
	}

	@Override
	public int getSeriesCount() {
		return 1;
	}

	@Override
	public Comparable<?> getSeriesKey(int series) {
		return layer.name();
	}

	@Override
	public int getItemCount(int series) {
		int count = switch (layer) {
		case Points points -> points.x().length;
		case Line line -> line.x().length;
		case Area area -> area.x().length;
		case Grid grid -> grid.rows().size() * grid.columns().size();
		};
		return Math.min(1, count);
	}

	@Override
	public Number getX(int series, int item) {
		return switch (layer) {
		case Points points -> points.x()[item];
		case Line line -> line.x()[item];
		case Area area -> area.x()[item];
		case Grid grid -> item % grid.columns().size();
		};
	}

	@Override
	public Number getY(int series, int item) {
		return switch (layer) {
		case Points points -> points.y()[item];
		case Line line -> line.y()[item];
		case Area area -> area.y()[item];
		case Grid grid -> item / grid.columns().size();
		};
	}
}
