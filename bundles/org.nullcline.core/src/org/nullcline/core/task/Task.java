package org.nullcline.core.task;

/**
 * What a network is asked to do. A task of trials is a {@link TrialTask}; other kinds (an environment that answers to
 * what the network does) will stand beside it.
 */
public sealed interface Task permits TrialTask {

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
}
