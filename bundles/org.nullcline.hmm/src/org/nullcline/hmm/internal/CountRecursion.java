package org.nullcline.hmm.internal;

import org.nullcline.hmm.Moments;

/**
 * Exact moments of a count N along a Markov chain. For each state it carries P(z = i), E[N; z = i] and E[N^2; z = i]; a step
 * with transition probability p that counts c adds p times (1, c, c^2) in the sense of (N + c)^2 = N^2 + 2 c N + c^2.
 */
public final class CountRecursion {

	/** What a step from state i to state j counts. */
	@FunctionalInterface
	public interface Increment {
		/** The count, 0 or 1. */
		int of(int from, int to);
	}

	private final double[][] transition;
	private final Increment increment;

	public CountRecursion(double[][] transition, Increment increment) {
		this.transition = transition;
		this.increment = increment;
	}

	/**
	 * Moments of the count over a number of transitions.
	 *
	 * @param start        distribution of the first state
	 * @param initialCount what each first state counts already
	 */
	public Moments after(int transitions, double[] start, int[] initialCount) {
		int states = start.length;
		double[] probability = start.clone();
		double[] first = new double[states];
		double[] second = new double[states];
		for (int i = 0; i < states; i++) {
			first[i] = start[i] * initialCount[i];
			second[i] = first[i] * initialCount[i];
		}
		for (int n = 0; n < transitions; n++) {
			double[] nextProbability = new double[states];
			double[] nextFirst = new double[states];
			double[] nextSecond = new double[states];
			for (int i = 0; i < states; i++) {
				for (int j = 0; j < states; j++) {
					double p = transition[i][j];
					int c = increment.of(i, j);
					nextProbability[j] += p * probability[i];
					nextFirst[j] += p * (first[i] + c * probability[i]);
					nextSecond[j] += p * (second[i] + 2 * c * first[i] + c * c * probability[i]);
				}
			}
			probability = nextProbability;
			first = nextFirst;
			second = nextSecond;
		}
		double mean = sum(first);
		return new Moments(mean, Math.sqrt(Math.max(0, sum(second) - mean * mean)));
	}

	private static double sum(double[] values) {
		double sum = 0;
		for (double value : values) {
			sum += value;
		}
		return sum;
	}
}
