package org.nullcline.analysis.universality.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.random.RandomStream;
import org.nullcline.dynamics.Cancellation;
import org.nullcline.similarity.Silhouette;

/**
 * Whether two distances between the same points are related (Mantel 1967): the rank correlation over pairs (Spearman, ties
 * share their mean rank) beside those where the points of one matrix are permuted. Pairs that share a point depend on each
 * other, so that the pairs themselves must not be permuted.
 *
 * @param correlation   the rank correlation; NaN if one of the distances is the same for all pairs
 * @param probability   of a correlation as large by chance, (1 + permutations that reach it)/(1 + permutations)
 * @param standardError of the correlation, by the jackknife over points; NaN if a point decides whether there is any
 */
record MantelTest(double correlation, double probability, double standardError) {

	private static final double ROUNDING = 1e-12;

	static MantelTest of(double[][] first, double[][] second, int permutations, RandomStream random,
			IProgressMonitor monitor) {
		int[] all = IntStream.range(0, first.length).toArray();
		double correlation = correlation(first, all, second, all);
		if (Double.isNaN(correlation)) {
			return new MantelTest(Double.NaN, Double.NaN, Double.NaN);
		}
		double[] ranks = ranks(pairs(first, all));
		int reached = 0;
		int[] order = all.clone();
		for (int k = 0; k < permutations; k++) {
			Cancellation.check(monitor);
			for (int i = order.length - 1; i > 0; i--) {
				int j = random.nextInt(i + 1);
				int kept = order[i];
				order[i] = order[j];
				order[j] = kept;
			}
			reached += pearson(ranks, ranks(pairs(second, order))) >= correlation - ROUNDING ? 1 : 0;
		}
		double[] without = new double[first.length];
		for (int i = 0; i < without.length; i++) {
			int left = i;
			int[] kept = IntStream.of(all).filter(j -> j != left).toArray();
			without[i] = correlation(first, kept, second, kept);
		}
		return new MantelTest(correlation, (reached + 1.0) / (permutations + 1), Silhouette.standardError(without));
	}

	private static double correlation(double[][] first, int[] ofFirst, double[][] second, int[] ofSecond) {
		return pearson(ranks(pairs(first, ofFirst)), ranks(pairs(second, ofSecond)));
	}

	/** The distances of all pairs of the points, in their order. */
	private static double[] pairs(double[][] distances, int[] points) {
		double[] pairs = new double[points.length * (points.length - 1) / 2];
		int next = 0;
		for (int i = 0; i < points.length; i++) {
			for (int j = 0; j < i; j++) {
				pairs[next++] = distances[points[i]][points[j]];
			}
		}
		return pairs;
	}

	/** From 1; equal values share the mean of their ranks. */
	static double[] ranks(double[] values) {
		Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
		Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
		double[] ranks = new double[values.length];
		for (int from = 0; from < order.length;) {
			int to = from;
			while (to < order.length && values[order[to]] - values[order[from]] <= ROUNDING) {
				to++;
			}
			for (int k = from; k < to; k++) {
				ranks[order[k]] = (from + 1 + to) / 2.0;
			}
			from = to;
		}
		return ranks;
	}

	private static double pearson(double[] x, double[] y) {
		double meanX = Arrays.stream(x).average().orElse(Double.NaN);
		double meanY = Arrays.stream(y).average().orElse(Double.NaN);
		double xy = 0;
		double xx = 0;
		double yy = 0;
		for (int i = 0; i < x.length; i++) {
			xy += (x[i] - meanX) * (y[i] - meanY);
			xx += (x[i] - meanX) * (x[i] - meanX);
			yy += (y[i] - meanY) * (y[i] - meanY);
		}
		return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
	}
}
