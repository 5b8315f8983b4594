package org.nullcline.dynamics;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Gauss-Newton steps on q that leave out slow directions (Levenberg 1944): with A = dF/dh - I and f = F(h) - h they solve A d = -f
 * in directions that A shrinks to no less than s, and hardly move in those that it shrinks further: there the dynamics take more
 * than 1/s time steps.
 */
final class DampedSteps {

	private final AutonomousMap map;
	private final int size;
	private final double slowest;

	/** @param slowest s: the rate below which a direction counts as slow, per time step */
	DampedSteps(AutonomousMap map, double slowest) {
		this.map = map;
		this.slowest = slowest;
		size = map.size();
	}

	/** The step at a state with f; null where the Jacobian is not finite. */
	double[] at(double[] state, double[] f) {
		double[] matrix = matrix(state);
		return matrix == null ? null : DampedLeastSquares.solve(matrix, f, slowest);
	}

	/** The matrix that makes steps of f as if the Jacobian were the same everywhere; null where it is not finite. */
	double[] inverseAt(double[] state) {
		double[] matrix = matrix(state);
		return matrix == null ? null : DampedLeastSquares.inverse(matrix, size, slowest);
	}

	/** A, row after row. */
	private double[] matrix(double[] state) {
		INDArray jacobian = map.jacobians(new double[][] { state });
		double[] matrix = NativeArrays.values(jacobian);
		if (jacobian.closeable()) {
			jacobian.close();
		}
		for (int i = 0; i < size; i++) {
			matrix[i * size + i] -= 1;
		}
		return Arrays.stream(matrix).allMatch(Double::isFinite) ? matrix : null;
	}
}
