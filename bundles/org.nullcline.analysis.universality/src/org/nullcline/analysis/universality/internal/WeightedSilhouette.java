package org.nullcline.analysis.universality.internal;

/**
 * The mean silhouette (Rousseeuw 1987) of points that count several times or not at all, as in a bootstrap sample. Copies
 * of one point are no neighbours of each other: their distance of 0 would make every sample more clustered than the points
 * are.
 */
final class WeightedSilhouette {

	private final double[][] distances;
	private final int[] groups;
	private final int count;

	/** @param groups 0, 1, ..., one per point */
	WeightedSilhouette(double[][] distances, int[] groups) {
		this.distances = distances;
		this.groups = groups.clone();
		count = java.util.Arrays.stream(groups).max().orElse(0) + 1;
	}

	/** @param weights how often each point counts; a point without others of its group counts 0 in the mean */
	double of(int[] weights) {
		double sum = 0;
		int points = 0;
		double[] total = new double[count];
		int[] members = new int[count];
		for (int i = 0; i < groups.length; i++) {
			if (weights[i] == 0) {
				continue;
			}
			java.util.Arrays.fill(total, 0);
			java.util.Arrays.fill(members, 0);
			for (int j = 0; j < groups.length; j++) {
				if (j != i) {
					total[groups[j]] += weights[j] * distances[i][j];
					members[groups[j]] += weights[j];
				}
			}
			points += weights[i];
			sum += weights[i] * ofPoint(groups[i], total, members);
		}
		return points == 0 ? Double.NaN : sum / points;
	}

	private double ofPoint(int group, double[] total, int[] members) {
		double nearest = Double.POSITIVE_INFINITY;
		for (int other = 0; other < count; other++) {
			if (other != group && members[other] > 0) {
				nearest = Math.min(nearest, total[other] / members[other]);
			}
		}
		if (members[group] == 0 || !Double.isFinite(nearest)) {
			return 0;
		}
		double own = total[group] / members[group];
		double larger = Math.max(own, nearest);
		return larger > 0 ? (nearest - own) / larger : 0;
	}
}
