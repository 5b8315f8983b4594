package org.nullcline.dynamics;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/** Steps of a fixed number of states under a constant input, with the buffers for them. Belongs to one thread. */
final class StepBatch implements AutoCloseable {

	private final Weights weights;
	private final int rows;
	private final int size;
	private final SequencePass pass;
	private final INDArray inputs;
	private final INDArray states;
	private final SequenceInputs sequence;

	/** @param rows computed by every call */
	StepBatch(Cell cell, Weights weights, double[] input, int rows) {
		this.weights = weights;
		this.rows = rows;
		size = cell.state().size();
		pass = cell.sequence(1, rows, Precision.DOUBLE);
		double[] repeated = new double[rows * input.length];
		for (int row = 0; row < rows; row++) {
			System.arraycopy(input, 0, repeated, row * input.length, input.length);
		}
		inputs = NativeArrays.of(repeated, 1, rows, input.length);
		states = NativeArrays.zeros(rows, size);
		sequence = new SequenceInputs(inputs, states);
	}

	int rows() {
		return rows;
	}

	/** F(h) - h of some rows, at most {@link #rows}; the rows of the batch beyond them are computed in vain. */
	void residuals(double[] from, int firstRow, int count, double[] residuals) {
		int first = firstRow * size;
		int length = count * size;
		MemorySegment.copy(from, first, NativeArrays.memory(states), ValueLayout.JAVA_DOUBLE, 0, length);
		pass.forward(weights, sequence);
		INDArray next = pass.states();
		MemorySegment.copy(NativeArrays.memory(next), ValueLayout.JAVA_DOUBLE, 0, residuals, first, length);
		Reference.reachabilityFence(next);
		Reference.reachabilityFence(states);
		for (int i = first; i < first + length; i++) {
			residuals[i] -= from[i];
		}
	}

	@Override
	public void close() {
		pass.close();
		if (inputs.closeable()) {
			inputs.close();
		}
		states.close();
	}
}
