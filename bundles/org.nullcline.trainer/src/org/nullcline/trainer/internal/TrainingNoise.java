package org.nullcline.trainer.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.study.TrainingSettings.Noise;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Gaussian noise of training trials, from streams of each training step, so that it does not depend on the steps before.
 * What it gives is valid until the next call.
 */
final class TrainingNoise implements AutoCloseable {

	private final Noise noise;
	private final int stateSize;
	private final RandomStreams random;
	private INDArray inputs;
	private INDArray states;

	/** @param random of the network */
	TrainingNoise(Noise noise, int stateSize, RandomStreams random) {
		this.noise = noise;
		this.stateSize = stateSize;
		this.random = random;
	}

	/** The trials with noise on a copy of their inputs; the trials themselves if there is no such noise. */
	TrialBatch onInputs(TrialBatch trials, int step) {
		if (noise.input() == 0) {
			return trials;
		}
		inputs = fitting(inputs, trials.inputs().shape());
		INDArray source = NativeArrays.dense(trials.inputs());
		MemorySegment from = NativeArrays.memory(source);
		MemorySegment to = NativeArrays.memory(inputs);
		RandomStream stream = random.stream("input noise", step);
		for (long i = 0; i < inputs.length(); i++) {
			to.setAtIndex(JAVA_DOUBLE, i, from.getAtIndex(JAVA_DOUBLE, i) + noise.input() * stream.nextGaussian());
		}
		Reference.reachabilityFence(source);
		return trials.withInputs(inputs);
	}

	/** Noise on the state, [time, trial, state], or nothing if there is none. */
	Optional<INDArray> onStates(TrialBatch trials, int step) {
		if (noise.state() == 0) {
			return Optional.empty();
		}
		states = fitting(states, trials.steps(), trials.trials(), stateSize);
		MemorySegment to = NativeArrays.memory(states);
		RandomStream stream = random.stream("state noise", step);
		for (long i = 0; i < states.length(); i++) {
			to.setAtIndex(JAVA_DOUBLE, i, noise.state() * stream.nextGaussian());
		}
		return Optional.of(states);
	}

	private static INDArray fitting(INDArray buffer, long... shape) {
		if (buffer != null && Arrays.equals(buffer.shape(), shape)) {
			return buffer;
		}
		if (buffer != null) {
			buffer.close();
		}
		return NativeArrays.zeros(shape);
	}

	@Override
	public void close() {
		if (inputs != null) {
			inputs.close();
		}
		if (states != null) {
			states.close();
		}
	}
}
