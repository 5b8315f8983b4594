package org.nullcline.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.nullcline.figures.SvgGraphics.Cell;

/** The colour scale of a grid, at the right of the plot and exactly as high. JFreeChart's is as high as the whole chart. */
final class ColorBar implements Serializable {

	private static final long serialVersionUID = 1L;
	private static final double GAP = 14;
	private static final double WIDTH = 16;
	private static final int STEPS = 64;

	private final ColorScale scale;
	private final NumberAxis axis;

	ColorBar(ColorScale scale, NumberAxis axis) {
		this.scale = scale;
		this.axis = axis;
		axis.setRange(scale.getLowerBound(), scale.getUpperBound());
	}

	/** The room it takes beside the plot. */
	double width(Graphics2D g2, Rectangle2D plotArea) {
		return GAP + WIDTH + axis.reserveSpace(g2, null, plotArea, RectangleEdge.RIGHT, null).getRight();
	}

	void draw(Graphics2D g2, Rectangle2D plotArea, Rectangle2D dataArea) {
		List<Cell> cells = new ArrayList<>();
		double left = dataArea.getMaxX() + GAP;
		double step = dataArea.getHeight() / STEPS;
		double pixel = 1 / Surface.scale(g2);
		for (int i = 0; i < STEPS; i++) {
			double value = scale.getLowerBound() + (i + 0.5) / STEPS * (scale.getUpperBound() - scale.getLowerBound());
			double top = GridRenderer.snapped(dataArea.getMaxY() - (i + 1) * step, pixel);
			double bottom = GridRenderer.snapped(dataArea.getMaxY() - i * step, pixel);
			cells.add(new Cell(new Rectangle2D.Double(left, top, WIDTH, bottom - top), scale.color(value)));
		}
		GridRenderer.fill(g2, cells);
		axis.draw(g2, left + WIDTH, plotArea, dataArea, RectangleEdge.RIGHT, null);
	}
}
