package org.nullcline.hmm;

import java.util.random.RandomGenerator;

/** Draws sequences from a model. Safe for use by several threads, each with a stream of its own. */
public final class HiddenMarkovSampler {

	private final double[] start;
	private final double[][] transition;
	private final double[][] emission;

	public HiddenMarkovSampler(HiddenMarkovModel model) {
		start = cumulative(model.start());
		transition = java.util.Arrays.stream(model.transition()).map(HiddenMarkovSampler::cumulative).toArray(double[][]::new);
		emission = java.util.Arrays.stream(model.emission()).map(HiddenMarkovSampler::cumulative).toArray(double[][]::new);
	}

	/**
	 * Draws one sequence: two uniform numbers per step, for the state and for the symbol, so that a longer sequence begins with
	 * the shorter one.
	 */
	public SampledSequence sample(int steps, RandomGenerator random) {
		int[] states = new int[steps];
		int[] symbols = new int[steps];
		for (int t = 0; t < steps; t++) {
			states[t] = draw(t == 0 ? start : transition[states[t - 1]], random.nextDouble());
			symbols[t] = draw(emission[states[t]], random.nextDouble());
		}
		return new SampledSequence(states, symbols);
	}

	private static int draw(double[] cumulative, double uniform) {
		int k = 0;
		while (uniform >= cumulative[k]) {
			k++;
		}
		return k;
	}

	/** The last possible value takes what rounding leaves, so that an impossible one is never drawn. */
	private static double[] cumulative(double[] probabilities) {
		double[] cumulative = new double[probabilities.length];
		double sum = 0;
		int last = 0;
		for (int k = 0; k < probabilities.length; k++) {
			sum += probabilities[k];
			cumulative[k] = sum;
			last = probabilities[k] > 0 ? k : last;
		}
		for (int k = last; k < probabilities.length; k++) {
			cumulative[k] = 1;
		}
		return cumulative;
	}
}
