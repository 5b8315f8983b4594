package org.nullcline.ui.plots.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.nullcline.core.network.Network;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialTask;
import org.nullcline.runs.NetworkFile;
import org.nullcline.ui.plots.Messages;

/**
 * The trained network of a run.
 *
 * @param network with its weights
 * @param task    that it was trained on; nothing if its plug-in is missing
 */
public record RunNetwork(Network network, Optional<TrialTask> task) {

	/** @throws NotShownException if the network is not trained yet */
	public static RunNetwork read(RunContent run) throws IOException, NotShownException {
		Path file = run.run().folder().resolve(NetworkFile.FILE);
		if (!Files.exists(file)) {
			throw new NotShownException(Messages.Network_notTrained);
		}
		ContributionRegistry registry = ContributionRegistry.read();
		try {
			NetworkFile.Loaded loaded = NetworkFile.read(file, registry);
			return new RunNetwork(loaded.network(), task(loaded, registry));
		} catch (ContributionException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	private static Optional<TrialTask> task(NetworkFile.Loaded loaded, ContributionRegistry registry) throws ContributionException {
		Optional<Contribution> contribution = Optional.ofNullable(loaded.metadata().get("task")) //$NON-NLS-1$
				.flatMap(id -> registry.find(ContributionKind.TASK, id));
		if (contribution.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(Tasks.create(contribution.get(),
				contribution.get().parameters(loaded.parameters("task.parameters")))); //$NON-NLS-1$
	}
}
