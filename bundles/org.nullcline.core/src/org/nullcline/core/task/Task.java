package org.nullcline.core.task;

import java.util.List;

/**
 * What a network is asked to do: a {@link TrialTask} draws trials, an {@link EnvironmentTask} answers to what the network
 * does. A task has no mutable state: several threads use it at once.
 *
 * @since 0.1.0
 */
public sealed interface Task permits TrialTask, EnvironmentTask {

	/** Number of input channels of a network for this task. */
	int inputs();

	/** Number of output channels of a network for this task. */
	int outputs();

	/**
	 * Identifier of the objective that new studies of this task begin with.
	 *
	 * @since 0.1
	 */
	default String suggestedObjective() {
		return "mean-squared-error";
	}

	/**
	 * Constant inputs under which the autonomous dynamics are studied, for example zero input for a memory task or one
	 * condition per command of a pattern generator.
	 */
	default List<InputCondition> inputConditions() {
		return List.of(new InputCondition("no input", new double[inputs()]));
	}
}
