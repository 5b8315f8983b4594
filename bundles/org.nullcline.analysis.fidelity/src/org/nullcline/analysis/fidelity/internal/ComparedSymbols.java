package org.nullcline.analysis.fidelity.internal;

import java.util.Arrays;

import org.nullcline.core.random.RandomStreams;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.HiddenMarkovSampler;

/**
 * What is compared: sequences of a network, and independent sequences of the model.
 *
 * @param model   that the network should emulate
 * @param repeats number of sets between which distances are measured
 * @param size    number of sequences of each set
 * @param network [sequence][time]; the first ones also are in the sets
 * @param first   of the model, those of the sets
 * @param second  as many, for what two sets of the same law differ by
 */
record ComparedSymbols(HiddenMarkovModel model, int repeats, int size, int[][] network, int[][] first, int[][] second) {

	/** @param most sequences of a set; fewer if the network's do not suffice */
	static ComparedSymbols of(HiddenMarkovModel model, int repeats, int most, int[][] network, RandomStreams random) {
		int size = Math.max(1, Math.min(most, network.length / repeats));
		return new ComparedSymbols(model, repeats, size, network,
				sample(model, repeats * size, network[0].length, random.below("first")),
				sample(model, repeats * size, network[0].length, random.below("second")));
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

	/** One of the sets. */
	int[][] part(int[][] sequences, int repeat) {
		return Arrays.copyOfRange(sequences, repeat * size, (repeat + 1) * size);
	}
}
