package org.nullcline.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.random.RandomStreams;

class SilhouetteTest {

	@Test
	void pointsOnALine() {
		// 0, 1 | 5, 7: a = 1, b = 6 -> 5/6; a = 1, b = 5 -> 4/5; a = 2, b = 4.5 -> 5/9; a = 2, b = 6.5 -> 9/13.
		double[][] distances = distances(0, 1, 5, 7);
		double expected = (5.0 / 6 + 4.0 / 5 + 5.0 / 9 + 9.0 / 13) / 4;
		assertEquals(expected, new Silhouette(distances).of(new int[] { 0, 0, 1, 1 }), 1e-12);
		assertTrue(new Silhouette(distances).of(new int[] { 0, 1, 0, 1 }) < 0);
		// A point alone with its label counts 0; the others: (6 - 1)/6, (5 - 1)/5 and, without company of its own, none.
		assertEquals((5.0 / 6 + 4.0 / 5) / 3, new Silhouette(distances(0, 1, 6)).of(new int[] { 0, 0, 1 }), 1e-12);
	}

	@Test
	void clustersAreFound() {
		Finding finding = finding(distances(0, 0.1, 0.2, 0.3, 5, 5.1, 5.2, 5.3), "a", "a", "a", "a", "b", "b", "b", "b");
		assertEquals(Verdict.REPRODUCED, finding.verdict(), finding.explanation());
		assertTrue(finding.value() > 0.9);
		assertTrue(finding.interval().low() <= finding.value() && finding.value() <= finding.interval().high());
	}

	@Test
	void mixedLabelsAreNoClusters() {
		Finding finding = finding(distances(0, 0.1, 0.2, 0.3, 5, 5.1, 5.2, 5.3), "a", "b", "a", "b", "a", "b", "a", "b");
		assertEquals(Verdict.NOT_REPRODUCED, finding.verdict());
		assertEquals(finding, finding(distances(0, 0.1, 0.2, 0.3, 5, 5.1, 5.2, 5.3), "a", "b", "a", "b", "a", "b", "a", "b"));
	}

	@Test
	void tooFewNetworksDecideNothing() {
		assertEquals(Verdict.UNDECIDED, finding(distances(0, 1, 2), "a", "a", "a").verdict());
		assertEquals(Verdict.UNDECIDED, finding(distances(0, 0.1, 5), "a", "a", "b").verdict());
		Finding small = finding(distances(0, 0.1, 5, 5.1), "a", "a", "b", "b");
		assertEquals(Verdict.UNDECIDED, small.verdict(), "perfect clusters of 2 + 2 are one labeling of three");
		assertTrue(small.value() > 0.9 && small.explanation().contains("3 different ways"), small.explanation());
		assertEquals(3, new Labels("x", List.of("a", "a", "b", "b")).distinctLabelings());
		assertEquals(10, new Labels("x", List.of("a", "a", "a", "b", "b")).distinctLabelings());
		assertEquals(15, new Labels("x", List.of("a", "a", "b", "b", "c", "c")).distinctLabelings());
	}

	@Test
	void permutationTestKeepsItsLevel() {
		// Labels at random: about one finding in twenty is a false alarm.
		int alarms = 0;
		for (int seed = 0; seed < 100; seed++) {
			double[] points = Arrays.stream(MultidimensionalScalingTest.gaussian(10, 1, seed)).mapToDouble(row -> row[0]).toArray();
			Finding finding = finding(distances(points), "a", "a", "a", "a", "a", "b", "b", "b", "b", "b");
			alarms += finding.verdict() == Verdict.REPRODUCED ? 1 : 0;
		}
		assertTrue(alarms <= 13, alarms + " false alarms");
	}

	/**
	 * Two labels, crossed. The first moves points by 10, the second by 1: within each value of the first one the second is
	 * perfectly ordered, but its silhouette over all is negative. It is beyond chance and yet describes no clusters.
	 */
	@Test
	void labelBesideADominatingOne() {
		Labels strong = new Labels("architecture", List.of("a", "a", "a", "a", "a", "a", "b", "b", "b", "b", "b", "b"));
		Labels weak = new Labels("nonlinearity", List.of("x", "x", "x", "y", "y", "y", "x", "x", "x", "y", "y", "y"));
		DistanceMatrix matrix = matrix(distances(0, 0.1, 0.2, 1, 1.1, 1.2, 10, 10.1, 10.2, 11, 11.1, 11.2));
		ClusteringFinding dominated = clustering(matrix, weak, List.of(strong, weak));
		assertTrue(dominated.test().orElseThrow().isBeyondChance());
		assertTrue(dominated.silhouette() < 0);
		assertEquals(Verdict.NOT_REPRODUCED, dominated.finding("They cluster.", "none").verdict());
		assertEquals(Verdict.REPRODUCED, clustering(matrix, strong, List.of(strong, weak)).finding("They cluster.", "none").verdict());
	}

	/** The second label goes with the first one mostly: by itself it looks like clusters, within the first it is random. */
	@Test
	void labelThatFollowsAnotherOneDoesNotCluster() {
		Labels strong = new Labels("architecture", List.of("a", "a", "a", "a", "a", "a", "b", "b", "b", "b", "b", "b"));
		Labels weak = new Labels("l2", List.of("x", "x", "y", "x", "x", "x", "y", "y", "y", "x", "y", "y"));
		DistanceMatrix matrix = matrix(distances(0, 0.3, 0.1, 0.4, 0.2, 0.5, 10, 10.2, 10.4, 10.1, 10.3, 10.5));
		assertTrue(clustering(matrix, weak, List.of(weak)).hasClusters());
		assertEquals(36, weak.distinctLabelings(weak.strata(List.of(strong, weak))));
		assertTrue(!clustering(matrix, weak, List.of(strong, weak)).hasClusters());
	}

	private static ClusteringFinding clustering(DistanceMatrix matrix, Labels labels, List<Labels> all) {
		return ClusteringFinding.of(matrix, labels, all, 999, RandomStreams.of(1).stream("permutations"),
				new NullProgressMonitor());
	}

	private static DistanceMatrix matrix(double[][] distances) {
		return new DistanceMatrix(IntStream.range(0, distances.length).mapToObj(Integer::toString).toList(), distances, "line",
				"difference on a line");
	}

	private static Finding finding(double[][] distances, String... architectures) {
		DistanceMatrix matrix = matrix(distances);
		Labels labels = new Labels("architecture", List.of(architectures));
		return ClusteringFinding.of(matrix, labels, List.of(labels), 200,
				RandomStreams.of(1).stream("permutations"), new NullProgressMonitor())
				.finding("Networks cluster by architecture.", "none");
	}

	private static double[][] distances(double... points) {
		List<double[]> rows = new ArrayList<>();
		for (double from : points) {
			rows.add(Arrays.stream(points).map(to -> Math.abs(to - from)).toArray());
		}
		return rows.toArray(double[][]::new);
	}
}
