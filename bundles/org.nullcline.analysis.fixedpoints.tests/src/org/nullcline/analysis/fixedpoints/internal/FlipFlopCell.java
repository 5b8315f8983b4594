package org.nullcline.analysis.fixedpoints.internal;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** Units that do not see each other, h' = tanh(w h + 4 x), one for each input channel: a memory of one bit each if w > 1. */
final class FlipFlopCell implements Cell {

	private static final double INPUT_GAIN = 4;

	private final double[] selfWeights;

	FlipFlopCell(double... selfWeights) {
		this.selfWeights = selfWeights;
	}

	@Override
	public int inputs() {
		return selfWeights.length;
	}

	@Override
	public int units() {
		return selfWeights.length;
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
		return NativeArrays.of(next(NativeArrays.values(inputs), 0, NativeArrays.values(state)), state.size(0), units());
	}

	private double[] next(double[] inputs, int offset, double[] state) {
		double[] next = new double[state.length];
		for (int i = 0; i < next.length; i++) {
			next[i] = Math.tanh(selfWeights[i % units()] * state[i] + INPUT_GAIN * inputs[offset + i]);
		}
		return next;
	}
}
