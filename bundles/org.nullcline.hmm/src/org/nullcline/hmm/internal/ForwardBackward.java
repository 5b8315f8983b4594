package org.nullcline.hmm.internal;

import org.nullcline.hmm.HiddenMarkovModel;

/**
 * The scaled forward-backward recursion (Rabiner 1989, section V.A). Not thread-safe: it reuses its memory from sequence to
 * sequence.
 */
public final class ForwardBackward {

	private final int states;
	private final double[] start;
	private final double[][] transition;
	private final double[][] emission;
	private int steps;
	/** P(z[t] | x[0..t]), [time, state]. */
	private double[][] forward = new double[0][];
	/** P(x[t+1..] | z[t]) / P(x[t+1..] | x[0..t]), [time, state]. */
	private double[][] backward = new double[0][];
	/** P(x[t] | x[0..t-1]), [time]. */
	private double[] scale = new double[0];

	public ForwardBackward(HiddenMarkovModel model) {
		states = model.states();
		start = model.start();
		transition = model.transition();
		emission = model.emission();
	}

	/**
	 * The forward pass.
	 *
	 * @return log P(x), negative infinity if the model cannot emit the sequence
	 */
	public double forward(int[] symbols) {
		reserve(symbols.length);
		double logLikelihood = 0;
		for (int t = 0; t < steps; t++) {
			double sum = 0;
			for (int j = 0; j < states; j++) {
				double prior = t == 0 ? start[j] : 0;
				for (int i = 0; t > 0 && i < states; i++) {
					prior += forward[t - 1][i] * transition[i][j];
				}
				forward[t][j] = prior * emission[j][symbols[t]];
				sum += forward[t][j];
			}
			if (sum == 0) {
				return Double.NEGATIVE_INFINITY;
			}
			for (int j = 0; j < states; j++) {
				forward[t][j] /= sum;
			}
			scale[t] = sum;
			logLikelihood += Math.log(sum);
		}
		return logLikelihood;
	}

	/** The backward pass of the sequence of the last forward pass, which must have been possible. */
	public void backward(int[] symbols) {
		for (int t = steps - 1; t >= 0; t--) {
			for (int i = 0; i < states; i++) {
				double sum = t == steps - 1 ? 1 : 0;
				for (int j = 0; t < steps - 1 && j < states; j++) {
					sum += transition[i][j] * emission[j][symbols[t + 1]] * backward[t + 1][j] / scale[t + 1];
				}
				backward[t][i] = sum;
			}
		}
	}

	/** P(z[t] = i | x) after both passes. */
	public double posterior(int t, int i) {
		return forward[t][i] * backward[t][i];
	}

	/** P(z[t] = i, z[t+1] = j | x) after both passes. */
	public double transitionPosterior(int[] symbols, int t, int i, int j) {
		return forward[t][i] * transition[i][j] * emission[j][symbols[t + 1]] * backward[t + 1][j] / scale[t + 1];
	}

	private void reserve(int length) {
		steps = length;
		if (forward.length < length) {
			forward = new double[length][states];
			backward = new double[length][states];
			scale = new double[length];
		}
	}
}
