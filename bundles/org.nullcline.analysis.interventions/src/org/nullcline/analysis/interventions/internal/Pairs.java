package org.nullcline.analysis.interventions.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.nullcline.core.random.RandomStream;
import org.nullcline.dynamics.StraightLine;

/** How the number of critical pairs depends on the factor. */
final class Pairs {

	/** Fewer factors with a switch say nothing of a dependence. */
	private static final int FEWEST = 4;

	private Pairs() {
	}

	/** Spearman's correlation of factor and mean number of pairs; NaN if fewer than four factors have switches or all are equal. */
	static double rankCorrelation(Sweep sweep, RandomStream resample) {
		double[][] points = points(sweep, resample);
		return points[0].length < FEWEST ? Double.NaN : StraightLine.fit(ranks(points[0]), ranks(points[1])).correlation();
	}

	/** Slope of the mean number of pairs by the factor. */
	static double slope(Sweep sweep, RandomStream resample) {
		double[][] points = points(sweep, resample);
		return points[0].length < FEWEST ? Double.NaN : StraightLine.fit(points[0], points[1]).slope();
	}

	/** Means at factor 0, 1 and the largest. */
	static String words(Sweep sweep) {
		return IntStream.of(0, sweep.unchanged(), sweep.factors().length - 1)
				.mapToObj(f -> sweep.pairs()[f].length == 0 ? String.format(Locale.ROOT, "none switches at factor %.2g", sweep.factors()[f])
						: String.format(Locale.ROOT, "%.3g at factor %.2g", sweep.meanPairs(f), sweep.factors()[f]))
				.collect(Collectors.joining(", "));
	}

	/** Factors with switches, and the means over their switches or over as many drawn with replacement. */
	private static double[][] points(Sweep sweep, RandomStream resample) {
		int[] used = IntStream.range(0, sweep.factors().length).filter(f -> sweep.pairs()[f].length > 0).toArray();
		double[] means = IntStream.of(used).mapToDouble(f -> {
			double[] counts = sweep.pairs()[f];
			return resample == null ? sweep.meanPairs(f)
					: IntStream.range(0, counts.length).mapToDouble(i -> counts[resample.nextInt(counts.length)]).average().orElse(0);
		}).toArray();
		return new double[][] { IntStream.of(used).mapToDouble(f -> sweep.factors()[f]).toArray(), means };
	}

	/** Ranks from 1, equal values sharing the mean of theirs. */
	static double[] ranks(double[] values) {
		return Arrays.stream(values).map(value -> Arrays.stream(values).filter(other -> other < value).count()
				+ (Arrays.stream(values).filter(other -> other == value).count() + 1) / 2.0).toArray();
	}
}
