package org.nullcline.dynamics;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.ReadoutPass;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Trajectories of a network side by side, one step at a time, each of whose rows may be set to another state between two
 * steps. Works for every cell, by its fast pass. Belongs to one thread.
 */
public final class TrajectoryBatch implements AutoCloseable {

	private final Network network;
	private final int rows;
	private final int size;
	private final SequencePass pass;
	private final INDArray inputs;
	private final INDArray states;
	private final INDArray outputs;
	private final INDArray bias;
	private final double[] inputValues;
	private final double[] outputValues;
	/** Whether the states are those of the pass. */
	private boolean stepped;

	public TrajectoryBatch(Network network, int rows, Precision precision) {
		this.network = network;
		this.rows = rows;
		size = network.cell().state().size();
		pass = network.cell().sequence(1, rows, precision);
		inputs = NativeArrays.zeros(1, rows, network.cell().inputs());
		states = NativeArrays.zeros(rows, size);
		outputs = NativeArrays.zeros(rows, network.outputs());
		bias = NativeArrays.dense(network.outputs(NativeArrays.zeros(rows, size)));
		inputValues = new double[rows * network.cell().inputs()];
		outputValues = new double[rows * network.outputs()];
	}

	/** Number of trajectories. */
	public int rows() {
		return rows;
	}

	/** The inputs of the next step, [row, input]; to be filled. */
	public double[] inputs() {
		return inputValues;
	}

	/** Sets the state of one row. */
	public void setState(int row, double[] state) {
		MemorySegment.copy(state, 0, NativeArrays.memory(states), ValueLayout.JAVA_DOUBLE, (long) row * size * Double.BYTES, size);
		Reference.reachabilityFence(states);
		stepped = false;
	}

	/** One step of all rows. */
	public void step() {
		if (inputValues.length > 0) {
			MemorySegment.copy(inputValues, 0, NativeArrays.memory(inputs), ValueLayout.JAVA_DOUBLE, 0, inputValues.length);
		}
		pass.forward(network.weights(), new SequenceInputs(inputs, states));
		INDArray next = pass.states();
		MemorySegment.copy(NativeArrays.memory(next), 0, NativeArrays.memory(states), 0, (long) rows * size * Double.BYTES);
		Reference.reachabilityFence(next);
		Reference.reachabilityFence(inputs);
		Reference.reachabilityFence(states);
		stepped = true;
	}

	/** The states, [row, state], as a copy. */
	public double[] states() {
		return NativeArrays.values(states);
	}

	/** What the network reads out of the states, [row, output]; valid until the next call. */
	public double[] outputs() {
		if (stepped && pass instanceof ReadoutPass reading) {
			INDArray read = reading.outputs();
			MemorySegment.copy(NativeArrays.memory(read), ValueLayout.JAVA_DOUBLE, 0, outputValues, 0, outputValues.length);
			Reference.reachabilityFence(read);
			return outputValues;
		}
		MemorySegment.copy(NativeArrays.memory(bias), 0, NativeArrays.memory(outputs), 0,
				(long) outputValues.length * Double.BYTES);
		int units = network.cell().units();
		Blas.multiply(false, true, rows, network.outputs(), units, 1, states, 0, size,
				network.weights().get(Network.READOUT_WEIGHT), 0, units, 1, outputs, 0, network.outputs());
		MemorySegment.copy(NativeArrays.memory(outputs), ValueLayout.JAVA_DOUBLE, 0, outputValues, 0, outputValues.length);
		Reference.reachabilityFence(bias);
		Reference.reachabilityFence(outputs);
		return outputValues;
	}

	@Override
	public void close() {
		pass.close();
		inputs.close();
		states.close();
		outputs.close();
		bias.close();
	}
}
