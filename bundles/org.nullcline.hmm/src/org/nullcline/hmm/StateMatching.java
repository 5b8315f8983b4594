package org.nullcline.hmm;

/**
 * States of a fitted model are numbered by chance. This finds the numbering that fits a known model best: that of the smallest
 * sum of squared differences of emission and transition probabilities, by trying them all.
 */
public final class StateMatching {

	/** 8! = 40,320 numberings are tried in no time. */
	private static final int MOST_STATES = 8;

	private final HiddenMarkovModel known;
	private final HiddenMarkovModel fitted;
	private int[] best;
	private double smallest = Double.POSITIVE_INFINITY;

	private StateMatching(HiddenMarkovModel known, HiddenMarkovModel fitted) {
		this.known = known;
		this.fitted = fitted;
	}

	/**
	 * The fitted model with its states in the order of those of the known one.
	 *
	 * @throws IllegalArgumentException if the models differ in size or have more than eight states
	 */
	public static HiddenMarkovModel match(HiddenMarkovModel known, HiddenMarkovModel fitted) {
		if (known.states() != fitted.states() || known.symbols() != fitted.symbols()) {
			throw new IllegalArgumentException("models of " + known.states() + " states and " + known.symbols() + " symbols and of "
					+ fitted.states() + " and " + fitted.symbols() + " have no states to match");
		}
		if (known.states() > MOST_STATES) {
			throw new IllegalArgumentException(
					"states can be matched for up to " + MOST_STATES + " states, not for " + known.states());
		}
		StateMatching matching = new StateMatching(known, fitted);
		matching.permute(new int[known.states()], 0, 0);
		return fitted.reordered(matching.best);
	}

	private void permute(int[] order, int length, int used) {
		if (length == order.length) {
			double difference = difference(fitted.reordered(order));
			if (best == null || difference < smallest) {
				smallest = difference;
				best = order.clone();
			}
			return;
		}
		for (int state = 0; state < order.length; state++) {
			if ((used >> state & 1) == 0) {
				order[length] = state;
				permute(order, length + 1, used | 1 << state);
			}
		}
	}

	private double difference(HiddenMarkovModel candidate) {
		return squares(known.emission(), candidate.emission()) + squares(known.transition(), candidate.transition());
	}

	private static double squares(double[][] a, double[][] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			for (int k = 0; k < a[i].length; k++) {
				sum += (a[i][k] - b[i][k]) * (a[i][k] - b[i][k]);
			}
		}
		return sum;
	}
}
