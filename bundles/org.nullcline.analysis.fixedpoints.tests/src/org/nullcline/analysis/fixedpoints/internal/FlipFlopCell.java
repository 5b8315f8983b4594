package org.nullcline.analysis.fixedpoints.internal;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.SequencePass;
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

	@Override
	public SequencePass sequence(int steps, int batch) {
		return new SequencePass() {

			private double[] last;

			@Override
			public INDArray forward(Weights weights, INDArray inputs, INDArray initialState) {
				double[] values = NativeArrays.values(inputs);
				int layer = batch * units();
				double[] all = new double[steps * layer];
				double[] state = NativeArrays.values(initialState);
				for (int t = 0; t < steps; t++) {
					state = next(values, t * layer, state);
					System.arraycopy(state, 0, all, t * layer, layer);
				}
				last = state;
				return NativeArrays.of(all, steps, batch, units());
			}

			/** Through one step only. */
			@Override
			public INDArray backward(INDArray stateGradient, Weights gradient) {
				double[] values = NativeArrays.values(stateGradient);
				for (int i = 0; i < values.length; i++) {
					values[i] *= (1 - last[i] * last[i]) * selfWeights[i % units()];
				}
				return NativeArrays.of(values, batch, units());
			}

			@Override
			public void close() {
				// The arrays are small and freed with their owners.
			}
		};
	}
}
