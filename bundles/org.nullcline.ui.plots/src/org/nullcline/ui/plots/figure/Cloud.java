package org.nullcline.ui.plots.figure;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.figures.SpatialFigure;

/** Collects layers of points with many coordinates, of which two or three are drawn. */
final class Cloud {

	private final int[] axes;
	private final List<Figure.Layer> flat = new ArrayList<>();
	private final List<SpatialFigure.Layer> space = new ArrayList<>();

	/** @param axes two or three coordinates, from 0 */
	Cloud(int... axes) {
		this.axes = axes;
	}

	/** Number of layers so far. */
	int size() {
		return axes.length == 2 ? flat.size() : space.size();
	}

	/**
	 * @param rows  [point][coordinate]
	 * @param chosen which rows
	 */
	void points(String name, double[][] rows, int[] chosen, Hue hue, Marker marker, List<String> labels) {
		if (axes.length == 2) {
			flat.add(new Figure.Points(name, column(rows, chosen, 0), column(rows, chosen, 1), hue, marker, labels));
		} else {
			space.add(new SpatialFigure.Points(name, column(rows, chosen, 0), column(rows, chosen, 1), column(rows, chosen, 2), hue,
					marker, labels));
		}
	}

	void line(String name, double[][] rows, int from, int to, Hue hue, boolean thin) {
		int[] chosen = java.util.stream.IntStream.range(from, to).toArray();
		if (axes.length == 2) {
			flat.add(new Figure.Line(name, column(rows, chosen, 0), column(rows, chosen, 1), hue, thin));
		} else {
			space.add(new SpatialFigure.Line(name, column(rows, chosen, 0), column(rows, chosen, 1), column(rows, chosen, 2), hue,
					thin));
		}
	}

	boolean isFlat() {
		return axes.length == 2;
	}

	Figure flat(String id, String title, String caption, String... names) {
		return new Figure(id, title, caption, names[0], names[1], true, flat);
	}

	SpatialFigure space(String id, String title, String caption, String... names) {
		return new SpatialFigure(id, title, caption, names[0], names[1], names[2], space);
	}

	/** Coordinates that do not exist are zero: states of one unit lie on a line. */
	private double[] column(double[][] rows, int[] chosen, int axis) {
		double[] column = new double[chosen.length];
		for (int i = 0; i < chosen.length; i++) {
			double[] row = rows[chosen[i]];
			column[i] = axes[axis] < row.length ? row[axes[axis]] : 0;
		}
		return column;
	}
}
