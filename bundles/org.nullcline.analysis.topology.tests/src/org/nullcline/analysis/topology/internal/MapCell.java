package org.nullcline.analysis.topology.internal;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** h' = f(W h + x), the same input to all units. */
record MapCell(double[][] recurrent, DoubleUnaryOperator f) implements Cell {

	@Override
	public int inputs() {
		return 1;
	}

	@Override
	public int units() {
		return recurrent.length;
	}

	@Override
	public StateLayout state() {
		return StateLayout.hidden(units());
	}

	@Override
	public List<WeightDeclaration> weights() {
		return List.of();
	}

	@Override
	public void initialize(Weights weights, RandomStreams random) {
		// There are none.
	}

	@Override
	public INDArray step(Weights weights, INDArray inputs, INDArray state) {
		double[][] x = NativeArrays.rows(inputs);
		double[][] h = NativeArrays.rows(state);
		double[][] next = new double[h.length][units()];
		for (int b = 0; b < h.length; b++) {
			for (int i = 0; i < units(); i++) {
				double sum = x[b][0];
				for (int j = 0; j < units(); j++) {
					sum += recurrent[i][j] * h[b][j];
				}
				next[b][i] = f.applyAsDouble(sum);
			}
		}
		return NativeArrays.of(next);
	}
}
