package org.nullcline.app.internal;

import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.Tasks;

/** The task that {@code --task} names, with the parameters that {@code --set task.PARAMETER=VALUE} gives. */
record NamedTask(Contribution contribution, Parameters parameters, Task task) {

	/**
	 * @param id of the task, or null if the user has named none
	 * @return null if there is none
	 */
	static NamedTask of(String id, Map<String, String> given, ContributionRegistry registry)
			throws UsageException, ContributionException {
		if (id == null) {
			if (!given.isEmpty()) {
				throw new UsageException("--set task." + given.keySet().iterator().next() + "=...: name the task with --task");
			}
			return null;
		}
		Contribution contribution = registry.find(ContributionKind.TASK, id)
				.orElseThrow(() -> new UsageException("--task " + id + ": no such task; there are " + registry
						.all(ContributionKind.TASK).stream().map(Contribution::id).collect(Collectors.joining(", "))));
		try {
			Parameters parameters = contribution.parameters(given);
			return new NamedTask(contribution, parameters, Tasks.make(contribution, parameters));
		} catch (IllegalArgumentException e) {
			throw new UsageException(contribution.label() + " > " + e.getMessage());
		}
	}

	/** @throws UsageException if the network has other inputs or outputs than the task */
	void requireFits(String name, Network network) throws UsageException {
		if (network.cell().inputs() != task.inputs() || network.outputs() != task.outputs()) {
			throw new UsageException(name + ": has " + network.cell().inputs() + " inputs and " + network.outputs()
					+ " outputs, the " + contribution.label() + " needs " + task.inputs() + " and " + task.outputs()
					+ "; choose its parameters with --set task.PARAMETER=VALUE");
		}
	}
}
