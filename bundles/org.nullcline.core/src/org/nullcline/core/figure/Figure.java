package org.nullcline.core.figure;

import java.util.List;
import java.util.Objects;

/**
 * A plot in two dimensions.
 *
 * @param id          unique within a result, usable as a file name: lower case, digits and hyphens
 * @param title       above the plot
 * @param caption     a sentence or two below it, or empty
 * @param horizontal  label of the horizontal axis, with unit
 * @param vertical    label of the vertical axis, with unit
 * @param equalScales whether one unit has the same length on both axes
 * @param layers      drawn in this order
 */
public record Figure(String id, String title, String caption, String horizontal, String vertical, boolean equalScales,
		List<Layer> layers) {

	public Figure {
		if (!id.matches("[a-z0-9][a-z0-9-]*")) {
			throw new IllegalArgumentException("figure id '" + id + "': only lower-case letters, digits and hyphens");
		}
		Objects.requireNonNull(title, "a figure needs a title");
		Objects.requireNonNull(caption, "a figure needs a caption, be it empty");
		Objects.requireNonNull(horizontal, "a figure needs a label of its horizontal axis");
		Objects.requireNonNull(vertical, "a figure needs a label of its vertical axis");
		layers = List.copyOf(layers);
	}

	/** One set of marks. */
	public sealed interface Layer permits Points, Line, Area, Grid {

		/** The name in the legend; layers of one name share an entry, an empty name has none. */
		String name();
	}

	/**
	 * Points.
	 *
	 * @param x        one value per point
	 * @param y        one value per point
	 * @param labels   one per point, for tool tips; a point that bears the name of a network stands for its run; or empty
	 * @param subjects the parts of a network that the points stand for, for linked selection; one per point, or none
	 */
	public record Points(String name, double[] x, double[] y, Hue hue, Marker marker, List<String> labels, Subjects subjects)
			implements Layer {

		public Points {
			requireComplete(name, x, y, hue);
			Objects.requireNonNull(marker, "a layer of points needs a marker");
			labels = List.copyOf(labels);
			if (!labels.isEmpty() && labels.size() != x.length) {
				throw new IllegalArgumentException(
						"layer '" + name + "': " + x.length + " points, but " + labels.size() + " labels");
			}
			// Figures that were stored before there were any have none.
			subjects = subjects == null ? Subjects.NONE : subjects;
			if (!subjects.isEmpty() && subjects.items().size() != x.length) {
				throw new IllegalArgumentException(
						"layer '" + name + "': " + x.length + " points, but " + subjects.items().size() + " subjects");
			}
		}

		/** Points that stand for no part of a network. */
		public Points(String name, double[] x, double[] y, Hue hue, Marker marker, List<String> labels) {
			this(name, x, y, hue, marker, labels, Subjects.NONE);
		}
	}

	/** A line through points in the given order; NaN interrupts it. */
	public record Line(String name, double[] x, double[] y, Hue hue, boolean thin) implements Layer {

		public Line {
			requireComplete(name, x, y, hue);
		}
	}

	/**
	 * A region that is filled with a light shade of its hue: the polygon through points in the given order. NaN begins another
	 * polygon, so bars, bands and outlines are all areas. A layer that comes later is drawn above it.
	 *
	 * @since 0.1.0
	 */
	public record Area(String name, double[] x, double[] y, Hue hue) implements Layer {

		public Area {
			requireComplete(name, x, y, hue);
		}

		/**
		 * The band between two curves.
		 *
		 * @param low  lower end, one value per x
		 * @param high upper end
		 */
		public static Area between(String name, double[] x, double[] low, double[] high, Hue hue) {
			requireComplete(name, x, low, hue);
			requireComplete(name, x, high, hue);
			double[] around = new double[2 * x.length];
			double[] bounds = new double[2 * x.length];
			for (int i = 0; i < x.length; i++) {
				around[i] = x[i];
				bounds[i] = low[i];
				around[around.length - 1 - i] = x[i];
				bounds[bounds.length - 1 - i] = high[i];
			}
			return new Area(name, around, bounds, hue);
		}
	}

	/**
	 * A matrix as a heat map, row 0 at the top.
	 *
	 * @param values  one array per row
	 * @param rows    one label per row
	 * @param columns one label per column
	 */
	public record Grid(String name, double[][] values, List<String> rows, List<String> columns) implements Layer {

		public Grid {
			Objects.requireNonNull(name, "a layer needs a name, be it empty");
			rows = List.copyOf(rows);
			columns = List.copyOf(columns);
			if (values.length != rows.size()) {
				throw new IllegalArgumentException(
						"grid '" + name + "': " + values.length + " rows, but " + rows.size() + " labels");
			}
			for (double[] row : values) {
				if (row.length != columns.size()) {
					throw new IllegalArgumentException(
							"grid '" + name + "': " + row.length + " columns, but " + columns.size() + " labels");
				}
			}
		}
	}

	private static void requireComplete(String name, double[] x, double[] y, Hue hue) {
		Objects.requireNonNull(name, "a layer needs a name, be it empty");
		Objects.requireNonNull(hue, "a layer needs a hue");
		if (x.length != y.length) {
			throw new IllegalArgumentException(
					"layer '" + name + "': " + x.length + " values of x, but " + y.length + " of y");
		}
	}
}
