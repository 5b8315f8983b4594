package org.nullcline.hmm;

/**
 * Families of emission matrices of the study of networks that emulate hidden Markov models (Torre et al., arXiv 2510.25674,
 * and the authors' public code, {@code EliaTorre/hmmrnn}), for any number of symbols.
 */
public final class EmissionRules {

	private EmissionRules() {
	}

	/**
	 * From the first symbol in the first state to the last symbol in the last state (rule "linear"): with alpha = i / (M-1) and
	 * K = 3 symbols, B[i] = (0.99 (1 - alpha), 0.01, 0.99 alpha).
	 *
	 * @param states     M, at least 2
	 * @param symbols    K, at least 2
	 * @param background probability of each symbol between the first and the last; 0.01 in the study
	 */
	public static double[][] linear(int states, int symbols, double background) {
		least(states, 2, "linear emissions", "states");
		least(symbols, 2, "linear emissions", "symbols");
		double rest = rest(background, symbols - 2);
		double[][] emission = new double[states][symbols];
		for (int i = 0; i < states; i++) {
			double alpha = i / (states - 1.0);
			java.util.Arrays.fill(emission[i], background);
			emission[i][0] = rest * (1 - alpha);
			emission[i][symbols - 1] = rest * alpha;
		}
		return emission;
	}

	/**
	 * Each state has a symbol of its own (rule "triangular"): 0.98 for that and 0.01 for each of the two others. Where there are
	 * more states than symbols, symbols are used again from the first on.
	 *
	 * @param background probability of each other symbol; 0.01 in the study
	 */
	public static double[][] dominant(int states, int symbols, double background) {
		least(states, 1, "dominant emissions", "states");
		least(symbols, 1, "dominant emissions", "symbols");
		double rest = rest(background, symbols - 1);
		double[][] emission = new double[states][symbols];
		for (int i = 0; i < states; i++) {
			java.util.Arrays.fill(emission[i], background);
			emission[i][i % symbols] = rest;
		}
		return emission;
	}

	/** Three symbols for a ring of four states, of which the second and the fourth both stand for the middle symbol. */
	public static double[][] aliasedRing() {
		return new double[][] { { 0.9, 0.1, 0 }, { 0.1, 0.9, 0 }, { 0, 0.1, 0.9 }, { 0, 0.9, 0.1 } };
	}

	/**
	 * Gaussian bumps (rule "gaussian"): B[i][k] is proportional to exp(-0.2 ((k - c_i) / (0.1 (K-1)))^2), with centres c_i
	 * evenly spaced from 0 to K-1. A single state is centred on 0.
	 *
	 * @param symbols K, at least 2
	 */
	public static double[][] gaussian(int states, int symbols) {
		least(states, 1, "gaussian emissions", "states");
		least(symbols, 2, "gaussian emissions", "symbols");
		double[][] emission = new double[states][symbols];
		for (int i = 0; i < states; i++) {
			double centre = states == 1 ? 0 : i * (symbols - 1.0) / (states - 1);
			double sum = 0;
			for (int k = 0; k < symbols; k++) {
				emission[i][k] = Math.exp(-0.2 * Math.pow((k - centre) / (0.1 * (symbols - 1)), 2));
				sum += emission[i][k];
			}
			for (int k = 0; k < symbols; k++) {
				emission[i][k] /= sum;
			}
		}
		return emission;
	}

	private static double rest(double background, int others) {
		double rest = 1 - others * background;
		if (!(background >= 0 && rest >= 0)) {
			throw new IllegalArgumentException("a background probability of " + background + " for each of " + others
					+ " symbols leaves less than nothing for the others; it may be at most " + 1.0 / others);
		}
		return rest;
	}

	private static void least(int number, int least, String rule, String what) {
		if (number < least) {
			throw new IllegalArgumentException(rule + " need at least " + least + " " + what + ", not " + number);
		}
	}
}
