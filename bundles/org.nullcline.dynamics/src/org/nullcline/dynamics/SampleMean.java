package org.nullcline.dynamics;

import java.util.Arrays;

import org.nullcline.core.analysis.Finding.Interval;

/**
 * The mean of a quantity over networks or points, and how certain it is.
 *
 * @param count         number of values
 * @param mean          their mean, NaN if there are none
 * @param standardError sample standard deviation divided by the square root of the number, NaN for fewer than two
 */
public record SampleMean(int count, double mean, double standardError) {

	/** Fewer values than this say too little of how much others would differ. */
	private static final int FEWEST = 3;

	public static SampleMean of(double[] values) {
		double mean = Arrays.stream(values).average().orElse(Double.NaN);
		double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
		int n = values.length;
		return new SampleMean(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n));
	}

	/**
	 * The interval of the mean at 95 %, by Student's t; unknown for fewer than three values. For a few networks the bootstrap
	 * would be too narrow: of three values it covers the mean three times out of four.
	 *
	 * @param unit what the values belong to, in the plural: "networks"
	 */
	public static Interval interval(double[] values, String unit) {
		if (values.length < FEWEST) {
			return Interval.unknown("unknown: " + values.length + " " + unit + " are too few");
		}
		SampleMean mean = of(values);
		double margin = StudentT.two95(values.length - 1) * mean.standardError;
		return new Interval(mean.mean - margin, mean.mean + margin, "95 % Student's t over " + values.length + " " + unit);
	}
}
