package org.nullcline.dynamics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.random.RandomStream;

/**
 * Intervals of statistics of sets of sequences. Sequences are independent, steps within them are not, so sequences are drawn.
 */
public final class SequenceBootstrap {

	private static final int RESAMPLES = 200;

	private SequenceBootstrap() {
	}

	/** The mean of each column. */
	public static double[] means(double[][] rows) {
		double[] means = new double[rows[0].length];
		for (double[] row : rows) {
			add(means, row, 1.0 / rows.length);
		}
		return means;
	}

	/**
	 * The interval at 95 % by percentiles.
	 *
	 * @param rows      one of each sequence
	 * @param statistic of the mean of the rows
	 */
	public static Interval interval(double[][] rows, ToDoubleFunction<double[]> statistic, RandomStream random) {
		double[] values = new double[RESAMPLES];
		for (int k = 0; k < RESAMPLES; k++) {
			double[] means = new double[rows[0].length];
			for (int n = 0; n < rows.length; n++) {
				add(means, rows[random.nextInt(rows.length)], 1.0 / rows.length);
			}
			values[k] = statistic.applyAsDouble(means);
		}
		Arrays.sort(values);
		return new Interval(values[(int) (0.025 * RESAMPLES)], values[(int) Math.ceil(0.975 * RESAMPLES) - 1],
				"95 % bootstrap over " + rows.length + " sequences");
	}

	private static void add(double[] sum, double[] row, double weight) {
		for (int i = 0; i < sum.length; i++) {
			sum[i] += weight * row[i];
		}
	}
}
