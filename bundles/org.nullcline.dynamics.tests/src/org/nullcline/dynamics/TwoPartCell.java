package org.nullcline.dynamics;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * One unit with a memory beside it, as in an LSTM: c' = a c + w h, h' = tanh(c'). The state is (h, c). Fixed points:
 * c = w h/(1 - a), h = tanh(w h/(1 - a)). It gives a step only, no Jacobian.
 */
final class TwoPartCell implements Cell {

	private final double keep;
	private final double weight;

	TwoPartCell(double keep, double weight) {
		this.keep = keep;
		this.weight = weight;
	}

	@Override
	public int inputs() {
		return 1;
	}

	@Override
	public int units() {
		return 1;
	}

	@Override
	public StateLayout state() {
		return new StateLayout(List.of(new StateLayout.Part("h", 1), new StateLayout.Part("c", 1)));
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
		double[] values = NativeArrays.values(state);
		for (int i = 0; i < values.length; i += 2) {
			double memory = keep * values[i + 1] + weight * values[i];
			values[i] = Math.tanh(memory);
			values[i + 1] = memory;
		}
		return NativeArrays.of(values, state.size(0), 2);
	}
}
