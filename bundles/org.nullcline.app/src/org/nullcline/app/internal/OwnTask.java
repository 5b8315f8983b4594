package org.nullcline.app.internal;

import java.util.Map;
import java.util.Optional;

import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.Tasks;
import org.nullcline.runs.NetworkFile;

/**
 * The task that a network was trained on.
 *
 * @param contribution of the task
 * @param parameters   all of them, defaults too
 */
record OwnTask(Contribution contribution, org.nullcline.core.parameter.Parameters parameters) {

	/** Nothing if the file names no task, or one that no plug-in contributes. */
	static Optional<OwnTask> of(NetworkFile.Loaded loaded, ContributionRegistry registry) throws ContributionException {
		Optional<Contribution> contribution = Optional.ofNullable(loaded.metadata().get("task"))
				.flatMap(id -> registry.find(ContributionKind.TASK, id));
		if (contribution.isEmpty()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new OwnTask(contribution.get(),
					contribution.get().parameters(loaded.parameters("task.parameters"))));
		} catch (IllegalArgumentException e) {
			throw misfit(contribution.get(), e);
		}
	}

	Task create() throws ContributionException {
		try {
			return Tasks.make(contribution, parameters);
		} catch (IllegalArgumentException e) {
			throw misfit(contribution, e);
		}
	}

	/** Identifier and values of parameters, for people and to compare. */
	String words() {
		Map<String, String> values = new java.util.TreeMap<>(parameters.values());
		return contribution.id() + " " + values;
	}

	private static ContributionException misfit(Contribution contribution, IllegalArgumentException e) {
		return new ContributionException(contribution, "the parameters in the file do not fit: " + e.getMessage(), e);
	}
}
