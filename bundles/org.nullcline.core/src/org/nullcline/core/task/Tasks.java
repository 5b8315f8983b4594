package org.nullcline.core.task;

import java.util.concurrent.ExecutionException;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.PluginCalls;

/** Makes tasks from their contributions. */
public final class Tasks {

	private Tasks() {
	}

	/**
	 * A task of trials.
	 *
	 * @throws ContributionException    naming the plug-in, if it fails, does not come back or gives something else
	 * @throws IllegalArgumentException if the values of the parameters do not fit together
	 */
	public static TrialTask create(Contribution contribution, Parameters parameters) throws ContributionException {
		Task task;
		try {
			TaskFactory factory = contribution.instantiate(TaskFactory.class);
			task = PluginCalls.promptly(contribution, "making the task", () -> factory.create(parameters));
		} catch (ExecutionException e) {
			throw new ContributionException(contribution, "failed: " + e.getCause(), e.getCause());
		}
		return switch (task) {
		case TrialTask trials -> trials;
		case null -> throw new ContributionException(contribution, "its factory gave no task", null);
		};
	}
}
