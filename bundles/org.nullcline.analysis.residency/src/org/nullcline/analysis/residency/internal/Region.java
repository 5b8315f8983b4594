package org.nullcline.analysis.residency.internal;

import org.nullcline.core.figure.Hue;

/** The regions of state space by residency time. */
enum Region {

	TRANSITION("transition", Hue.RED), KICK_ZONE("kick-zone", Hue.ORANGE), CLUSTER("cluster", Hue.BLUE),
	UNASSIGNED("unassigned", Hue.GREY);

	private final String words;
	private final Hue hue;

	Region(String words, Hue hue) {
		this.words = words;
		this.hue = hue;
	}

	/** As it is written. */
	String words() {
		return words;
	}

	/** As it is drawn. */
	Hue hue() {
		return hue;
	}

	/**
	 * The region of a state.
	 *
	 * @param time       residency time
	 * @param confidence max softmax of its outputs
	 */
	static Region of(double time, double confidence, Limits limits) {
		if (time < limits.transitionBelow()) {
			return TRANSITION;
		}
		if (time <= limits.clusterAbove()) {
			return KICK_ZONE;
		}
		return confidence > limits.confidence() ? CLUSTER : UNASSIGNED;
	}

	/**
	 * Where regions end.
	 *
	 * @param transitionBelow residency time
	 * @param clusterAbove    residency time
	 * @param confidence      of clusters, exclusive
	 */
	record Limits(double transitionBelow, double clusterAbove, double confidence) {
	}
}
