package org.nullcline.hmm;

import java.util.function.Consumer;

/** Sums over all paths and sequences, written to be read: what recursions are held against. */
final class AllSequences {

	private AllSequences() {
	}

	/** Calls for every sequence of numbers below a base; the array is used again. */
	static void each(int base, int steps, Consumer<int[]> consumer) {
		int[] sequence = new int[steps];
		for (int code = 0; code < Math.pow(base, steps); code++) {
			int rest = code;
			for (int t = 0; t < steps; t++) {
				sequence[t] = rest % base;
				rest /= base;
			}
			consumer.accept(sequence);
		}
	}

	/** P(z, x). */
	static double joint(HiddenMarkovModel model, int[] states, int[] symbols) {
		double p = 1;
		for (int t = 0; t < states.length; t++) {
			p *= t == 0 ? model.start()[states[0]] : model.transition()[states[t - 1]][states[t]];
			p *= model.emission()[states[t]][symbols[t]];
		}
		return p;
	}

	/** P(x), the sum over all paths. */
	static double probability(HiddenMarkovModel model, int[] symbols) {
		double[] sum = new double[1];
		each(model.states(), symbols.length, states -> sum[0] += joint(model, states, symbols));
		return sum[0];
	}
}
