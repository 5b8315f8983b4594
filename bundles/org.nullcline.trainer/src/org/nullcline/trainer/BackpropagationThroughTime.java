package org.nullcline.trainer;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.ReadoutPass;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The value of an objective on a batch of trials and its gradient by all weights of a network, readout and initial state
 * included. Holds buffers for trials of one length and number; belongs to one thread.
 */
public final class BackpropagationThroughTime implements AutoCloseable {

	/** A function of the states that is made small beside the objective. */
	@FunctionalInterface
	public interface StatePenalty {

		/**
		 * Adds the derivative by the states.
		 *
		 * @param states        [time, trial, state]; unchanged
		 * @param stateGradient of the same shape, dense; holds the derivative of the objective on entry
		 */
		void addDerivative(INDArray states, TrialBatch trials, INDArray stateGradient);
	}

	private final Network network;
	private final int steps;
	private final int batch;
	private final int stateSize;
	private final int units;
	private final int outputs;
	private final SequencePass pass;
	/** [time, trial, input] */
	private final INDArray inputs;
	/** [trial, time, output] */
	private final INDArray trialOutputs;
	/** [trial, time, output] */
	private final INDArray trialGradient;
	/** [time, trial, output] */
	private final INDArray outputGradient;
	/** [time, trial, state]; made when the readout is not a part of the pass. */
	private INDArray stateGradient;

	public BackpropagationThroughTime(Network network, int steps, int batch, Precision precision) {
		this.network = network;
		this.steps = steps;
		this.batch = batch;
		stateSize = network.cell().state().size();
		units = network.cell().units();
		outputs = network.outputs();
		pass = network.cell().sequence(steps, batch, precision);
		inputs = NativeArrays.zeros(steps, batch, network.cell().inputs());
		trialOutputs = NativeArrays.zeros(batch, steps, outputs);
		trialGradient = NativeArrays.zeros(batch, steps, outputs);
		outputGradient = NativeArrays.zeros(steps, batch, outputs);
	}

	/** Whether the buffers fit these trials. */
	public boolean fits(TrialBatch trials) {
		return trials.steps() == steps && trials.trials() == batch;
	}

	/** Evaluates objective and gradient without noise on the state. */
	public double evaluate(Objective objective, TrialBatch trials, RandomStream random, Weights gradient) {
		return evaluate(objective, trials, Optional.empty(), random, gradient);
	}

	/**
	 * Evaluates objective and gradient.
	 *
	 * @param stateNoise [time, trial, state], added to the state after each step
	 * @param random     for objectives that draw
	 * @param gradient   overwritten; arrays that it does not hold are not differentiated
	 * @return the value of the objective
	 */
	public double evaluate(Objective objective, TrialBatch trials, Optional<INDArray> stateNoise, RandomStream random,
			Weights gradient) {
		return evaluate(objective, trials, stateNoise, random, gradient, Optional.empty());
	}

	/**
	 * As without a penalty, with the derivative of one added to the gradient; its value is not a part of the result. A pass
	 * with a readout of its own is then read out from here, because the penalty needs the states.
	 */
	public double evaluate(Objective objective, TrialBatch trials, Optional<INDArray> stateNoise, RandomStream random,
			Weights gradient, Optional<StatePenalty> penalty) {
		Weights weights = network.weights();
		NativeArrays.swapLeading(NativeArrays.dense(trials.inputs()), inputs);
		INDArray initial = network.initialStates(batch);
		pass.forward(weights, new SequenceInputs(inputs, initial, stateNoise));
		gradient.arrays().values().forEach(array -> NativeArrays.memory(array).fill((byte) 0));
		NativeArrays.memory(trialGradient).fill((byte) 0);
		double value;
		INDArray initialGradient;
		if (pass instanceof ReadoutPass fused && penalty.isEmpty()) {
			NativeArrays.swapLeading(fused.outputs(), trialOutputs);
			value = objective.evaluate(trialOutputs, trials, random, trialGradient);
			NativeArrays.swapLeading(trialGradient, outputGradient);
			initialGradient = fused.backwardFromOutputs(outputGradient, gradient);
		} else {
			INDArray states = pass.states();
			INDArray timeMajor = network.outputs(states);
			NativeArrays.swapLeading(timeMajor, trialOutputs);
			timeMajor.close();
			value = objective.evaluate(trialOutputs, trials, random, trialGradient);
			NativeArrays.swapLeading(trialGradient, outputGradient);
			initialGradient = backwardThroughReadout(states, trials, penalty, gradient);
		}
		if (gradient.holds(Network.INITIAL_STATE)) {
			addColumnSums(initialGradient, batch, stateSize, gradient.get(Network.INITIAL_STATE));
		}
		initial.close();
		return value;
	}

	/** y = W_o h + b_o, hence dW_o = dy' h, db_o = sum dy, dh = dy W_o; parts of the state that are not read get nothing. */
	private INDArray backwardThroughReadout(INDArray states, TrialBatch trials, Optional<StatePenalty> penalty,
			Weights gradient) {
		int rows = steps * batch;
		if (gradient.holds(Network.READOUT_WEIGHT)) {
			Blas.multiply(true, false, outputs, units, rows, 1, outputGradient, 0, outputs, states, 0, stateSize, 1,
					gradient.get(Network.READOUT_WEIGHT), 0, units);
		}
		if (gradient.holds(Network.READOUT_BIAS)) {
			addColumnSums(outputGradient, rows, outputs, gradient.get(Network.READOUT_BIAS));
		}
		if (stateGradient == null) {
			// What the readout does not see stays zero.
			stateGradient = NativeArrays.zeros(steps, batch, stateSize);
		} else if (penalty.isPresent() && stateSize > units) {
			NativeArrays.memory(stateGradient).fill((byte) 0);
		}
		Blas.multiply(false, false, rows, units, outputs, 1, outputGradient, 0, outputs,
				network.weights().get(Network.READOUT_WEIGHT), 0, units, 0, stateGradient, 0, stateSize);
		if (penalty.isPresent()) {
			penalty.get().addDerivative(states, trials, stateGradient);
		}
		return pass.backward(stateGradient, gradient);
	}

	private static void addColumnSums(INDArray matrix, int rows, int columns, INDArray target) {
		MemorySegment source = NativeArrays.memory(matrix);
		double[] sums = new double[columns];
		double[] row = new double[columns];
		for (int i = 0; i < rows; i++) {
			MemorySegment.copy(source, JAVA_DOUBLE, (long) i * columns * Double.BYTES, row, 0, columns);
			for (int j = 0; j < columns; j++) {
				sums[j] += row[j];
			}
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
		inputs.close();
		trialOutputs.close();
		trialGradient.close();
		outputGradient.close();
		if (stateGradient != null) {
			stateGradient.close();
		}
	}
}
