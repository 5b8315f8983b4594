package org.nullcline.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.WeightDeclaration.Role;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.NativeArrays;

/** A cell with weights, a linear readout y = W_o h + b_o and an initial state. */
public final class Network {

	/** Readout matrix, [output, unit]. */
	public static final String READOUT_WEIGHT = "readout.weight";
	/** Readout bias, [output]; some networks have none. */
	public static final String READOUT_BIAS = "readout.bias";
	/** Initial state, [state]. */
	public static final String INITIAL_STATE = "initial_state";

	private final Cell cell;
	private final int outputs;
	private final Weights weights;

	private Network(Cell cell, int outputs, Weights weights) {
		this.cell = cell;
		this.outputs = outputs;
		this.weights = weights;
	}

	/** All arrays of a network: the cell's, then readout and initial state. */
	public static List<WeightDeclaration> declarations(Cell cell, int outputs) {
		List<WeightDeclaration> all = new ArrayList<>(cell.weights());
		all.add(new WeightDeclaration(READOUT_WEIGHT, Role.READOUT, outputs, cell.units()));
		if (cell.readoutBias()) {
			all.add(new WeightDeclaration(READOUT_BIAS, Role.BIAS, outputs));
		}
		all.add(new WeightDeclaration(INITIAL_STATE, Role.INITIAL_STATE, cell.state().size()));
		return all;
	}

	/** A network at the beginning of training: cell and readout as the cell draws them, zero initial state. */
	public static Network initialize(Cell cell, int outputs, RandomStreams random) {
		Weights weights = Weights.zeros(declarations(cell, outputs));
		cell.initialize(weights, random);
		cell.initializeReadout(weights, random);
		Network network = new Network(cell, outputs, weights);
		cell.masks(random).forEach((name, mask) -> weights.get(name).muli(mask));
		return network;
	}

	/**
	 * A network with given weights.
	 *
	 * @throws IllegalArgumentException naming the array, if one is missing or has another shape
	 */
	public static Network of(Cell cell, int outputs, Map<String, INDArray> arrays) {
		return new Network(cell, outputs, Weights.copyOf(declarations(cell, outputs), arrays));
	}

	public Cell cell() {
		return cell;
	}

	public int outputs() {
		return outputs;
	}

	/** The arrays themselves; changing them changes the network. */
	public Weights weights() {
		return weights;
	}

	/** The initial state, once per trial: [batch, state]. */
	public INDArray initialStates(int batch) {
		double[] one = NativeArrays.values(weights.get(INITIAL_STATE));
		double[] all = new double[batch * one.length];
		for (int b = 0; b < batch; b++) {
			System.arraycopy(one, 0, all, b * one.length, one.length);
		}
		return NativeArrays.of(all, batch, one.length);
	}

	/**
	 * Runs the network on trials from its initial state.
	 *
	 * @param inputs [trial, time, input]
	 * @return the states after each step, [trial, time, state]
	 */
	public INDArray states(INDArray inputs) {
		int batch = (int) inputs.size(0);
		int steps = (int) inputs.size(1);
		try (SequencePass pass = cell.sequence(steps, batch, Precision.DOUBLE)) {
			INDArray timeMajor = inputs.permute(1, 0, 2).dup('c');
			INDArray initial = initialStates(batch);
			pass.forward(weights, new SequenceInputs(NativeArrays.dense(timeMajor), initial));
			INDArray states = pass.states().permute(1, 0, 2).dup('c');
			timeMajor.close();
			initial.close();
			return states;
		}
	}

	/**
	 * Reads out states.
	 *
	 * @param states [..., state], any number of leading dimensions
	 * @return [..., output]
	 */
	public INDArray outputs(INDArray states) {
		int size = cell.state().size();
		int rows = (int) (states.length() / size);
		double[] bias = cell.readoutBias() ? NativeArrays.values(weights.get(READOUT_BIAS)) : new double[outputs];
		double[] filled = new double[rows * outputs];
		for (int i = 0; i < filled.length; i++) {
			filled[i] = bias[i % outputs];
		}
		long[] shape = states.shape().clone();
		shape[shape.length - 1] = outputs;
		INDArray result = NativeArrays.of(filled, shape);
		Blas.multiply(false, true, rows, outputs, cell.units(), 1, NativeArrays.dense(states), 0, size,
				weights.get(READOUT_WEIGHT), 0, cell.units(), 1, result, 0, outputs);
		return result;
	}
}
