package org.nullcline.trainer;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The value of an objective on a batch of trials and its gradient by all weights of a network, readout and initial state
 * included. Holds buffers for trials of one length and number; belongs to one thread.
 */
public final class BackpropagationThroughTime implements AutoCloseable {

	private final Network network;
	private final int steps;
	private final int batch;
	private final int stateSize;
	private final int units;
	private final int outputs;
	private final SequencePass pass;
	/** [time, trial, state] */
	private final INDArray stateGradient;

	public BackpropagationThroughTime(Network network, int steps, int batch) {
		this.network = network;
		this.steps = steps;
		this.batch = batch;
		stateSize = network.cell().state().size();
		units = network.cell().units();
		outputs = network.outputs();
		pass = network.cell().sequence(steps, batch);
		stateGradient = NativeArrays.zeros(steps, batch, stateSize);
	}

	/** Whether the buffers fit these trials. */
	public boolean fits(TrialBatch trials) {
		return trials.steps() == steps && trials.trials() == batch;
	}

	/**
	 * Evaluates objective and gradient.
	 *
	 * @param gradient overwritten
	 * @return the value of the objective
	 */
	public double evaluate(Objective objective, TrialBatch trials, Weights gradient) {
		Weights weights = network.weights();
		INDArray readout = weights.get(Network.READOUT_WEIGHT);
		INDArray inputs = NativeArrays.dense(trials.inputs().permute(1, 0, 2).dup('c'));
		INDArray initial = network.initialStates(batch);
		INDArray states = pass.forward(weights, inputs, initial);
		INDArray timeMajorOutputs = network.outputs(states);
		INDArray trialOutputs = timeMajorOutputs.permute(1, 0, 2).dup('c');
		INDArray trialGradient = NativeArrays.zeros(batch, steps, outputs);
		double value = objective.evaluate(trialOutputs, trials, trialGradient);
		INDArray outputGradient = trialGradient.permute(1, 0, 2).dup('c');

		gradient.arrays().values().forEach(array -> NativeArrays.memory(array).fill((byte) 0));
		int rows = steps * batch;
		// y = W_o h + b_o, hence dW_o = dy' h, db_o = sum dy, dh = dy W_o; parts of the state that are not read get nothing.
		Blas.multiply(true, false, outputs, units, rows, 1, outputGradient, 0, outputs, states, 0, stateSize, 1,
				gradient.get(Network.READOUT_WEIGHT), 0, units);
		addColumnSums(outputGradient, rows, outputs, gradient.get(Network.READOUT_BIAS));
		NativeArrays.memory(stateGradient).fill((byte) 0);
		Blas.multiply(false, false, rows, units, outputs, 1, outputGradient, 0, outputs, readout, 0, units, 0, stateGradient, 0,
				stateSize);
		INDArray initialGradient = pass.backward(stateGradient, gradient);
		addColumnSums(initialGradient, batch, stateSize, gradient.get(Network.INITIAL_STATE));

		for (INDArray mine : new INDArray[] { inputs, initial, timeMajorOutputs, trialOutputs, trialGradient, outputGradient }) {
			mine.close();
		}
		return value;
	}

	private static void addColumnSums(INDArray matrix, int rows, int columns, INDArray target) {
		MemorySegment source = NativeArrays.memory(matrix);
		double[] sums = new double[columns];
		for (long i = 0; i < (long) rows * columns; i++) {
			sums[(int) (i % columns)] += source.getAtIndex(JAVA_DOUBLE, i);
		}
		MemorySegment memory = NativeArrays.memory(target);
		for (int j = 0; j < columns; j++) {
			memory.setAtIndex(JAVA_DOUBLE, j, memory.getAtIndex(JAVA_DOUBLE, j) + sums[j]);
		}
		java.lang.ref.Reference.reachabilityFence(matrix);
		java.lang.ref.Reference.reachabilityFence(target);
	}

	@Override
	public void close() {
		pass.close();
		stateGradient.close();
	}
}
