package org.nullcline.dynamics;

import org.nullcline.core.figure.Hue;

/** The regions of state space by residency time. */
public enum ResidencyRegion {

	TRANSITION("transition", Hue.RED), KICK_ZONE("kick-zone", Hue.ORANGE), CLUSTER("cluster", Hue.BLUE),
	UNASSIGNED("unassigned", Hue.GREY);

	private final String words;
	private final Hue hue;

	ResidencyRegion(String words, Hue hue) {
		this.words = words;
		this.hue = hue;
	}

	/** As it is written. */
	public String words() {
		return words;
	}

	/** As it is drawn. */
	public Hue hue() {
		return hue;
	}

	/**
	 * The region of a state.
	 *
	 * @param time       residency time
	 * @param confidence max softmax of its outputs
	 */
	public static ResidencyRegion of(double time, double confidence, Limits limits) {
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
	public record Limits(double transitionBelow, double clusterAbove, double confidence) {
	}
}
