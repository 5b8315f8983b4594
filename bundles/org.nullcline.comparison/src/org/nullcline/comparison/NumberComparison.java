package org.nullcline.comparison;

import org.nullcline.comparison.ReproductionReport.Comparison;
import org.nullcline.comparison.ReproductionReport.Outcome;

/** Compares numbers with numbers. */
final class NumberComparison {

	private NumberComparison() {
	}

	/** Two NaN are equal, NaN and a number are infinitely far from each other. */
	static Comparison of(String what, double[] original, double[] reproduced, double tolerance) {
		if (original.length != reproduced.length) {
			return missing(what, original.length, original.length + " numbers before, " + reproduced.length + " now");
		}
		double scale = 0;
		double largest = 0;
		boolean equal = true;
		for (int i = 0; i < original.length; i++) {
			equal &= Double.doubleToLongBits(original[i]) == Double.doubleToLongBits(reproduced[i]);
			if (Double.isFinite(original[i])) {
				scale = Math.max(scale, Math.abs(original[i]));
			}
			largest = Math.max(largest, difference(original[i], reproduced[i]));
		}
		// Where everything was zero, the difference itself is taken.
		double relative = largest == 0 ? 0 : scale == 0 ? largest : largest / scale;
		Outcome outcome = equal ? Outcome.BIT_EQUAL : relative <= tolerance ? Outcome.WITHIN_TOLERANCE : Outcome.DIFFERENT;
		return new Comparison(what, original.length, outcome, relative, "");
	}

	static Comparison missing(String what, int count, String problem) {
		return new Comparison(what, count, Outcome.DIFFERENT, Double.POSITIVE_INFINITY, problem);
	}

	private static double difference(double a, double b) {
		if (Double.isNaN(a) && Double.isNaN(b) || a == b) {
			return 0;
		}
		double difference = Math.abs(a - b);
		return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
	}
}
