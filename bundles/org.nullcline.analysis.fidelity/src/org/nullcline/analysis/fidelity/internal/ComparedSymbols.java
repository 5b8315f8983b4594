package org.nullcline.analysis.fidelity.internal;

import java.util.Arrays;

import org.nullcline.core.random.RandomStreams;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.HiddenMarkovSampler;

/**
 * What is compared: sequences of a network, and two independent sets of as many sequences of the model.
 *
 * @param model   that the network should emulate
 * @param repeats into how many sets of equal size each of the three is divided
 * @param network [sequence][time]
 * @param first   of the model
 * @param second  of the model, for what two sets of the same law differ by
 */
record ComparedSymbols(HiddenMarkovModel model, int repeats, int[][] network, int[][] first, int[][] second) {

	static ComparedSymbols of(HiddenMarkovModel model, int repeats, int[][] network, RandomStreams random) {
		return new ComparedSymbols(model, repeats, network, sample(model, network.length, network[0].length, random.below("first")),
				sample(model, network.length, network[0].length, random.below("second")));
	}

	private static int[][] sample(HiddenMarkovModel model, int count, int steps, RandomStreams random) {
		HiddenMarkovSampler sampler = new HiddenMarkovSampler(model);
		int[][] sequences = new int[count][];
		for (int k = 0; k < count; k++) {
			sequences[k] = sampler.sample(steps, random.stream("sequence", k)).symbols();
		}
		return sequences;
	}

	/** Number of symbols of each sequence. */
	int steps() {
		return network[0].length;
	}

	/** One of the sets that the sequences are divided into. */
	int[][] part(int[][] sequences, int repeat) {
		int size = sequences.length / repeats;
		return Arrays.copyOfRange(sequences, repeat * size, (repeat + 1) * size);
	}
}
