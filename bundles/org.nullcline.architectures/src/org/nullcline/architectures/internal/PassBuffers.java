package org.nullcline.architectures.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.SequencePass;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * What the passes of all cells share: buffers in time-major order, and the products that run over all time steps at once.
 * Row {@code t * batch + b} of every buffer belongs to trial b at step t.
 */
abstract class PassBuffers implements SequencePass {

	protected final int steps;
	protected final int batch;
	protected final int inputs;
	protected final int units;
	/** [steps, batch, unit] */
	protected final INDArray states;
	protected final MemorySegment statesMemory;
	/** [batch, unit]: the gradient that flows from one step to the one before. */
	protected final INDArray carry;
	protected final MemorySegment carryMemory;
	/** Of the last forward pass. */
	protected INDArray lastInputs;
	protected INDArray lastInitial;

	private final List<INDArray> owned = new ArrayList<>();

	PassBuffers(int steps, int batch, int inputs, int units) {
		if (steps < 1 || batch < 1) {
			throw new IllegalArgumentException("a pass needs at least one step and one trial: " + steps + ", " + batch);
		}
		this.steps = steps;
		this.batch = batch;
		this.inputs = inputs;
		this.units = units;
		states = buffer(steps, batch, units);
		statesMemory = NativeArrays.memory(states);
		carry = buffer(batch, units);
		carryMemory = NativeArrays.memory(carry);
	}

	/** A buffer that lives as long as this pass. */
	protected final INDArray buffer(long... shape) {
		INDArray array = NativeArrays.zeros(shape);
		owned.add(array);
		return array;
	}

	/** Checks and keeps the arguments of a forward pass. */
	protected final void begin(INDArray sequence, INDArray initialState) {
		require("inputs", sequence, steps, batch, inputs);
		require("initial state", initialState, batch, units);
		lastInputs = sequence;
		lastInitial = initialState;
	}

	/** Checks the arguments of a backward pass. */
	protected final void beginBackward(INDArray stateGradient) {
		if (lastInputs == null) {
			throw new IllegalStateException("there was no forward pass");
		}
		require("state gradient", stateGradient, steps, batch, units);
		carryMemory.fill((byte) 0);
	}

	/** target[all rows] = inputs[all rows] W', for all steps at once; columns is the number of rows of W. */
	protected final void projectInputs(INDArray weight, INDArray target, int columns) {
		Blas.multiply(false, true, steps * batch, columns, inputs, 1, lastInputs, 0, inputs, weight, 0, inputs, 0, target, 0,
				columns);
	}

	/** gradient += delta' inputs, over all steps. */
	protected final void addInputGradient(INDArray delta, int columns, INDArray gradient) {
		Blas.multiply(true, false, columns, inputs, steps * batch, 1, delta, 0, columns, lastInputs, 0, inputs, 1, gradient, 0,
				inputs);
	}

	/**
	 * gradient[rows from firstRow on] += delta[columns from firstColumn on]' (states one step earlier), over all steps.
	 *
	 * @param stride columns of delta
	 * @param count  how many of them
	 */
	protected final void addRecurrentGradient(INDArray delta, int stride, int firstColumn, int count, INDArray gradient,
			int firstRow) {
		long offset = (long) firstRow * units;
		Blas.multiply(true, false, count, units, batch, 1, delta, firstColumn, stride, lastInitial, 0, units, 1, gradient,
				offset, units);
		if (steps > 1) {
			Blas.multiply(true, false, count, units, (steps - 1) * batch, 1, delta, (long) batch * stride + firstColumn, stride,
					states, 0, units, 1, gradient, offset, units);
		}
	}

	/** gradient[j] += sum over all rows of delta[row, j]. */
	protected final void addBiasGradient(MemorySegment delta, int columns, INDArray gradient) {
		double[] sums = new double[columns];
		for (long row = 0; row < (long) steps * batch; row++) {
			for (int j = 0; j < columns; j++) {
				sums[j] += delta.getAtIndex(JAVA_DOUBLE, row * columns + j);
			}
		}
		MemorySegment memory = NativeArrays.memory(gradient);
		for (int j = 0; j < columns; j++) {
			memory.setAtIndex(JAVA_DOUBLE, j, memory.getAtIndex(JAVA_DOUBLE, j) + sums[j]);
		}
		java.lang.ref.Reference.reachabilityFence(gradient);
	}

	/** The array that holds the states before step t, and where they begin in it. */
	protected final INDArray before(int t) {
		return t == 0 ? lastInitial : states;
	}

	protected final long beforeOffset(int t) {
		return t == 0 ? 0 : (long) (t - 1) * batch * units;
	}

	protected static double sigmoid(double x) {
		// One transcendental function for all gates; exact at both ends.
		return 0.5 + 0.5 * Math.tanh(0.5 * x);
	}

	@Override
	public INDArray states() {
		return states;
	}

	@Override
	public INDArray inputGradient() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
		owned.forEach(INDArray::close);
	}

	private static void require(String name, INDArray array, long... shape) {
		if (!java.util.Arrays.equals(array.shape(), shape) || !NativeArrays.isDense(array)) {
			throw new IllegalArgumentException(name + ": expected a dense array of shape " + java.util.Arrays.toString(shape)
					+ ", found " + java.util.Arrays.toString(array.shape()));
		}
	}
}
