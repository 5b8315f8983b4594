package org.nullcline.analysis.cca.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;

class SubspaceTest {

	@Test
	void closedForm() {
		double[][] x = new double[200][];
		double[][] y = new double[200][];
		for (int k = 0; k < 200; k++) {
			double t = 2 * Math.PI * k / 200;
			x[k] = new double[] { Math.cos(t), Math.sin(t), Math.cos(2 * t) };
			y[k] = new double[] { Math.cos(t) * Math.cos(0.5) + Math.cos(3 * t) * Math.sin(0.5), Math.sin(t), Math.sin(4 * t) };
		}
		double[] correlations = Subspace.of(x, 3).correlations(Subspace.of(y, 3));
		assertArrayEquals(new double[] { 1, 0.877582561890, 0 }, correlations, 1e-9);
		assertEquals(0.374139146036, DistanceMeasure.MEAN_CORRELATION.of(correlations), 1e-9);
		assertEquals(Math.acos(1 - 0.374139146036), DistanceMeasure.ANGULAR.of(correlations), 1e-9);
	}

	@Test
	void invertibleMapsChangeNothing() {
		double[][] x = gaussian(300, 8, 1);
		double[][] map = gaussian(8, 8, 2);
		double[][] mapped = multiply(x, map, 0.7);
		double[] correlations = Subspace.of(x, 8).correlations(Subspace.of(mapped, 8));
		assertArrayEquals(new double[] { 1, 1, 1, 1, 1, 1, 1, 1 }, correlations, 1e-10);
		double[][] other = multiply(gaussian(300, 5, 3), gaussian(5, 8, 4), 0);
		assertArrayEquals(Subspace.of(x, 8).correlations(Subspace.of(other, 8)),
				Subspace.of(mapped, 8).correlations(Subspace.of(other, 8)), 1e-9);
	}

	@Test
	void permutedUnitsChangeNothing() {
		double[][] x = gaussian(400, 6, 1);
		double[][] y = gaussian(400, 7, 2);
		int[] order = { 4, 2, 0, 5, 1, 3 };
		double[][] permuted = Arrays.stream(x).map(row -> Arrays.stream(order).mapToDouble(i -> row[i]).toArray())
				.toArray(double[][]::new);
		// Fewer dimensions than units: the leading components must be the same too.
		assertArrayEquals(Subspace.of(x, 3).correlations(Subspace.of(y, 3)),
				Subspace.of(permuted, 3).correlations(Subspace.of(y, 3)), 1e-10);
	}

	@Test
	void independentGaussians() {
		// As published for google/svcca, tutorial 001: 100 against 50 dimensions, 2,000 samples: .2086 +- .0021; and 20
		// against 20, 10,000 samples: .0378 +- .0013.
		double[] wide = Subspace.of(gaussian(2000, 100, 1), 100).correlations(Subspace.of(gaussian(2000, 50, 2), 50));
		assertEquals(50, wide.length);
		assertEquals(0.2086, Arrays.stream(wide).average().orElseThrow(), 4 * 0.0021);
		double[] narrow = Subspace.of(gaussian(10000, 20, 3), 20).correlations(Subspace.of(gaussian(10000, 20, 4), 20));
		assertEquals(0.0378, Arrays.stream(narrow).average().orElseThrow(), 4 * 0.0013);
	}

	@Test
	void angularDistanceIsAMetric() {
		Subspace[] subspaces = new Subspace[6];
		for (int i = 0; i < 6; i++) {
			subspaces[i] = Subspace.of(gaussian(60, 5, i), 5);
		}
		for (Subspace a : subspaces) {
			for (Subspace b : subspaces) {
				for (Subspace c : subspaces) {
					double ab = DistanceMeasure.ANGULAR.of(a.correlations(b));
					double bc = DistanceMeasure.ANGULAR.of(b.correlations(c));
					double ac = DistanceMeasure.ANGULAR.of(a.correlations(c));
					assertTrue(ac <= ab + bc + 1e-7);
				}
			}
		}
	}

	@Test
	void silentUnitsDoNotCount() {
		double[][] x = gaussian(100, 5, 1);
		for (double[] row : x) {
			row[1] = 0;
			row[3] = 0.25;
			row[4] = 2 * row[0] - row[2];
		}
		Subspace subspace = Subspace.of(x, 10);
		assertEquals(2, subspace.rank());
		assertEquals(2, subspace.dimensions());
		assertArrayEquals(new double[] { 1, 1 }, subspace.correlations(subspace), 1e-12);
	}

	@Test
	void whatCannotBeComparedIsExplained() {
		String few = assertThrows(IllegalArgumentException.class, () -> Subspace.of(gaussian(49, 10, 1), 3)).getMessage();
		assertTrue(few.contains("49 samples") && few.contains("50"), few);
		double[][] constant = new double[50][4];
		Arrays.stream(constant).forEach(row -> Arrays.fill(row, 0.1));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Subspace.of(constant, 3)).getMessage().contains("same at every"));
		double[][] broken = gaussian(50, 4, 1);
		broken[7][2] = Double.NaN;
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Subspace.of(broken, 3)).getMessage().contains("not finite"));
	}

	static double[][] gaussian(int rows, int columns, int seed) {
		RandomStream random = RandomStreams.of(seed).stream("gaussian");
		double[][] values = new double[rows][columns];
		for (double[] row : values) {
			for (int j = 0; j < columns; j++) {
				row[j] = random.nextGaussian();
			}
		}
		return values;
	}

	private static double[][] multiply(double[][] x, double[][] map, double shift) {
		double[][] result = new double[x.length][map[0].length];
		for (int i = 0; i < x.length; i++) {
			for (int j = 0; j < map[0].length; j++) {
				result[i][j] = shift;
				for (int k = 0; k < map.length; k++) {
					result[i][j] += x[i][k] * map[k][j];
				}
			}
		}
		return result;
	}
}
