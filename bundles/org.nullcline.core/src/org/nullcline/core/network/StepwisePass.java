package org.nullcline.core.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The slow path for cells that give only a step: runs it once per time step and differentiates it by central differences.
 * A backward pass takes two steps per weight, state and input at each time step, so this suits small cells and trying
 * things out; a cell that is to be trained in earnest brings a {@link SequencePass} of its own.
 */
public final class StepwisePass implements SequencePass {

	/** Near the cube root of the machine precision, where truncation and rounding balance. */
	private static final double STEP = 1e-5;

	private final Cell cell;
	private final int steps;
	private final int batch;
	private final int inputSize;
	private final int stateSize;
	/** States after each step, [time][batch * state]. */
	private final double[][] after;
	private Weights weights;
	private double[] inputs;
	private double[] initial;
	private double[] inputGradient;

	public StepwisePass(Cell cell, int steps, int batch) {
		if (steps < 1 || batch < 1) {
			throw new IllegalArgumentException("a pass needs at least one step and one trial: " + steps + ", " + batch);
		}
		this.cell = cell;
		this.steps = steps;
		this.batch = batch;
		inputSize = cell.inputs();
		stateSize = cell.state().size();
		after = new double[steps][];
	}

	@Override
	public void forward(Weights used, SequenceInputs sequence) {
		require("inputs", sequence.inputs(), steps, batch, inputSize);
		require("initial state", sequence.initialState(), batch, stateSize);
		weights = used;
		inputs = NativeArrays.values(sequence.inputs());
		initial = NativeArrays.values(sequence.initialState());
		double[] noise = sequence.stateNoise().map(NativeArrays::values).orElse(null);
		INDArray state = sequence.initialState();
		for (int t = 0; t < steps; t++) {
			INDArray stepped = cell.step(weights, input(t), state);
			require("next state", stepped, batch, stateSize);
			double[] next = NativeArrays.values(stepped);
			for (int i = 0; noise != null && i < next.length; i++) {
				next[i] += noise[t * batch * stateSize + i];
			}
			after[t] = next;
			state = NativeArrays.of(next, batch, stateSize);
		}
	}

	@Override
	public INDArray states() {
		double[] all = new double[steps * batch * stateSize];
		for (int t = 0; t < steps; t++) {
			System.arraycopy(after[t], 0, all, t * batch * stateSize, batch * stateSize);
		}
		return NativeArrays.of(all, steps, batch, stateSize);
	}

	@Override
	public INDArray backward(INDArray stateGradient, Weights gradient) {
		if (weights == null) {
			throw new IllegalStateException("there was no forward pass");
		}
		require("state gradient", stateGradient, steps, batch, stateSize);
		double[] direct = NativeArrays.values(stateGradient);
		double[] carry = new double[batch * stateSize];
		inputGradient = new double[steps * batch * inputSize];
		for (int t = steps - 1; t >= 0; t--) {
			double[] delta = carry;
			for (int i = 0; i < delta.length; i++) {
				delta[i] += direct[t * batch * stateSize + i];
			}
			INDArray x = input(t);
			INDArray h = NativeArrays.of(t == 0 ? initial : after[t - 1], batch, stateSize);
			addWeightGradient(x, h, delta, gradient);
			carry = timesJacobian(delta, NumericalJacobian.byState(cell, weights, x, h), stateSize);
			System.arraycopy(timesJacobian(delta, NumericalJacobian.byInput(cell, weights, x, h), inputSize), 0, inputGradient,
					t * batch * inputSize, batch * inputSize);
		}
		return NativeArrays.of(carry, batch, stateSize);
	}

	@Override
	public INDArray inputGradient() {
		return NativeArrays.of(inputGradient, steps, batch, inputSize);
	}

	/** gradient += delta dF/dw, one weight after the other. The weights are as they were when this returns. */
	private void addWeightGradient(INDArray x, INDArray h, double[] delta, Weights gradient) {
		for (WeightDeclaration declaration : cell.weights()) {
			if (!gradient.holds(declaration.name())) {
				continue;
			}
			INDArray array = weights.get(declaration.name());
			double[] values = NativeArrays.values(array);
			double[] slopes = NativeArrays.values(gradient.get(declaration.name()));
			for (int i = 0; i < values.length; i++) {
				double[] above = stepWith(array, i, values[i] + STEP, x, h);
				double[] below = stepWith(array, i, values[i] - STEP, x, h);
				put(array, i, values[i]);
				for (int k = 0; k < delta.length; k++) {
					slopes[i] += delta[k] * (above[k] - below[k]) / (2 * STEP);
				}
			}
			gradient.get(declaration.name()).assign(NativeArrays.of(slopes, array.shape()));
		}
	}

	private double[] stepWith(INDArray array, int index, double value, INDArray x, INDArray h) {
		put(array, index, value);
		return NativeArrays.values(cell.step(weights, x, h));
	}

	private static void put(INDArray array, int index, double value) {
		NativeArrays.memory(array).setAtIndex(java.lang.foreign.ValueLayout.JAVA_DOUBLE, index, value);
		java.lang.ref.Reference.reachabilityFence(array);
	}

	private double[] timesJacobian(double[] delta, INDArray jacobian, int columns) {
		double[] slopes = NativeArrays.values(jacobian);
		double[] product = new double[batch * columns];
		for (int b = 0; b < batch; b++) {
			for (int i = 0; i < stateSize; i++) {
				for (int j = 0; j < columns; j++) {
					product[b * columns + j] += delta[b * stateSize + i] * slopes[(b * stateSize + i) * columns + j];
				}
			}
		}
		return product;
	}

	private INDArray input(int t) {
		int size = batch * inputSize;
		return NativeArrays.of(java.util.Arrays.copyOfRange(inputs, t * size, (t + 1) * size), batch, inputSize);
	}

	private static void require(String name, INDArray array, long... shape) {
		if (!java.util.Arrays.equals(array.shape(), shape)) {
			throw new IllegalArgumentException(name + ": expected shape " + java.util.Arrays.toString(shape) + ", found "
					+ java.util.Arrays.toString(array.shape()));
		}
	}

	@Override
	public void close() {
		// Nothing lies outside the Java heap.
	}
}
