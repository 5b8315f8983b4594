package org.nullcline.analysis.cca.internal;

import java.util.Arrays;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.random.RandomStream;
import org.nullcline.dynamics.Cancellation;

/**
 * How well labels describe the clusters of points of which distances are known (Rousseeuw 1987): the mean over points of
 * (b - a)/max(a, b), where a is the mean distance to the other points of the same label and b the smallest mean distance
 * to the points of another one. From -1 to 1; about 0 for labels at random.
 */
final class Silhouette {

	private final double[][] distances;

	Silhouette(double[][] distances) {
		this.distances = distances;
	}

	/** @param labels 0, 1, ..., one per point; at least two different ones. A point alone with its label counts 0. */
	double of(int[] labels) {
		return without(labels, -1);
	}

	/**
	 * Random labelings with the same number of points of each label.
	 *
	 * @return their silhouettes, ascending
	 */
	double[] permuted(int[] labels, int count, RandomStream random, IProgressMonitor monitor) {
		double[] values = new double[count];
		int[] shuffled = labels.clone();
		for (int k = 0; k < count; k++) {
			Cancellation.check(monitor);
			for (int i = shuffled.length - 1; i > 0; i--) {
				int j = random.nextInt(i + 1);
				int label = shuffled[i];
				shuffled[i] = shuffled[j];
				shuffled[j] = label;
			}
			values[k] = of(shuffled);
		}
		Arrays.sort(values);
		return values;
	}

	/** The standard error by the jackknife: leaving out one point after the other; NaN where that cannot be done. */
	double standardError(int[] labels) {
		int n = labels.length;
		double[] values = new double[n];
		for (int i = 0; i < n; i++) {
			values[i] = without(labels, i);
		}
		double mean = Arrays.stream(values).average().orElse(Double.NaN);
		double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
		return Math.sqrt(squares * (n - 1) / n);
	}

	private double without(int[] labels, int left) {
		int groups = Arrays.stream(labels).max().orElse(0) + 1;
		double sum = 0;
		int points = 0;
		for (int i = 0; i < labels.length; i++) {
			if (i == left) {
				continue;
			}
			double[] total = new double[groups];
			int[] count = new int[groups];
			for (int j = 0; j < labels.length; j++) {
				if (j != i && j != left) {
					total[labels[j]] += distances[i][j];
					count[labels[j]]++;
				}
			}
			points++;
			double nearest = Double.POSITIVE_INFINITY;
			for (int group = 0; group < groups; group++) {
				if (group != labels[i] && count[group] > 0) {
					nearest = Math.min(nearest, total[group] / count[group]);
				}
			}
			if (count[labels[i]] > 0 && Double.isFinite(nearest)) {
				double own = total[labels[i]] / count[labels[i]];
				double larger = Math.max(own, nearest);
				sum += larger > 0 ? (nearest - own) / larger : 0;
			}
		}
		return points == 0 ? Double.NaN : sum / points;
	}
}
