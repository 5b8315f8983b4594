package org.nullcline.hmm;

/**
 * How long a Markov chain stays in a state, counted in steps from 1: P(L = l) = p (1-p)^(l-1).
 *
 * @param leaving p, the probability to leave at each step
 */
public record GeometricDwell(double leaving) {

	/** 1 / p; infinite if the state is never left. */
	public double mean() {
		return 1 / leaving;
	}

	/** (1-p) / p^2. */
	public double variance() {
		return (1 - leaving) / (leaving * leaving);
	}

	/** Standard deviation over mean: sqrt(1-p). */
	public double variationCoefficient() {
		return Math.sqrt(1 - leaving);
	}

	/** E[1/L] = -p ln p / (1-p), the mean rate of transitions; 1 if the state is left at once. */
	public double meanRate() {
		return leaving == 1 ? 1 : leaving == 0 ? 0 : -leaving * Math.log(leaving) / (1 - leaving);
	}

	/** P(L > l). */
	public double survival(int length) {
		return Math.pow(1 - leaving, length);
	}
}
