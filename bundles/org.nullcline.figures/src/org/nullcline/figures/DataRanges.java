package org.nullcline.figures;

import org.jfree.data.Range;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Area;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;

/** What the axes and the colour scale of a figure must cover; numbers that are not finite do not count. */
final class DataRanges {

	private static final double MARGIN = 0.04;
	/** Axes beyond this would overflow when their length is computed; data beyond it lie outside of the drawing. */
	private static final double LARGEST = 1e299;

	private double left = Double.POSITIVE_INFINITY;
	private double right = Double.NEGATIVE_INFINITY;
	private double bottom = Double.POSITIVE_INFINITY;
	private double top = Double.NEGATIVE_INFINITY;
	private double lowest = Double.POSITIVE_INFINITY;
	private double highest = Double.NEGATIVE_INFINITY;
	private boolean grid;
	private boolean marks;

	DataRanges(Figure figure) {
		for (Figure.Layer layer : figure.layers()) {
			switch (layer) {
			case Points points -> include(points.x(), points.y());
			case Line line -> include(line.x(), line.y());
			case Area area -> include(area.x(), area.y());
			case Grid cells -> include(cells);
			}
		}
	}

	/** The plane, with a margin around marks and none around grids. */
	Viewport viewport() {
		Range x = cover(left, right, grid ? 0 : MARGIN);
		Range y = cover(bottom, top, grid ? 0 : MARGIN);
		return new Viewport(x.getLowerBound(), x.getUpperBound(), y.getLowerBound(), y.getUpperBound());
	}

	/**
	 * The values of all grids. Amounts that come near zero are shown from zero on; else a smallest value would look like none,
	 * and matrices of different sizes of effect alike.
	 */
	Range values() {
		return cover(lowest >= 0 && lowest < highest / 2 ? 0 : lowest, highest, 0);
	}

	/** Whether grids hold negative and positive values. */
	boolean hasBothSigns() {
		return lowest < 0 && highest > 0;
	}

	boolean hasGrid() {
		return grid;
	}

	boolean hasMarks() {
		return marks;
	}

	/** In local variables and by comparisons, which are several times as fast as Math.min, for a million points at each painting. */
	private void include(double[] x, double[] y) {
		double smallestX = left;
		double largestX = right;
		double smallestY = bottom;
		double largestY = top;
		boolean any = false;
		for (int i = 0; i < x.length; i++) {
			double atX = x[i];
			double atY = y[i];
			// Zero times a number that is not finite is not zero.
			if (0 * atX + 0 * atY == 0) {
				any = true;
				if (atX < smallestX) {
					smallestX = atX;
				}
				if (atX > largestX) {
					largestX = atX;
				}
				if (atY < smallestY) {
					smallestY = atY;
				}
				if (atY > largestY) {
					largestY = atY;
				}
			}
		}
		left = smallestX;
		right = largestX;
		bottom = smallestY;
		top = largestY;
		marks |= any;
	}

	private void include(Grid cells) {
		if (cells.rows().isEmpty() || cells.columns().isEmpty()) {
			return;
		}
		grid = true;
		left = Math.min(left, -0.5);
		right = Math.max(right, cells.columns().size() - 0.5);
		bottom = Math.min(bottom, -0.5);
		top = Math.max(top, cells.rows().size() - 0.5);
		for (double[] row : cells.values()) {
			for (double value : row) {
				if (Double.isFinite(value)) {
					lowest = Math.min(lowest, value);
					highest = Math.max(highest, value);
				}
			}
		}
	}

	private static Range cover(double low, double high, double margin) {
		if (low > high) {
			return new Range(0, 1);
		}
		double from = Math.clamp(low, -LARGEST, LARGEST);
		double to = Math.clamp(high, -LARGEST, LARGEST);
		double size = Math.max(Math.abs(from), Math.abs(to));
		if (to - from <= 1e-9 * size || to - from < 1e-290) {
			// All values are (nearly) one: show some of the plane on both sides of it.
			double around = size < 1e-280 ? 0.5 : 0.1 * size;
			return new Range(from - around, to + around);
		}
		double around = margin * (to - from);
		return new Range(from - around, to + around);
	}
}
