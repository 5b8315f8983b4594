package org.nullcline.similarity.internal;

import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;

/** States for tests, [sample][unit]. */
public final class Samples {

	private Samples() {
	}

	public static double[][] gaussian(int rows, int columns, int seed) {
		RandomStream random = RandomStreams.of(seed).stream("gaussian");
		double[][] values = new double[rows][columns];
		for (double[] row : values) {
			for (int j = 0; j < columns; j++) {
				row[j] = random.nextGaussian();
			}
		}
		return values;
	}

	/** Correlated states with a clear order of their principal components. */
	static double[][] states(int rows, int columns, int seed) {
		double[][] values = gaussian(rows, columns, seed);
		double[][] shared = gaussian(rows, columns, 999);
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < columns; j++) {
				values[i][j] = (values[i][j] + 1.5 * shared[i][j]) * Math.pow(0.7, j);
			}
		}
		return multiply(values, orthogonal(columns, seed + 50));
	}

	static double[][] multiply(double[][] x, double[][] map) {
		double[][] result = new double[x.length][map[0].length];
		for (int i = 0; i < x.length; i++) {
			for (int j = 0; j < map[0].length; j++) {
				for (int k = 0; k < map.length; k++) {
					result[i][j] += x[i][k] * map[k][j];
				}
			}
		}
		return result;
	}

	static double[][] map(double[][] x, java.util.function.DoubleUnaryOperator change) {
		return java.util.Arrays.stream(x).map(row -> java.util.Arrays.stream(row).map(change).toArray()).toArray(double[][]::new);
	}

	/** By Gram and Schmidt, with determinant of either sign. */
	static double[][] orthogonal(int n, int seed) {
		double[][] q = gaussian(n, n, seed);
		for (int i = 0; i < n; i++) {
			for (int pass = 0; pass < 2; pass++) {
				for (int j = 0; j < i; j++) {
					double product = 0;
					for (int k = 0; k < n; k++) {
						product += q[i][k] * q[j][k];
					}
					for (int k = 0; k < n; k++) {
						q[i][k] -= product * q[j][k];
					}
				}
			}
			double norm = Math.sqrt(java.util.Arrays.stream(q[i]).map(v -> v * v).sum());
			for (int k = 0; k < n; k++) {
				q[i][k] /= norm;
			}
		}
		return q;
	}

	/** The states of the closed form: correlations 1, cos 0.5 and 0. */
	static double[][][] closedForm() {
		double[][] x = new double[200][];
		double[][] y = new double[200][];
		for (int k = 0; k < 200; k++) {
			double t = 2 * Math.PI * k / 200;
			x[k] = new double[] { Math.cos(t), Math.sin(t), Math.cos(2 * t) };
			y[k] = new double[] { Math.cos(t) * Math.cos(0.5) + Math.cos(3 * t) * Math.sin(0.5), Math.sin(t), Math.sin(4 * t) };
		}
		return new double[][][] { x, y };
	}
}
