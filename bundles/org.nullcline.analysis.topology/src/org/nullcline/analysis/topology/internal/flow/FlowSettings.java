package org.nullcline.analysis.topology.internal.flow;

/**
 * When a trajectory has landed.
 *
 * @param steps         largest number of time steps
 * @param landingRadius of a node, as a fraction of its spacing; below one half, so that the regions do not overlap
 * @param escapeFactor  a state this many times as far from the centre of the nodes as the farthest node has escaped
 */
public record FlowSettings(int steps, double landingRadius, double escapeFactor) {

	/** @throws IllegalArgumentException naming the setting, if one makes no sense */
	public FlowSettings {
		if (steps < 1 || !(landingRadius > 0 && landingRadius < 0.5) || !(escapeFactor > 1)) {
			throw new IllegalArgumentException("steps must be positive, the landing radius between 0 and 0.5, the"
					+ " escape factor above 1: " + steps + ", " + landingRadius + ", " + escapeFactor);
		}
	}
}
