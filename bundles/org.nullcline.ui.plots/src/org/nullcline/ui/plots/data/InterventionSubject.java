package org.nullcline.ui.plots.data;

import java.io.IOException;
import java.util.List;

/**
 * A network whose units can be scaled by hand.
 *
 * @param rollouts of its test trials
 * @param groups   of units that analyses have found
 */
public record InterventionSubject(Rollouts rollouts, List<WeightMatrices.Group> groups) {

	/** @throws NotShownException if the network is not trained yet, or its task is not known */
	public static InterventionSubject read(RunContent run) throws IOException, NotShownException {
		return new InterventionSubject(Rollouts.read(run), WeightMatrices.groups(run));
	}
}
