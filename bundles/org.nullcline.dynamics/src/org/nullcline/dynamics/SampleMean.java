package org.nullcline.dynamics;

import java.util.Arrays;

import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.random.RandomStream;

/**
 * The mean of a quantity over networks or points, and how certain it is.
 *
 * @param count         number of values
 * @param mean          their mean, NaN if there are none
 * @param standardError sample standard deviation divided by the square root of the number, NaN for fewer than two
 */
public record SampleMean(int count, double mean, double standardError) {

	private static final int RESAMPLES = 2000;
	/** Fewer values than this say too little of how much others would differ. */
	private static final int FEWEST = 3;

	public static SampleMean of(double[] values) {
		double mean = Arrays.stream(values).average().orElse(Double.NaN);
		double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
		int n = values.length;
		return new SampleMean(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n));
	}

	/**
	 * The interval of the mean at 95 %, by the percentiles of 2,000 bootstrap samples; unknown for fewer than three values.
	 *
	 * @param unit what the values belong to, in the plural: "networks"
	 */
	public static Interval interval(double[] values, String unit, RandomStream random) {
		if (values.length < FEWEST) {
			return Interval.unknown("unknown: " + values.length + " " + unit + " are too few");
		}
		double[] means = new double[RESAMPLES];
		for (int k = 0; k < RESAMPLES; k++) {
			double sum = 0;
			for (int i = 0; i < values.length; i++) {
				sum += values[random.nextInt(values.length)];
			}
			means[k] = sum / values.length;
		}
		Arrays.sort(means);
		return new Interval(means[(int) (0.025 * RESAMPLES)], means[(int) (0.975 * RESAMPLES) - 1],
				"95 % bootstrap over " + values.length + " " + unit);
	}
}
