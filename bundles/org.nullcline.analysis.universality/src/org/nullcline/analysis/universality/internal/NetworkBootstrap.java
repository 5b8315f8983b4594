package org.nullcline.analysis.universality.internal;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.random.RandomStream;
import org.nullcline.dynamics.Cancellation;
import org.nullcline.dynamics.StudentT;

/**
 * Bootstrap over networks (Efron 1979), within groups: each sample draws as many networks of each group as there are, with
 * replacement.
 *
 * @param weights how often each network counts, [sample][network]
 * @param groups  of the networks, 0, 1, ...
 */
record NetworkBootstrap(int[][] weights, int[] groups) {

	/** Ends of a 95 % interval. */
	record Ends(double low, double high) {
	}

	static NetworkBootstrap within(int[] groups, int samples, RandomStream random, IProgressMonitor monitor) {
		int count = Arrays.stream(groups).max().orElse(0) + 1;
		int[][] members = new int[count][];
		for (int group = 0; group < count; group++) {
			int wanted = group;
			members[group] = java.util.stream.IntStream.range(0, groups.length).filter(i -> groups[i] == wanted).toArray();
		}
		int[][] weights = new int[samples][groups.length];
		for (int[] sample : weights) {
			Cancellation.check(monitor);
			for (int[] group : members) {
				for (int k = 0; k < group.length; k++) {
					sample[group[random.nextInt(group.length)]]++;
				}
			}
		}
		return new NetworkBootstrap(weights, groups.clone());
	}

	/**
	 * The 95 % interval of a statistic of weighted networks: Student's t times the bootstrap's standard error, with as many
	 * degrees of freedom as there are networks less groups. The variance among samples from groups of n networks is (n - 1)/n
	 * of what it should be; it is made up for by the smallest group, on the safe side. Percentiles of the samples would be far
	 * too narrow for three networks a group. Samples in which the statistic is undefined do not count.
	 *
	 * @param statistic of how often each network counts; the interval is around its value with each network once
	 */
	Ends interval(ToDoubleFunction<int[]> statistic, IProgressMonitor monitor) {
		double[] values = Arrays.stream(weights).peek(sample -> Cancellation.check(monitor)).mapToDouble(statistic)
				.filter(value -> !Double.isNaN(value)).toArray();
		int[] once = new int[groups.length];
		Arrays.fill(once, 1);
		double estimate = statistic.applyAsDouble(once);
		int[] sizes = new int[Arrays.stream(groups).max().orElse(0) + 1];
		Arrays.stream(groups).forEach(group -> sizes[group]++);
		double smallest = Arrays.stream(sizes).min().orElse(0);
		double mean = Arrays.stream(values).average().orElse(Double.NaN);
		double variance = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1);
		double margin = StudentT.two95(groups.length - sizes.length) * Math.sqrt(variance * smallest / (smallest - 1));
		return new Ends(estimate - margin, estimate + margin);
	}

	/** The mean distance over pairs of different networks, each as often as both are in the sample; NaN without any. */
	static double meanDistance(double[][] distances, int[] weights) {
		double sum = 0;
		double pairs = 0;
		for (int i = 0; i < distances.length; i++) {
			for (int j = 0; j < i; j++) {
				sum += (double) weights[i] * weights[j] * distances[i][j];
				pairs += (double) weights[i] * weights[j];
			}
		}
		return sum / pairs;
	}
}
