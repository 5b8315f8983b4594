package org.nullcline.hmm;

/**
 * Families of transition matrices of the study of networks that emulate hidden Markov models (Torre et al., arXiv 2510.25674,
 * and the authors' public code, {@code EliaTorre/hmmrnn}).
 */
public final class TransitionRules {

	private TransitionRules() {
	}

	/**
	 * A chain that is walked from end to end without a pause with a given probability c (rule "target_prob"): each step to a
	 * neighbour has the probability q = c^(1/(M-1)).
	 *
	 * @param states   M, at least 2
	 * @param crossing c, above 0 and below 1; 0.05 in the study
	 * @throws IllegalArgumentException if q is above 1/2, so that inner states, which leave with 2 q, would stay with a negative
	 *                                  probability; with c = 0.05 this is so from six states on
	 */
	public static double[][] crossingChain(int states, double crossing) {
		atLeast(states, 2, "a linear chain");
		if (!(crossing > 0 && crossing < 1)) {
			throw new IllegalArgumentException("the crossing probability of a chain must lie between 0 and 1, not " + crossing);
		}
		double q = Math.pow(crossing, 1.0 / (states - 1));
		if (states > 2 && q > 0.5) {
			throw new IllegalArgumentException(String.format(java.util.Locale.ROOT,
					"a linear chain of %d states that is crossed with probability %s would step to each neighbour with"
							+ " probability %.4f, and an inner state has two: it would stay with probability %.4f, below 0; use"
							+ " fewer states, a crossing probability of at most %.4g, or the chain with a given stay probability",
					states, crossing, q, 1 - 2 * q, Math.pow(0.5, states - 1)));
		}
		return chain(states, (from, neighbours) -> q);
	}

	/**
	 * A chain whose states stay with a given probability; the rest goes to the neighbours in equal parts (rule "stay_prob").
	 *
	 * @param states at least 2
	 */
	public static double[][] stayingChain(int states, double stay) {
		atLeast(states, 2, "a linear chain");
		probability(stay);
		return chain(states, (from, neighbours) -> (1 - stay) / neighbours);
	}

	/**
	 * Every state leads to every other one with the same probability.
	 *
	 * @param states at least 2
	 */
	public static double[][] fullyConnected(int states, double stay) {
		atLeast(states, 2, "a fully connected model");
		probability(stay);
		double[][] transition = new double[states][states];
		for (int i = 0; i < states; i++) {
			for (int j = 0; j < states; j++) {
				transition[i][j] = i == j ? stay : (1 - stay) / (states - 1);
			}
		}
		return transition;
	}

	/**
	 * A ring that is walked in both directions.
	 *
	 * @param states at least 3
	 */
	public static double[][] cyclic(int states, double stay) {
		atLeast(states, 3, "a ring");
		probability(stay);
		double[][] transition = new double[states][states];
		for (int i = 0; i < states; i++) {
			transition[i][i] = stay;
			transition[i][(i + 1) % states] = (1 - stay) / 2;
			transition[i][(i + states - 1) % states] = (1 - stay) / 2;
		}
		return transition;
	}

	/** The probability of a step to one neighbour. */
	private interface Step {
		double probability(int from, int neighbours);
	}

	private static double[][] chain(int states, Step step) {
		double[][] transition = new double[states][states];
		for (int i = 0; i < states; i++) {
			int neighbours = i == 0 || i == states - 1 ? 1 : 2;
			double probability = step.probability(i, neighbours);
			if (i > 0) {
				transition[i][i - 1] = probability;
			}
			if (i < states - 1) {
				transition[i][i + 1] = probability;
			}
			transition[i][i] = 1 - neighbours * probability;
		}
		return transition;
	}

	private static void atLeast(int states, int least, String what) {
		if (states < least) {
			throw new IllegalArgumentException(what + " needs at least " + least + " states, not " + states);
		}
	}

	private static void probability(double stay) {
		if (!(stay >= 0 && stay <= 1)) {
			throw new IllegalArgumentException("the probability to stay must lie between 0 and 1, not " + stay);
		}
	}
}
