package org.nullcline.core.task;

/**
 * A task as an environment: the network sees observations and acts, and what it sees next depends on what it did. It is
 * trained on the rewards of its own episodes, by an objective that learns from rewards.
 *
 * @since 0.1.0
 */
public non-sealed interface EnvironmentTask extends Task {

	/** What a network can do, and how its outputs are read as a policy. */
	ActionSpace actions();

	/** One output for each that the action space needs. */
	@Override
	default int outputs() {
		return actions().outputs();
	}

	/** One that learns from rewards. */
	@Override
	default String suggestedObjective() {
		return "policy-gradient";
	}

	/** The longest episode, in steps: one that is not done by then is cut off. */
	int longestEpisode();

	/** A new environment, for one episode after the other. It belongs to one thread. */
	Environment create();
}
