package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStreams;

class DampedLeastSquaresTest {

	/** Rotations on both sides of diag(1, 1e-3, 1e-5): d = -V diag(s/(s^2 + 1e-6)) U'f. */
	@Test
	void slowDirectionsAreLeftOut() {
		double[][] u = rotation(0.7);
		double[][] v = rotation(-1.1);
		double[] singular = { 1, 1e-3, 1e-5 };
		double[] f = { 0.3, -0.2, 0.5 };
		double[] matrix = new double[9];
		double[] expected = new double[3];
		for (int k = 0; k < 3; k++) {
			double along = u[0][k] * f[0] + u[1][k] * f[1] + u[2][k] * f[2];
			for (int i = 0; i < 3; i++) {
				expected[i] -= v[i][k] * along * singular[k] / (singular[k] * singular[k] + 1e-6);
				for (int j = 0; j < 3; j++) {
					matrix[i * 3 + j] += u[i][k] * singular[k] * v[j][k];
				}
			}
		}
		assertArrayEquals(expected, DampedLeastSquares.solve(matrix, f, 1e-3), 1e-6);
		double[] inverse = DampedLeastSquares.inverse(matrix, 3, 1e-3);
		for (int i = 0; i < 3; i++) {
			assertEquals(expected[i], StateVectors.dot(inverse, i * 3, f, 0, 3), 1e-6);
		}
	}

	@Test
	void littleDampingSolvesAndSingularMatricesAreNoObstacle() {
		double[][] rows = SeedStates.around(new double[7], 7, 1, RandomStreams.of(2).stream("matrix"));
		double[] matrix = new double[49];
		double[] f = new double[7];
		double[] d = { 1, -2, 3, -4, 5, -6, 7 };
		for (int i = 0; i < 7; i++) {
			System.arraycopy(rows[i], 0, matrix, i * 7, 7);
			f[i] = -StateVectors.dot(rows[i], 0, d, 0, 7);
		}
		assertArrayEquals(d, DampedLeastSquares.solve(matrix, f, 1e-7), 1e-6);
		double[] flat = { 1, 1, 1, 1 };
		assertArrayEquals(new double[] { -1, -1 }, DampedLeastSquares.solve(flat, new double[] { 2, 2 }, 1e-5), 1e-6,
				"the shortest solution");
	}

	/** By an angle about the first and then about the third axis, [row][column]. */
	private static double[][] rotation(double angle) {
		double c = Math.cos(angle);
		double s = Math.sin(angle);
		return new double[][] { { c, -s * c, s * s }, { s, c * c, -c * s }, { 0, s, c } };
	}
}
