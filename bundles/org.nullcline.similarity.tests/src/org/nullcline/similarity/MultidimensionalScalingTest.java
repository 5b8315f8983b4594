package org.nullcline.similarity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.similarity.MultidimensionalScaling.Classical;
import org.nullcline.similarity.MultidimensionalScaling.Scaled;

class MultidimensionalScalingTest {

	@Test
	void euclideanDistancesAreReproduced() {
		double[][] points = gaussian(20, 3, 1);
		double[][] distances = distances(points);
		double[][] map = MultidimensionalScaling.classical(distances, 3).points();
		assertSame(distances, distances(map), 1e-12);
	}

	@Test
	void simplex() {
		double[][] distances = new double[5][5];
		for (int i = 0; i < 5; i++) {
			for (int j = 0; j < 5; j++) {
				distances[i][j] = i == j ? 0 : 1;
			}
		}
		Classical map = MultidimensionalScaling.classical(distances, 4);
		assertArrayEquals(new double[] { 0.5, 0.5, 0.5, 0.5, 0 }, map.eigenvalues(), 1e-12);
		assertSame(distances, distances(map.points()), 1e-12);
	}

	@Test
	void pointsOnALine() {
		double[][] distances = { { 0, 1, 2 }, { 1, 0, 1 }, { 2, 1, 0 } };
		Classical map = MultidimensionalScaling.classical(distances, 2);
		assertArrayEquals(new double[] { 2, 0, 0 }, map.eigenvalues(), 1e-12);
		assertEquals(1, map.points()[0][0], 1e-12, "the first of the largest entries is positive");
		assertEquals(0, map.points()[1][0], 1e-12);
		assertEquals(-1, map.points()[2][0], 1e-12);
	}

	@Test
	void stressNeverIncreases() {
		double[][] points = gaussian(25, 6, 3);
		double[][] distances = distances(points);
		double[][] start = MultidimensionalScaling.classical(distances, 2).points();
		Scaled scaled = MultidimensionalScaling.smacof(distances, start, 300, new NullProgressMonitor());
		List<Double> stress = scaled.stress();
		assertTrue(stress.size() > 10, "six dimensions do not fit into two at once: " + stress);
		for (int i = 1; i < stress.size(); i++) {
			assertTrue(stress.get(i) <= stress.get(i - 1));
		}
		assertTrue(stress.get(stress.size() - 1) < 0.9 * stress.get(0));
		double sum = 0;
		double given = 0;
		for (int i = 0; i < 25; i++) {
			for (int j = 0; j < i; j++) {
				double difference = distance(scaled.points()[i], scaled.points()[j]) - distances[i][j];
				sum += difference * difference;
				given += distances[i][j] * distances[i][j];
			}
		}
		assertEquals(sum / given, scaled.residual(), 1e-12);
	}

	@Test
	void perfectMapStays() {
		double[][] distances = distances(gaussian(10, 2, 4));
		double[][] start = MultidimensionalScaling.classical(distances, 2).points();
		Scaled scaled = MultidimensionalScaling.smacof(distances, start, 100, new NullProgressMonitor());
		assertEquals(0, scaled.residual(), 1e-20);
		assertSame(distances, distances(scaled.points()), 1e-10);
	}

	@Test
	void whatIsNoDistanceIsRefused() {
		assertThrows(IllegalArgumentException.class,
				() -> MultidimensionalScaling.classical(new double[][] { { 0, 1 }, { 2, 0 } }, 1));
		assertThrows(IllegalArgumentException.class,
				() -> MultidimensionalScaling.classical(new double[][] { { 0, Double.NaN }, { Double.NaN, 0 } }, 1));
	}

	static double[][] gaussian(int points, int dimensions, int seed) {
		RandomStream random = RandomStreams.of(seed).stream("points");
		double[][] values = new double[points][dimensions];
		for (double[] point : values) {
			for (int k = 0; k < dimensions; k++) {
				point[k] = random.nextGaussian();
			}
		}
		return values;
	}

	static double distance(double[] first, double[] second) {
		double sum = 0;
		for (int k = 0; k < first.length; k++) {
			sum += (first[k] - second[k]) * (first[k] - second[k]);
		}
		return Math.sqrt(sum);
	}

	private static void assertSame(double[][] expected, double[][] found, double tolerance) {
		for (int i = 0; i < expected.length; i++) {
			assertArrayEquals(expected[i], found[i], tolerance);
		}
	}

	static double[][] distances(double[][] points) {
		double[][] distances = new double[points.length][points.length];
		for (int i = 0; i < points.length; i++) {
			for (int j = 0; j < points.length; j++) {
				distances[i][j] = distance(points[i], points[j]);
			}
		}
		return distances;
	}
}
