package org.nullcline.dynamics;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Solves A d = -f in the sense of least squares where A may be singular: d = -(A'A + s^2 I)^-1 A'f. Directions that A shrinks to
 * much less than s are left out, the others are solved for.
 */
final class DampedLeastSquares {

	private DampedLeastSquares() {
	}

	/**
	 * The vector d.
	 *
	 * @param matrix  A, square, row after row; finite
	 * @param damping s, above 0
	 */
	static double[] solve(double[] matrix, double[] f, double damping) {
		int n = f.length;
		double[] transposed = transposed(matrix, n);
		double[] right = new double[n];
		for (int j = 0; j < n; j++) {
			right[j] = -StateVectors.dot(transposed, j * n, f, 0, n);
		}
		return solve(normal(transposed, n, damping), right, 1);
	}

	/** The matrix -(A'A + s^2 I)^-1 A', row after row. */
	static double[] inverse(double[] matrix, int n, double damping) {
		double[] transposed = transposed(matrix, n);
		double[] negative = new double[transposed.length];
		for (int i = 0; i < negative.length; i++) {
			negative[i] = -transposed[i];
		}
		return solve(normal(transposed, n, damping), negative, n);
	}

	private static double[] transposed(double[] matrix, int n) {
		double[] transposed = new double[n * n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				transposed[j * n + i] = matrix[i * n + j];
			}
		}
		return transposed;
	}

	/** A'A + s^2 I. */
	private static double[] normal(double[] transposed, int n, double damping) {
		double[] normal = new double[n * n];
		for (int j = 0; j < n; j++) {
			for (int k = 0; k <= j; k++) {
				double product = StateVectors.dot(transposed, j * n, transposed, k * n, n);
				normal[j * n + k] = product;
				normal[k * n + j] = product;
			}
			normal[j * n + j] += damping * damping;
		}
		return normal;
	}

	private static double[] solve(double[] normal, double[] right, int columns) {
		int n = right.length / columns;
		INDArray solution = Lapack.solve(NativeArrays.of(normal, n, n), NativeArrays.of(right, n, columns))
				.orElseThrow(() -> new ArithmeticException("the damping is too small for the matrix"));
		return NativeArrays.values(solution);
	}
}
