package org.nullcline.figures;

import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;

import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/**
 * From data to the drawing along one axis: start + (value - lower) * factor. The lower end is taken off first, because axes
 * may show a small part of the line far from zero.
 *
 * @param lower  data at the start
 * @param factor units of the drawing per unit of the data; negative where data grow upwards
 * @param start  where the lower end lies in the drawing
 */
record LinearScale(double lower, double factor, double start) implements DoubleUnaryOperator {

	/** Java2D loses precision, and time, on coordinates far outside of the drawing. */
	private static final double FAR = 1e5;

	static LinearScale of(ValueAxis axis, Rectangle2D area, RectangleEdge edge) {
		double lower = axis.getLowerBound();
		double start = axis.valueToJava2D(lower, area, edge);
		double end = axis.valueToJava2D(axis.getUpperBound(), area, edge);
		return new LinearScale(lower, (end - start) / (axis.getUpperBound() - lower), start);
	}

	/** NaN stays NaN. */
	@Override
	public double applyAsDouble(double value) {
		return Math.clamp(start + (value - lower) * factor, -FAR, FAR);
	}

	/** To a drawing that is larger by a factor. */
	LinearScale times(double larger) {
		return new LinearScale(lower, factor * larger, start * larger);
	}

	/** To a drawing that begins at a place of this one. */
	LinearScale from(double place) {
		return new LinearScale(lower, factor, start - place);
	}

	/** The data at a place of the drawing. */
	double inverse(double drawn) {
		return lower + (drawn - start) / factor;
	}
}
