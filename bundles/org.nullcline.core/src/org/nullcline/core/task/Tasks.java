package org.nullcline.core.task;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;

/** Makes tasks from their contributions. */
public final class Tasks {

	private Tasks() {
	}

	/**
	 * A task of trials.
	 *
	 * @throws ContributionException    naming the plug-in, if it fails or gives something else
	 * @throws IllegalArgumentException if the values of the parameters do not fit together
	 */
	public static TrialTask create(Contribution contribution, Parameters parameters) throws ContributionException {
		Task task;
		try {
			task = contribution.instantiate(TaskFactory.class).create(parameters);
		} catch (IllegalArgumentException e) {
			throw e;
		} catch (RuntimeException | Error e) {
			throw new ContributionException(contribution, "failed: " + e, e);
		}
		return switch (task) {
		case TrialTask trials -> trials;
		case null -> throw new ContributionException(contribution, "its factory gave no task", null);
		};
	}
}
