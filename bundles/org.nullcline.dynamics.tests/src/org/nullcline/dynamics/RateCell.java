package org.nullcline.dynamics;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.NativeArrays;

/** h' = f(W h + B x + b) with f = tanh or the positive part. */
final class RateCell implements Cell {

	enum Activation {
		TANH {
			@Override
			double value(double u) {
				return Math.tanh(u);
			}

			@Override
			double slope(double value) {
				return 1 - value * value;
			}
		},
		RELU {
			@Override
			double value(double u) {
				return Math.max(0, u);
			}

			@Override
			double slope(double value) {
				return value > 0 ? 1 : 0;
			}
		};

		abstract double value(double u);

		/** The derivative, from the value. */
		abstract double slope(double value);
	}

	private final int inputs;
	private final int units;
	private final Activation activation;

	RateCell(int inputs, int units, Activation activation) {
		this.inputs = inputs;
		this.units = units;
		this.activation = activation;
	}

	/** Weights from plain arrays: W [unit][unit], B [unit][input], b [unit]. */
	Weights weights(double[][] recurrent, double[][] input, double[] bias) {
		Weights weights = Weights.zeros(weights());
		weights.get("recurrent").assign(NativeArrays.of(recurrent));
		weights.get("input").assign(NativeArrays.of(input));
		weights.get("bias").assign(NativeArrays.of(bias, units));
		return weights;
	}

	/** Weights without input and bias. */
	Weights weights(double[][] recurrent) {
		return weights(recurrent, new double[units][inputs], new double[units]);
	}

	@Override
	public int inputs() {
		return inputs;
	}

	@Override
	public int units() {
		return units;
	}

	@Override
	public StateLayout state() {
		return StateLayout.hidden(units);
	}

	@Override
	public List<WeightDeclaration> weights() {
		return List.of(new WeightDeclaration("recurrent", units, units), new WeightDeclaration("input", units, inputs),
				new WeightDeclaration("bias", units));
	}

	@Override
	public void initialize(Weights weights, RandomStreams random) {
		// These tests set all weights themselves.
	}

	@Override
	public INDArray step(Weights weights, INDArray inputs, INDArray state) {
		double[] sums = NativeArrays.values(Blas.product(state, false, weights.get("recurrent"), true));
		double[] drives = NativeArrays.values(Blas.product(inputs, false, weights.get("input"), true));
		double[] bias = NativeArrays.values(weights.get("bias"));
		for (int i = 0; i < sums.length; i++) {
			sums[i] = activation.value(sums[i] + drives[i] + bias[i % units]);
		}
		return NativeArrays.of(sums, state.size(0), units);
	}

	@Override
	public INDArray stateJacobian(Weights weights, INDArray inputs, INDArray state) {
		double[] next = NativeArrays.values(step(weights, inputs, state));
		double[] recurrent = NativeArrays.values(weights.get("recurrent"));
		int batch = (int) state.size(0);
		double[] jacobian = new double[batch * units * units];
		for (int row = 0; row < batch * units; row++) {
			double slope = activation.slope(next[row]);
			for (int j = 0; j < units; j++) {
				jacobian[row * units + j] = slope * recurrent[row % units * units + j];
			}
		}
		return NativeArrays.of(jacobian, batch, units, units);
	}

	@Override
	public SequencePass sequence(int steps, int batch, Precision precision) {
		return new Pass(steps, batch);
	}

	/** Any number of steps forward; state gradients only backward, which is all that the tests need. */
	private final class Pass implements SequencePass {

		private final int steps;
		private final int batch;
		private final INDArray states;
		private final INDArray gradient;
		private Weights weights;

		Pass(int steps, int batch) {
			this.steps = steps;
			this.batch = batch;
			states = NativeArrays.zeros(steps, batch, units);
			gradient = NativeArrays.zeros(batch, units);
		}

		@Override
		public void forward(Weights given, SequenceInputs driven) {
			weights = given;
			INDArray sequence = driven.inputs();
			INDArray initialState = driven.initialState();
			int layer = batch * units;
			double[] bias = NativeArrays.values(weights.get("bias"));
			double[] values = new double[layer];
			MemorySegment memory = NativeArrays.memory(states);
			for (int t = 0; t < steps; t++) {
				Blas.multiply(false, true, batch, units, inputs, 1, sequence, (long) t * batch * inputs, inputs,
						weights.get("input"), 0, inputs, 0, states, (long) t * layer, units);
				Blas.multiply(false, true, batch, units, units, 1, t == 0 ? initialState : states,
						t == 0 ? 0 : (t - 1L) * layer, units, weights.get("recurrent"), 0, units, 1, states,
						(long) t * layer, units);
				MemorySegment.copy(memory, ValueLayout.JAVA_DOUBLE, (long) t * layer * Double.BYTES, values, 0, layer);
				for (int i = 0; i < layer; i++) {
					values[i] = activation.value(values[i] + bias[i % units]);
				}
				MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_DOUBLE, (long) t * layer * Double.BYTES, layer);
			}
		}

		@Override
		public INDArray states() {
			return states;
		}

		@Override
		public INDArray inputGradient() {
			throw new UnsupportedOperationException("state gradients only");
		}

		@Override
		public INDArray backward(INDArray stateGradient, Weights weightGradient) {
			int layer = batch * units;
			double[] values = NativeArrays.values(states);
			double[] direct = NativeArrays.values(stateGradient);
			double[] incoming = new double[layer];
			for (int t = steps - 1; t >= 0; t--) {
				for (int i = 0; i < layer; i++) {
					incoming[i] = (incoming[i] + direct[t * layer + i]) * activation.slope(values[t * layer + i]);
				}
				INDArray sums = NativeArrays.of(incoming, batch, units);
				Blas.multiply(false, false, batch, units, units, 1, sums, 0, units, weights.get("recurrent"), 0, units, 0,
						gradient, 0, units);
				sums.close();
				incoming = NativeArrays.values(gradient);
			}
			return gradient;
		}

		@Override
		public void close() {
			states.close();
			gradient.close();
		}
	}
}
