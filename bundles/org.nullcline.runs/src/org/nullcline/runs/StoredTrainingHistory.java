package org.nullcline.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.TrainingHistory;
import org.nullcline.core.network.Network;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionRegistry;

/** The history of networks whose checkpoints and metrics lie in run folders, or in folders that look like one. */
public final class StoredTrainingHistory implements TrainingHistory {

	private final Function<String, Path> folder;
	private final ContributionRegistry registry;

	/** @param folder of the run of a network, by its name */
	public StoredTrainingHistory(Function<String, Path> folder, ContributionRegistry registry) {
		this.folder = folder;
		this.registry = registry;
	}

	@Override
	public List<Integer> checkpoints(Subject subject) throws AnalysisException {
		return files(subject).stream().map(Checkpoint::stepOf).sorted().toList();
	}

	@Override
	public Network network(Subject subject, int step) throws AnalysisException {
		Path file = files(subject).stream().filter(path -> Checkpoint.stepOf(path) == step).findFirst()
				.orElseThrow(() -> new AnalysisException(folder.apply(subject.name()) + ": no checkpoint was kept of step " + step + "."));
		try {
			Network network = NetworkFile.read(file, registry).network();
			if (network.outputs() != subject.network().outputs() || network.cell().units() != subject.network().cell().units()
					|| network.cell().inputs() != subject.network().cell().inputs()) {
				throw new AnalysisException(file + ": is not a checkpoint of " + subject.name() + ", whose sizes are others.");
			}
			return network;
		} catch (IOException | ContributionException e) {
			throw new AnalysisException(file + ": the checkpoint cannot be read: " + e.getMessage());
		}
	}

	@Override
	public List<Loss> losses(Subject subject) throws AnalysisException {
		try {
			return Metrics.read(folder.apply(subject.name())).stream()
					.map(row -> new Loss(row.step(), row.loss(), row.validationLoss())).toList();
		} catch (IOException e) {
			throw new AnalysisException("The losses of " + subject.name() + " cannot be read: " + e.getMessage());
		}
	}

	private List<Path> files(Subject subject) throws AnalysisException {
		try {
			return Checkpoint.files(folder.apply(subject.name()));
		} catch (IOException e) {
			throw new AnalysisException("The checkpoints of " + subject.name() + " cannot be read: " + e.getMessage());
		}
	}
}
