package org.nullcline.dynamics;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Newton's steps for F(x*, h) - h = 0: (J - I) d = -(F(h) - h). Where J - I is singular, as on a line of fixed points, d is
 * the shortest least-squares solution.
 */
final class NewtonSteps {

	/** Directions that J - I shrinks by more than this fraction of its norm do not count where it is singular. */
	private static final double SINGULAR = 1e-6;
	/** Largest number of Jacobian elements held at once. */
	private static final int CHUNK_ELEMENTS = 1 << 21;

	private final AutonomousMap map;
	private final int size;
	private final double longest;
	/** One system of equations; a new array for each would cost as much as solving it. */
	private final INDArray matrixArray;
	private final INDArray vectorArray;

	/** @param longest steps longer than this times a state's norm are computed with care for singular Jacobians, which is slow */
	NewtonSteps(AutonomousMap map, double longest) {
		this.map = map;
		this.longest = longest;
		this.size = map.size();
		this.matrixArray = NativeArrays.zeros(size, size);
		this.vectorArray = NativeArrays.zeros(size);
	}

	/** How many states to take at once. */
	int chunk() {
		return (int) Math.clamp(CHUNK_ELEMENTS / ((long) size * size), 1, 256);
	}

	/**
	 * @param states    [batch][state]
	 * @param residuals F(h) - h of each
	 * @return one step for each state, null where its Jacobian is not finite or the identity
	 */
	double[][] at(double[][] states, double[][] residuals, IProgressMonitor monitor) {
		if (states.length == 0) {
			return new double[0][];
		}
		INDArray jacobians = map.jacobians(states);
		double[] elements = NativeArrays.values(jacobians);
		if (jacobians.closeable()) {
			jacobians.close();
		}
		double[][] steps = new double[states.length][];
		for (int k = 0; k < states.length; k++) {
			Cancellation.check(monitor);
			double[] matrix = Arrays.copyOfRange(elements, k * size * size, (k + 1) * size * size);
			boolean finite = true;
			for (double element : matrix) {
				finite &= Double.isFinite(element);
			}
			for (int j = 0; j < size; j++) {
				matrix[j * size + j] -= 1;
			}
			steps[k] = finite ? step(matrix, residuals[k], states[k]) : null;
		}
		return steps;
	}

	private double[] step(double[] matrix, double[] residual, double[] state) {
		double[] right = new double[size];
		for (int i = 0; i < size; i++) {
			right[i] = -residual[i];
		}
		MemorySegment.copy(matrix, 0, NativeArrays.memory(matrixArray), ValueLayout.JAVA_DOUBLE, 0, matrix.length);
		MemorySegment.copy(right, 0, NativeArrays.memory(vectorArray), ValueLayout.JAVA_DOUBLE, 0, size);
		if (Lapack.solveInPlace(matrixArray, vectorArray)) {
			double[] step = NativeArrays.values(vectorArray);
			if (norm(step) <= longest * (Math.sqrt(size) + norm(state))) {
				return step;
			}
		}
		double damping = SINGULAR * norm(matrix);
		// Where every direction is neutral, as in a perfect integrator, there is no step.
		return damping * damping > 0 ? DampedLeastSquares.solve(matrix, residual, damping) : null;
	}

	static double norm(double[] vector) {
		double sum = 0;
		for (double value : vector) {
			sum += value * value;
		}
		return Math.sqrt(sum);
	}
}
