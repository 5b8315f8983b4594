package org.nullcline.analysis.universality.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.similarity.Silhouette;

class StatisticsTest {

	@Test
	void weightsOfOneGiveThePlainSilhouette() {
		RandomStream random = stream("points");
		double[][] distances = random(9, random);
		int[] groups = { 0, 0, 0, 1, 1, 1, 2, 2, 2 };
		int[] ones = new int[9];
		Arrays.fill(ones, 1);
		assertEquals(new Silhouette(distances).of(groups), new WeightedSilhouette(distances, groups).of(ones), 1e-12);
	}

	@Test
	void copiesAreNoNeighbours() {
		// 0, 1 | 5, 7 on a line. The point 0 twice: it counts twice, and twice as much for others.
		double[][] distances = line(0, 1, 5, 7);
		double copied = new WeightedSilhouette(distances, new int[] { 0, 0, 1, 1 }).of(new int[] { 2, 1, 1, 1 });
		// 0: a = 1, b = 6. 1: a = 1, b = 5. 5: a = 2, b = 14/3. 7: a = 2, b = 20/3.
		assertEquals((2 * 5.0 / 6 + 4.0 / 5 + (14.0 / 3 - 2) / (14.0 / 3) + (20.0 / 3 - 2) / (20.0 / 3)) / 5, copied, 1e-12);
		// Only copies of one point in a group: no neighbour, so it counts 0.
		double alone = new WeightedSilhouette(distances, new int[] { 0, 0, 1, 1 }).of(new int[] { 2, 0, 1, 1 });
		assertEquals((2 * 0 + 3.0 / 5 + 5.0 / 7) / 4, alone, 1e-12);
	}

	@Test
	void bootstrapKeepsTheGroups() {
		int[] groups = { 0, 1, 0, 1, 1, 2 };
		NetworkBootstrap bootstrap = NetworkBootstrap.within(groups, 200, stream("bootstrap"), new NullProgressMonitor());
		double[] mean = new double[6];
		for (int[] sample : bootstrap.weights()) {
			assertEquals(2, sample[0] + sample[2]);
			assertEquals(3, sample[1] + sample[3] + sample[4]);
			assertEquals(1, sample[5]);
			for (int i = 0; i < 6; i++) {
				mean[i] += sample[i] / 200.0;
			}
		}
		for (double weight : mean) {
			assertEquals(1, weight, 0.25);
		}
	}

	/** With whole groups of equal values the means of samples scatter as (n - 1)/n of the variance: t with 2 degrees. */
	@Test
	void intervalOfThreeNetworksIsAsWideAsStudents() {
		double[] values = { 1, 2, 6 };
		NetworkBootstrap.Ends ends = NetworkBootstrap.within(new int[3], 20000, stream("three"), new NullProgressMonitor())
				.interval(weights -> (weights[0] * values[0] + weights[1] * values[1] + weights[2] * values[2]) / 3,
						new NullProgressMonitor());
		double error = Math.sqrt((4 + 1 + 9) / 2.0 / 3);
		assertEquals(3 - 4.302653 * error, ends.low(), 0.15);
		assertEquals(3 + 4.302653 * error, ends.high(), 0.15);
	}

	@Test
	void intervalOfAMean() {
		// The bootstrap's standard error of the mean of 0, 1, ..., 99 is sqrt((100^2 - 1)/12/100) = 2.887.
		int[] groups = new int[100];
		NetworkBootstrap.Ends ends = NetworkBootstrap.within(groups, 4000, stream("mean"), new NullProgressMonitor())
				.interval(weights -> {
					double sum = 0;
					for (int i = 0; i < 100; i++) {
						sum += weights[i] * i / 100.0;
					}
					return sum;
				}, new NullProgressMonitor());
		assertEquals(49.5 - 1.96 * 2.887, ends.low(), 0.5);
		assertEquals(49.5 + 1.96 * 2.887, ends.high(), 0.5);
	}

	@Test
	void meanDistanceOfWeightedPairs() {
		double[][] distances = line(0, 1, 5);
		assertEquals((1.0 + 4 + 5) / 3, NetworkBootstrap.meanDistance(distances, new int[] { 1, 1, 1 }), 1e-12);
		assertEquals((2 * 1.0 + 1 * 4 + 2 * 5) / 5, NetworkBootstrap.meanDistance(distances, new int[] { 2, 1, 1 }), 1e-12);
		assertTrue(Double.isNaN(NetworkBootstrap.meanDistance(distances, new int[] { 3, 0, 0 })));
	}

	@Test
	void ranksShareTies() {
		assertArrayEquals(new double[] { 4, 1.5, 3, 1.5 }, MantelTest.ranks(new double[] { 9, 2, 5, 2 }));
	}

	@Test
	void mantelFindsARelationOnlyWhereThereIsOne() {
		RandomStream random = stream("mantel");
		double[][] first = random(12, random);
		double[][] monotone = Arrays.stream(first).map(row -> Arrays.stream(row).map(d -> d * d * d).toArray())
				.toArray(double[][]::new);
		MantelTest same = mantel(first, monotone);
		assertEquals(1, same.correlation(), 1e-12);
		assertEquals(1.0 / 200, same.probability(), 1e-12);
		assertEquals(0, same.standardError(), 1e-9);
		int alarms = 0;
		for (int repeat = 0; repeat < 60; repeat++) {
			alarms += mantel(first, random(12, random)).probability() < 0.05 ? 1 : 0;
		}
		assertTrue(alarms <= 9, alarms + " false alarms in 60");
		assertTrue(Double.isNaN(mantel(first, new double[12][12]).correlation()));
	}

	private static MantelTest mantel(double[][] first, double[][] second) {
		return MantelTest.of(first, second, 199, stream("permutations"), new NullProgressMonitor());
	}

	private static RandomStream stream(String name) {
		return RandomStreams.of(1).stream(name);
	}

	private static double[][] random(int n, RandomStream random) {
		double[][] distances = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < i; j++) {
				distances[i][j] = random.nextDouble();
				distances[j][i] = distances[i][j];
			}
		}
		return distances;
	}

	private static double[][] line(double... points) {
		return Arrays.stream(points).mapToObj(a -> Arrays.stream(points).map(b -> Math.abs(a - b)).toArray())
				.toArray(double[][]::new);
	}
}
