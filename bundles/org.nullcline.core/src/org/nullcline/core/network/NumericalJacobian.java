package org.nullcline.core.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;

/** Jacobians by central differences, for cells that give only a step and for testing those that give more. */
public final class NumericalJacobian {

	/** Near the cube root of the machine precision, where truncation and rounding balance. */
	private static final double STEP = 1e-5;

	private NumericalJacobian() {
	}

	/** dF/dh, [batch, next state, state]. */
	public static INDArray byState(Cell cell, Weights weights, INDArray inputs, INDArray state) {
		return differences(state, changed -> cell.step(weights, inputs, changed), cell.state().size());
	}

	/** dF/dx, [batch, next state, input]. */
	public static INDArray byInput(Cell cell, Weights weights, INDArray inputs, INDArray state) {
		return differences(inputs, changed -> cell.step(weights, changed, state), cell.state().size());
	}

	private static INDArray differences(INDArray point, java.util.function.UnaryOperator<INDArray> function, int rows) {
		int batch = (int) point.size(0);
		int columns = (int) point.size(1);
		double[] at = NativeArrays.values(point);
		double[] jacobian = new double[batch * rows * columns];
		for (int j = 0; j < columns; j++) {
			double[] above = NativeArrays.values(function.apply(shifted(at, batch, columns, j, STEP)));
			double[] below = NativeArrays.values(function.apply(shifted(at, batch, columns, j, -STEP)));
			for (int b = 0; b < batch; b++) {
				for (int i = 0; i < rows; i++) {
					jacobian[(b * rows + i) * columns + j] = (above[b * rows + i] - below[b * rows + i]) / (2 * STEP);
				}
			}
		}
		return NativeArrays.of(jacobian, batch, rows, columns);
	}

	private static INDArray shifted(double[] at, int batch, int columns, int column, double step) {
		double[] values = at.clone();
		for (int b = 0; b < batch; b++) {
			values[b * columns + column] += step;
		}
		return NativeArrays.of(values, batch, columns);
	}
}
