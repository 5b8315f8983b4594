package org.nullcline.analysis.bifurcation.internal;

/**
 * The step at which the level of a series changes most: the one split into two constant parts that leaves the smallest sum of
 * squares. A short descent at the beginning weighs little against a long plateau.
 *
 * @param from   last step of the first part
 * @param to     first step of the second part
 * @param before mean of the first part
 * @param after  mean of the second part
 */
record LevelChange(int from, int to, double before, double after) {

	/** @param steps ascending, at least 2; values that are not numbers are left out by the caller */
	static LevelChange of(int[] steps, double[] values) {
		int best = 1;
		double largest = -1;
		double sum = 0;
		double all = java.util.Arrays.stream(values).sum();
		for (int split = 1; split < values.length; split++) {
			sum += values[split - 1];
			double difference = sum / split - (all - sum) / (values.length - split);
			double between = difference * difference * split * (values.length - split);
			if (between > largest) {
				largest = between;
				best = split;
			}
		}
		double before = java.util.Arrays.stream(values, 0, best).average().orElseThrow();
		double after = java.util.Arrays.stream(values, best, values.length).average().orElseThrow();
		return new LevelChange(steps[best - 1], steps[best], before, after);
	}

	/** By which part of its first level the series falls; negative if it rises. */
	double fall() {
		return (before - after) / Math.abs(before);
	}
}
