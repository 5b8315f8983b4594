package org.nullcline.hmm;

/**
 * The distribution of the length L of runs, counted in steps from 1.
 *
 * @param survival P(L &gt; l) for l = 0, 1, ...; the first is 1. If the last is not 0, lengths beyond are not resolved, and all
 *                 that is computed from them counts as the first length beyond
 */
public record RunLengthLaw(double[] survival) {

	/** P(L > l), 0 beyond what is resolved. */
	public double survival(int length) {
		return length < survival.length ? survival[length] : 0;
	}

	/** P(L = l). */
	public double probability(int length) {
		return length < 1 ? 0 : survival(length - 1) - survival(length);
	}

	/** P(L > l) at the largest l that is resolved. */
	public double unresolved() {
		return survival[survival.length - 1];
	}

	/** E[L], the sum over l from 0 of P(L > l). */
	public double mean() {
		double sum = 0;
		for (double value : survival) {
			sum += value;
		}
		return sum;
	}

	/** Var[L]; E[L^2] is the sum over l from 0 of (2 l + 1) P(L > l). */
	public double variance() {
		double square = 0;
		for (int length = 0; length < survival.length; length++) {
			square += (2.0 * length + 1) * survival[length];
		}
		return Math.max(0, square - mean() * mean());
	}

	/** Standard deviation over mean: below 1 where runs are more regular than those of a memoryless process. */
	public double variationCoefficient() {
		return Math.sqrt(variance()) / mean();
	}

	/** E[1/L], the mean rate of transitions as the study defines it. */
	public double meanRate() {
		double sum = 0;
		for (int length = 1; length <= survival.length; length++) {
			sum += probability(length) / length;
		}
		return sum;
	}
}
