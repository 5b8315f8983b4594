package org.example.reaching;

import java.util.List;

import org.nullcline.core.task.ActionSpace;
import org.nullcline.core.task.Environment;
import org.nullcline.core.task.EnvironmentTask;
import org.nullcline.core.task.InputCondition;

// [snippet: environment-task]
/**
 * Push a point to a target. Inputs: position and target, the latter for a while only. Output: the force.
 *
 * @param steps       length of an episode
 * @param exploration standard deviation of the force
 */
record Reaching(int steps, double exploration) implements EnvironmentTask {

	@Override
	public int inputs() {
		return 2;
	}

	@Override
	public ActionSpace actions() {
		return new ActionSpace.Gaussian(1, exploration);
	}

	@Override
	public int longestEpisode() {
		return steps;
	}

	@Override
	public Environment create() {
		return new Line(steps);
	}

	@Override
	public List<InputCondition> inputConditions() {
		return List.of(new InputCondition("at rest, no target", new double[2]));
	}
}
// [end]
