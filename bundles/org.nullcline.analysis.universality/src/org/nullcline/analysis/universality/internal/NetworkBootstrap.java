package org.nullcline.analysis.universality.internal;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.random.RandomStream;
import org.nullcline.dynamics.Cancellation;

/**
 * Bootstrap over networks (Efron 1979), within groups: each sample draws as many networks of each group as there are, with
 * replacement.
 *
 * @param weights how often each network counts, [sample][network]
 */
record NetworkBootstrap(int[][] weights) {

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
		return new NetworkBootstrap(weights);
	}

	/** The 95 % interval of a statistic of weighted networks, by percentiles; samples in which it is undefined do not count. */
	Ends interval(ToDoubleFunction<int[]> statistic, IProgressMonitor monitor) {
		double[] values = Arrays.stream(weights).peek(sample -> Cancellation.check(monitor)).mapToDouble(statistic)
				.filter(value -> !Double.isNaN(value)).sorted().toArray();
		return new Ends(quantile(values, 0.025), quantile(values, 0.975));
	}

	/** Linear between order statistics (definition 7 of Hyndman and Fan 1996). */
	static double quantile(double[] sorted, double p) {
		if (sorted.length == 0) {
			return Double.NaN;
		}
		double position = p * (sorted.length - 1);
		int below = (int) Math.floor(position);
		int above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
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
