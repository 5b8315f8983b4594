package org.nullcline.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.nullcline.core.figure.Figure;

/** A figure of three dimensions as it looks from somewhere. */
public final class SpatialDrawing implements Drawing {

	private final SpatialFigure space;
	private final Rotation rotation;
	private final AxisBox box;
	/** Made when it is drawn first, in the background. */
	private Figure projected;

	public SpatialDrawing(SpatialFigure space, Rotation rotation) {
		this(space, rotation, AxisBox.around(space));
	}

	private SpatialDrawing(SpatialFigure space, Rotation rotation, AxisBox box) {
		this.space = space;
		this.rotation = rotation;
		this.box = box;
	}

	/** The same from elsewhere. */
	public SpatialDrawing from(Rotation elsewhere) {
		return new SpatialDrawing(space, elsewhere, box);
	}

	public Rotation rotation() {
		return rotation;
	}

	public SpatialFigure space() {
		return space;
	}

	@Override
	public String id() {
		return space.id();
	}

	@Override
	public String title() {
		return space.title();
	}

	@Override
	public synchronized Figure figure() {
		if (projected == null) {
			List<Figure.Layer> layers = new ArrayList<>(List.of(box.backEdges(rotation)));
			space.layers().forEach(layer -> layers.add(projected(layer)));
			projected = new Figure(space.id(), space.title(), space.caption(), "", "", true, layers);
		}
		return projected;
	}

	private Figure.Layer projected(SpatialFigure.Layer layer) {
		double[] x = Rotation.along(rotation.right(), layer.x(), layer.y(), layer.z());
		double[] y = Rotation.along(rotation.up(), layer.x(), layer.y(), layer.z());
		return switch (layer) {
		case SpatialFigure.Points points -> new Figure.Points(points.name(), x, y, points.hue(), points.marker(),
				points.labels());
		case SpatialFigure.Line line -> new Figure.Line(line.name(), x, y, line.hue(), line.thin());
		};
	}

	@Override
	public int frameLayers() {
		return 1;
	}

	/** The same for every direction, so that nothing jumps while the figure is turned. */
	@Override
	public Optional<Viewport> home() {
		return Optional.of(box.viewport(rotation));
	}

	@Override
	public String csv() {
		return FigureCsv.write(space);
	}

	@Override
	public long size() {
		return space.layers().stream().mapToLong(layer -> 3L * layer.x().length).sum();
	}

	AxisBox box() {
		return box;
	}
}
