package org.nullcline.analysis.representation.internal;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * h' = f(W h + B x) with f = tanh or the identity, and a second part of the state, c' = x of the first channel. For
 * analyses that run a network forward only.
 */
final class FilterCell implements Cell {

	private final double[][] recurrent;
	private final double[][] input;
	private final boolean linear;

	/**
	 * @param recurrent W, [unit][unit]
	 * @param input     B, [unit][input]
	 */
	FilterCell(double[][] recurrent, double[][] input, boolean linear) {
		this.recurrent = recurrent;
		this.input = input;
		this.linear = linear;
	}

	@Override
	public int inputs() {
		return input[0].length;
	}

	@Override
	public int units() {
		return recurrent.length;
	}

	@Override
	public StateLayout state() {
		return new StateLayout(List.of(new StateLayout.Part("h", units()), new StateLayout.Part("c", 1)));
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
		double[][] next = new double[h.length][units() + 1];
		for (int b = 0; b < h.length; b++) {
			for (int i = 0; i < units(); i++) {
				double sum = 0;
				for (int j = 0; j < units(); j++) {
					sum += recurrent[i][j] * h[b][j];
				}
				for (int j = 0; j < inputs(); j++) {
					sum += input[i][j] * x[b][j];
				}
				next[b][i] = linear ? sum : Math.tanh(sum);
			}
			next[b][units()] = x[b][0];
		}
		return NativeArrays.of(next);
	}
}
