package org.nullcline.dynamics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The straight line of least squares through points.
 *
 * @param slope       of y by x
 * @param offset      y at x = 0
 * @param correlation of x and y (Pearson)
 */
public record StraightLine(double slope, double offset, double correlation) {

	/** @param y of the same length as x, at least 2 */
	public static StraightLine fit(double[] x, double[] y) {
		double meanX = Arrays.stream(x).average().orElse(Double.NaN);
		double meanY = Arrays.stream(y).average().orElse(Double.NaN);
		double xx = 0;
		double xy = 0;
		double yy = 0;
		for (int i = 0; i < x.length; i++) {
			xx += (x[i] - meanX) * (x[i] - meanX);
			xy += (x[i] - meanX) * (y[i] - meanY);
			yy += (y[i] - meanY) * (y[i] - meanY);
		}
		double slope = xy / xx;
		return new StraightLine(slope, meanY - slope * meanX, xy / Math.sqrt(xx * yy));
	}

	/** The correlation of ranks (Spearman), for values without ties. */
	public static double rankCorrelation(double[] x, double[] y) {
		return fit(ranks(x), ranks(y)).correlation();
	}

	private static double[] ranks(double[] values) {
		Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
		Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
		double[] ranks = new double[values.length];
		for (int k = 0; k < order.length; k++) {
			ranks[order[k]] = k;
		}
		return ranks;
	}
}
