package org.nullcline.core.task;

import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.PluginCalls;

/** Makes tasks from their contributions. */
public final class Tasks {

	private Tasks() {
	}

	/**
	 * A task as one of trials, before there is a network to play in an environment; see {@link #shown}.
	 *
	 * @throws ContributionException    naming the plug-in, if it fails, does not come back or gives nothing
	 * @throws IllegalArgumentException if the values of the parameters do not fit together
	 */
	public static TrialTask create(Contribution contribution, Parameters parameters) throws ContributionException {
		return shown(make(contribution, parameters));
	}

	/**
	 * A task with given parameters, of trials or an environment.
	 *
	 * @throws ContributionException    naming the plug-in, if it fails or gives nothing
	 * @throws IllegalArgumentException if the values of the parameters do not fit together
	 */
	public static Task make(Contribution contribution, Parameters parameters) throws ContributionException {
		Task task;
		try {
			TaskFactory factory = contribution.instantiate(TaskFactory.class);
			task = PluginCalls.promptly(contribution, "making the task", () -> factory.create(parameters));
		} catch (ExecutionException e) {
			throw new ContributionException(contribution, "failed: " + e.getCause(), e.getCause());
		}
		if (task == null) {
			throw new ContributionException(contribution, "its factory gave no task", null);
		}
		return task;
	}

	/**
	 * A task as one of trials: itself, or an environment in which a network plays.
	 *
	 * @param player the network that acts
	 */
	public static TrialTask played(Task task, Network player) {
		return switch (task) {
		case TrialTask trials -> trials;
		case EnvironmentTask environment -> new PlayedTrials(environment, Optional.of(player));
		};
	}

	/**
	 * A task as one of trials, before there is a network: in an environment, actions are then drawn
	 * without regard to what is seen.
	 */
	public static TrialTask shown(Task task) {
		return switch (task) {
		case TrialTask trials -> trials;
		case EnvironmentTask environment -> new PlayedTrials(environment, Optional.empty());
		};
	}
}
