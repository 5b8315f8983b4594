package org.nullcline.similarity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.similarity.HierarchicalClustering.Merge;

class HierarchicalClusteringTest {

	@Test
	void pointsOnALine() {
		// 0, 5, 1, 7: {0, 1} at 1, {5, 7} at 2, all at the mean of 5, 7, 4 and 6.
		double[] points = { 0, 5, 1, 7 };
		double[][] distances = new double[4][4];
		for (int i = 0; i < 4; i++) {
			for (int j = 0; j < 4; j++) {
				distances[i][j] = Math.abs(points[i] - points[j]);
			}
		}
		HierarchicalClustering clustering = HierarchicalClustering.averageLinkage(distances);
		assertEquals(List.of(new Merge(0, 2, 1, 2), new Merge(1, 3, 2, 2), new Merge(4, 5, 5.5, 4)), clustering.merges());
		assertArrayEquals(new int[] { 0, 2, 1, 3 }, clustering.order());
		assertArrayEquals(new double[] { 4, 5, 5.5, 4 }, clustering.linkage()[2]);
	}

	/** The height of a merge is the mean over all pairs of members, computed from the members themselves. */
	@Test
	void heightsAreMeansOverPairs() {
		double[][] points = MultidimensionalScalingTest.gaussian(12, 3, 1);
		double[][] distances = MultidimensionalScalingTest.distances(points);
		List<Merge> merges = HierarchicalClustering.averageLinkage(distances).merges();
		for (int k = 0; k < merges.size(); k++) {
			Merge merge = merges.get(k);
			List<Integer> first = members(merges, merge.first(), 12);
			List<Integer> second = members(merges, merge.second(), 12);
			double mean = first.stream().flatMapToDouble(i -> second.stream().mapToDouble(j -> distances[i][j])).average().orElseThrow();
			assertEquals(mean, merge.distance(), 1e-12);
			assertEquals(first.size() + second.size(), merge.size());
			if (k > 0) {
				assertEquals(true, merge.distance() >= merges.get(k - 1).distance() - 1e-12);
			}
		}
	}

	@Test
	void onePoint() {
		assertArrayEquals(new int[] { 0 }, HierarchicalClustering.averageLinkage(new double[1][1]).order());
	}

	private static List<Integer> members(List<Merge> merges, int cluster, int points) {
		if (cluster < points) {
			return List.of(cluster);
		}
		Merge merge = merges.get(cluster - points);
		return java.util.stream.Stream.of(merge.first(), merge.second()).flatMap(c -> members(merges, c, points).stream()).toList();
	}
}
