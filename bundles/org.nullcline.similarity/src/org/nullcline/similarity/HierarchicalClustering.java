package org.nullcline.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Agglomerative clustering by average linkage (UPGMA; Sokal and Michener 1958): the two clusters with the smallest mean
 * distance between their members are merged until one is left. Among equal distances the clusters that were made first are
 * merged.
 *
 * @param merges n - 1 merges for n points, in order
 */
public record HierarchicalClustering(List<Merge> merges) {

	/**
	 * A merge of two clusters. Clusters 0 to n - 1 are the points, cluster n + k is made by merge k.
	 *
	 * @param first    the older one
	 * @param second   the other one
	 * @param distance mean distance between their members; never smaller than that of an earlier merge
	 * @param size     number of points of the new cluster
	 */
	public record Merge(int first, int second, double distance, int size) {
	}

	public HierarchicalClustering {
		merges = List.copyOf(merges);
	}

	/** @param distances [point][point], symmetric */
	public static HierarchicalClustering averageLinkage(double[][] distances) {
		int n = distances.length;
		double[][] current = Arrays.stream(distances).map(double[]::clone).toArray(double[][]::new);
		int[] cluster = new int[n];
		int[] size = new int[n];
		Arrays.setAll(cluster, i -> i);
		Arrays.fill(size, 1);
		List<Merge> merges = new ArrayList<>();
		for (int k = 0; k < n - 1; k++) {
			int[] nearest = nearest(current, cluster, size);
			int a = nearest[0];
			int b = nearest[1];
			merges.add(new Merge(cluster[a], cluster[b], current[a][b], size[a] + size[b]));
			// The merged cluster takes the place of the first; the other place is empty from now on.
			for (int j = 0; j < n; j++) {
				if (size[j] > 0 && j != a && j != b) {
					double mean = (size[a] * current[a][j] + size[b] * current[b][j]) / (size[a] + size[b]);
					current[a][j] = mean;
					current[j][a] = mean;
				}
			}
			size[a] += size[b];
			size[b] = 0;
			cluster[a] = n + k;
		}
		return new HierarchicalClustering(merges);
	}

	private static int[] nearest(double[][] current, int[] cluster, int[] size) {
		int a = -1;
		int b = -1;
		for (int i = 0; i < size.length; i++) {
			for (int j = 0; j < i; j++) {
				if (size[i] > 0 && size[j] > 0 && (a < 0 || current[i][j] < current[a][b])) {
					a = i;
					b = j;
				}
			}
		}
		return cluster[a] < cluster[b] ? new int[] { a, b } : new int[] { b, a };
	}

	/** The points in the order of the dendrogram's leaves, so that members of a cluster stand side by side. */
	public int[] order() {
		int n = merges.size() + 1;
		List<List<Integer>> members = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			members.add(List.of(i));
		}
		for (Merge merge : merges) {
			List<Integer> joined = new ArrayList<>(members.get(merge.first));
			joined.addAll(members.get(merge.second));
			members.add(joined);
		}
		return members.getLast().stream().mapToInt(Integer::intValue).toArray();
	}

	/** The merges as SciPy's linkage matrix: one row of first cluster, second cluster, distance and size per merge. */
	public double[][] linkage() {
		return merges.stream().map(m -> new double[] { m.first, m.second, m.distance, m.size }).toArray(double[][]::new);
	}
}
