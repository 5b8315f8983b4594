package org.nullcline.similarity;

import java.util.Arrays;

/**
 * How well labels describe the clusters of points of which distances are known (Rousseeuw 1987): the mean over points of
 * (b - a)/max(a, b), where a is the mean distance to the other points of the same label and b the smallest mean distance
 * to the points of another one. From -1 to 1; about 0 for labels at random. A point alone with its label counts 0.
 */
public final class Silhouette {

	private final double[][] distances;

	/** @param distances [point][point] */
	public Silhouette(double[][] distances) {
		this.distances = distances;
	}

	/** @param labels 0, 1, ..., one per point; at least two different ones */
	public double of(int[] labels) {
		return without(labels, -1);
	}

	/** The silhouettes with one point left out after the other, for the jackknife. */
	public double[] leavingOneOut(int[] labels) {
		double[] values = new double[labels.length];
		for (int i = 0; i < labels.length; i++) {
			values[i] = without(labels, i);
		}
		return values;
	}

	/** The standard error by the jackknife, sqrt((n - 1)/n sum (s_i - mean s)^2); NaN where that cannot be done. */
	public double standardError(int[] labels) {
		return standardError(leavingOneOut(labels));
	}

	/** The jackknife's standard error of a number, from its values with one of n points left out after the other. */
	public static double standardError(double[] leavingOneOut) {
		int n = leavingOneOut.length;
		double mean = Arrays.stream(leavingOneOut).average().orElse(Double.NaN);
		double squares = Arrays.stream(leavingOneOut).map(value -> (value - mean) * (value - mean)).sum();
		return Math.sqrt(squares * (n - 1) / n);
	}

	private double without(int[] labels, int left) {
		int groups = Arrays.stream(labels).max().orElse(0) + 1;
		double sum = 0;
		int points = 0;
		double[] total = new double[groups];
		int[] count = new int[groups];
		for (int i = 0; i < labels.length; i++) {
			if (i == left) {
				continue;
			}
			Arrays.fill(total, 0);
			Arrays.fill(count, 0);
			for (int j = 0; j < labels.length; j++) {
				if (j != i && j != left) {
					total[labels[j]] += distances[i][j];
					count[labels[j]]++;
				}
			}
			points++;
			sum += ofPoint(labels[i], total, count);
		}
		return points == 0 ? Double.NaN : sum / points;
	}

	private static double ofPoint(int label, double[] total, int[] count) {
		double nearest = Double.POSITIVE_INFINITY;
		for (int group = 0; group < total.length; group++) {
			if (group != label && count[group] > 0) {
				nearest = Math.min(nearest, total[group] / count[group]);
			}
		}
		if (count[label] == 0 || !Double.isFinite(nearest)) {
			return 0;
		}
		double own = total[label] / count[label];
		double larger = Math.max(own, nearest);
		return larger > 0 ? (nearest - own) / larger : 0;
	}
}
