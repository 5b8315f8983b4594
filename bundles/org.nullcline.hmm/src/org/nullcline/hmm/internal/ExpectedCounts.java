package org.nullcline.hmm.internal;

import org.nullcline.hmm.HiddenMarkovModel;

/** The sufficient statistics of sequences under a model: what the expectation step of Baum-Welch collects. */
public final class ExpectedCounts {

	private final double[] start;
	private final double[][] transition;
	private final double[][] emission;
	private double logLikelihood;

	public ExpectedCounts(int states, int symbols) {
		start = new double[states];
		transition = new double[states][states];
		emission = new double[states][symbols];
	}

	/**
	 * Adds the sequences from one index up to another.
	 *
	 * @throws IllegalArgumentException naming the sequence that the model cannot emit
	 */
	public static ExpectedCounts of(HiddenMarkovModel model, int[][] sequences, int from, int to) {
		ExpectedCounts counts = new ExpectedCounts(model.states(), model.symbols());
		ForwardBackward recursion = new ForwardBackward(model);
		for (int n = from; n < to; n++) {
			if (sequences[n].length > 0) {
				counts.add(recursion, sequences[n], n);
			}
		}
		return counts;
	}

	private void add(ForwardBackward recursion, int[] symbols, int index) {
		double value = recursion.forward(symbols);
		if (value == Double.NEGATIVE_INFINITY) {
			throw new IllegalArgumentException(
					"sequence " + index + ": the model that Baum-Welch begins with cannot emit it; give it no zeros");
		}
		logLikelihood += value;
		recursion.backward(symbols);
		for (int i = 0; i < start.length; i++) {
			start[i] += recursion.posterior(0, i);
			for (int t = 0; t < symbols.length; t++) {
				emission[i][symbols[t]] += recursion.posterior(t, i);
				for (int j = 0; t < symbols.length - 1 && j < start.length; j++) {
					transition[i][j] += recursion.transitionPosterior(symbols, t, i, j);
				}
			}
		}
	}

	/** Adds those of other sequences. */
	public void add(ExpectedCounts other) {
		logLikelihood += other.logLikelihood;
		add(start, other.start);
		for (int i = 0; i < start.length; i++) {
			add(transition[i], other.transition[i]);
			add(emission[i], other.emission[i]);
		}
	}

	/** log P of the sequences under the model that the counts were taken with. */
	public double logLikelihood() {
		return logLikelihood;
	}

	/** The model of largest expected likelihood. Rows of states that were never visited stay as they were. */
	public HiddenMarkovModel update(HiddenMarkovModel model) {
		double[][] newTransition = model.transition();
		double[][] newEmission = model.emission();
		for (int i = 0; i < start.length; i++) {
			newTransition[i] = normalized(transition[i], newTransition[i]);
			newEmission[i] = normalized(emission[i], newEmission[i]);
		}
		return new HiddenMarkovModel(normalized(start, model.start()), newTransition, newEmission);
	}

	private static double[] normalized(double[] counts, double[] otherwise) {
		double sum = 0;
		for (double count : counts) {
			sum += count;
		}
		// Below this the quotient of two roundings would pass for a probability.
		if (!(sum > 1e-200)) {
			return otherwise;
		}
		double[] probabilities = new double[counts.length];
		for (int k = 0; k < counts.length; k++) {
			probabilities[k] = Math.min(1, counts[k] / sum);
		}
		return probabilities;
	}

	private static void add(double[] sum, double[] other) {
		for (int k = 0; k < sum.length; k++) {
			sum[k] += other[k];
		}
	}
}
