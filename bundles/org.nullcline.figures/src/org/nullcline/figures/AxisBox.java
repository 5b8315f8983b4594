package org.nullcline.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;

/**
 * The box around the data of a figure of three dimensions. Its three faces behind the data are outlined, so that front and
 * back can be told apart without perspective, and each axis has its numbers at an edge of the outline.
 *
 * @param low  smallest value along each axis
 * @param high largest value along each axis
 */
record AxisBox(double[] low, double[] high) {

	private static final double MARGIN = 0.04;
	/** Room for numbers and names, as a share of the radius. */
	private static final double NUMBERS = 0.06;
	private static final double NAMES = 0.22;
	private static final double ROOM = 1.16;
	private static final int TICKS = 4;

	/**
	 * A number or a name beside an axis.
	 *
	 * @param angle by which it is turned, clockwise in radians; a name runs along its axis
	 * @param side  -1 where it lies to the left of its place, 1 to the right, 0 around it
	 */
	record Text(String text, double x, double y, boolean name, double angle, int side) {
	}

	static AxisBox around(SpatialFigure figure) {
		double[] low = new double[3];
		double[] high = new double[3];
		for (int axis = 0; axis < 3; axis++) {
			low[axis] = Double.POSITIVE_INFINITY;
			high[axis] = Double.NEGATIVE_INFINITY;
		}
		for (SpatialFigure.Layer layer : figure.layers()) {
			double[][] values = { layer.x(), layer.y(), layer.z() };
			for (int i = 0; i < layer.x().length; i++) {
				if (Double.isFinite(values[0][i] + values[1][i] + values[2][i])) {
					for (int axis = 0; axis < 3; axis++) {
						low[axis] = Math.min(low[axis], values[axis][i]);
						high[axis] = Math.max(high[axis], values[axis][i]);
					}
				}
			}
		}
		double largest = IntStream.range(0, 3).mapToDouble(axis -> high[axis] - low[axis]).max().orElse(0);
		for (int axis = 0; axis < 3; axis++) {
			if (!(low[axis] <= high[axis])) {
				low[axis] = 0;
				high[axis] = 1;
			}
			// Data in a plane still have a box that can be turned.
			double around = Math.max(MARGIN * (high[axis] - low[axis]), largest > 0 ? 0.02 * largest : 0.5);
			low[axis] -= around;
			high[axis] += around;
		}
		return new AxisBox(low, high);
	}

	Viewport viewport(Rotation rotation) {
		double[] centre = centre();
		double x = dot(rotation.right(), centre);
		double y = dot(rotation.up(), centre);
		double radius = ROOM * radius();
		return new Viewport(x - radius, x + radius, y - radius, y + radius);
	}

	/** The outlines of the three faces behind the data, on the paper. */
	Figure.Line backEdges(Rotation rotation) {
		List<double[]> corners = new ArrayList<>();
		for (int axis = 0; axis < 3; axis++) {
			int first = (axis + 1) % 3;
			int second = (axis + 2) % 3;
			int[][] round = { { 0, 0 }, { 0, 1 }, { 1, 1 }, { 1, 0 }, { 0, 0 } };
			for (int[] turn : round) {
				int[] corner = new int[3];
				corner[axis] = back(rotation, axis);
				corner[first] = turn[0];
				corner[second] = turn[1];
				corners.add(corner(corner));
			}
			corners.add(null);
		}
		double[] x = corners.stream().mapToDouble(c -> c == null ? Double.NaN : dot(rotation.right(), c)).toArray();
		double[] y = corners.stream().mapToDouble(c -> c == null ? Double.NaN : dot(rotation.up(), c)).toArray();
		return new Figure.Line("", x, y, Hue.GREY, true);
	}

	/** Numbers and names of all axes, on the paper. */
	List<Text> texts(Rotation rotation, String... names) {
		List<Text> texts = new ArrayList<>();
		for (int axis = 0; axis < 3; axis++) {
			// An axis that points at whoever looks has no length.
			if (Math.abs(rotation.outward()[axis]) < 0.985) {
				addTexts(texts, rotation, axis, names[axis]);
			}
		}
		return texts;
	}

	private void addTexts(List<Text> texts, Rotation rotation, int axis, String name) {
		int[] edge = labelledEdge(rotation, axis);
		double step = DecimalAxis.roundedUp((high[axis] - low[axis]) / TICKS);
		java.text.NumberFormat format = DecimalAxis.format(step, high[axis], low[axis]);
		for (double value = Math.ceil(low[axis] / step) * step; value <= high[axis]; value += step) {
			texts.add(text(format.format(value), rotation, axis, edge, value, NUMBERS, false));
		}
		texts.add(text(name, rotation, axis, edge, (low[axis] + high[axis]) / 2, NAMES, true));
	}

	/** Beside a place of an edge, away from the middle of the box. */
	private Text text(String text, Rotation rotation, int axis, int[] edge, double value, double distance, boolean name) {
		double[] at = corner(edge);
		at[axis] = value;
		double[] middle = corner(edge);
		middle[axis] = (low[axis] + high[axis]) / 2;
		double[] centre = centre();
		double awayX = dot(rotation.right(), middle) - dot(rotation.right(), centre);
		double awayY = dot(rotation.up(), middle) - dot(rotation.up(), centre);
		double length = Math.max(1e-300, Math.hypot(awayX, awayY));
		double x = dot(rotation.right(), at) + distance * radius() * awayX / length;
		double y = dot(rotation.up(), at) + distance * radius() * awayY / length;
		if (name) {
			return new Text(text, x, y, true, -Math.atan(rotation.up()[axis] / rotation.right()[axis]), 0);
		}
		double side = awayX / length;
		return new Text(text, x, y, false, 0, side < -0.5 ? -1 : side > 0.5 ? 1 : 0);
	}

	/**
	 * Of the two edges along an axis at which the outline of the box bends, the lower one, and for the third axis the one more
	 * to the left.
	 */
	private int[] labelledEdge(Rotation rotation, int axis) {
		int first = (axis + 1) % 3;
		int second = (axis + 2) % 3;
		int[][] candidates = new int[2][3];
		candidates[0][first] = back(rotation, first);
		candidates[0][second] = 1 - back(rotation, second);
		candidates[1][first] = 1 - back(rotation, first);
		candidates[1][second] = back(rotation, second);
		double[] direction = axis == 2 ? rotation.right() : rotation.up();
		return dot(direction, corner(candidates[0])) <= dot(direction, corner(candidates[1])) ? candidates[0] : candidates[1];
	}

	/** Which end of an axis, 0 or 1, is farther away. */
	private static int back(Rotation rotation, int axis) {
		return rotation.outward()[axis] > 0 ? 0 : 1;
	}

	private double[] corner(int[] ends) {
		return IntStream.range(0, 3).mapToDouble(axis -> ends[axis] == 0 ? low[axis] : high[axis]).toArray();
	}

	private double[] centre() {
		return IntStream.range(0, 3).mapToDouble(axis -> (low[axis] + high[axis]) / 2).toArray();
	}

	private double radius() {
		return Math.sqrt(IntStream.range(0, 3).mapToDouble(axis -> Math.pow(high[axis] - low[axis], 2)).sum()) / 2;
	}

	private static double dot(double[] a, double[] b) {
		return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
	}
}
