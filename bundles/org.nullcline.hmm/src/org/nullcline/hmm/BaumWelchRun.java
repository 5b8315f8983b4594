package org.nullcline.hmm;

/**
 * What the Baum-Welch algorithm made of one first guess.
 *
 * @param model          the last model
 * @param logLikelihoods of all sequences together, under the first guess and after each update; the last is that of the model
 * @param converged      whether the last update gained less than the tolerance; otherwise the iterations had come to their
 *                       limit
 */
public record BaumWelchRun(HiddenMarkovModel model, double[] logLikelihoods, boolean converged) {

	/** log P of all sequences under the model. */
	public double logLikelihood() {
		return logLikelihoods[logLikelihoods.length - 1];
	}

	/** Number of updates. */
	public int iterations() {
		return logLikelihoods.length - 1;
	}
}
