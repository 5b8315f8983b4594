package org.nullcline.hmm;

/** The models of the study (Torre et al., arXiv 2510.25674): three symbols, uniform start. */
public final class HiddenMarkovFamilies {

	/** Number of symbols of every model of the study. */
	public static final int SYMBOLS = 3;
	/** Probability to walk a chain from end to end without a pause. */
	public static final double CROSSING = 0.05;
	/** Probability to stay, in the fully connected and the cyclic model. */
	public static final double STAY = 0.95;
	/** Probability of each symbol that a state does not stand for. */
	public static final double BACKGROUND = 0.01;

	private HiddenMarkovFamilies() {
	}

	/**
	 * The linear chain.
	 *
	 * @param states from 2 to 5
	 * @throws IllegalArgumentException giving the reason, for six states and more
	 */
	public static HiddenMarkovModel linearChain(int states) {
		return HiddenMarkovModel.withUniformStart(TransitionRules.crossingChain(states, CROSSING),
				EmissionRules.linear(states, SYMBOLS, BACKGROUND));
	}

	/** Three states, each with a symbol of its own. */
	public static HiddenMarkovModel fullyConnected() {
		return HiddenMarkovModel.withUniformStart(TransitionRules.fullyConnected(SYMBOLS, STAY),
				EmissionRules.dominant(SYMBOLS, SYMBOLS, BACKGROUND));
	}

	/** A ring of four states, two of which stand for the same symbol. */
	public static HiddenMarkovModel cyclic() {
		return HiddenMarkovModel.withUniformStart(TransitionRules.cyclic(4, STAY), EmissionRules.aliasedRing());
	}
}
