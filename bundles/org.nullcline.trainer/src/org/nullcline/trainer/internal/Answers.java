package org.nullcline.trainer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.DoesNotApplyException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.task.EnvironmentTask;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.Tasks;
import org.nullcline.runs.FurtherFigures;
import org.nullcline.runs.MalformedFileException;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.SafeTensors;
import org.nullcline.runs.StoredRequiredResults;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StoredTrainingHistory;
import org.nullcline.runs.StudyFolder;

/** Answers the questions of a study about networks that are trained, and knows which are answered already. */
final class Answers {

	private final StudyPlan plan;
	private final Path folder;
	private final ContributionRegistry registry = ContributionRegistry.read();

	Answers(StudyPlan plan, Path folder) {
		this.plan = plan;
		this.folder = folder;
	}

	/**
	 * Whether there is an answer to just this question about just these networks, from the required results as they are now.
	 *
	 * @throws IOException if the answer cannot be read
	 */
	boolean isAnswered(Question question, AskedNetworks networks) throws IOException {
		if (!Files.exists(question.resultFolder().resolve(StoredResult.FILE))) {
			return false;
		}
		StoredResult stored = StoredResult.read(question.resultFolder());
		return stored.subjects().equals(networks.names()) && stored.notes().containsAll(networks.notes())
				&& stored.parameters().equals(question.analysis().parameters().values())
				&& stored.required().equals(required(question, networks).fingerprints());
	}

	/** Asks the analysis and stores what it answers. */
	void answer(Question question, AskedNetworks networks, IProgressMonitor monitor)
			throws IOException, AnalysisException, ContributionException {
		Task task = Tasks.make(plan.task().contribution(), plan.task().parameters());
		List<Subject> subjects = new ArrayList<>();
		for (NetworkPlan network : networks.asked()) {
			subjects.add(subject(network, task));
		}
		StoredRequiredResults required = required(question, networks);
		RandomStreams streams = RandomStreams.of(plan.study().getSeed());
		AnalysisRequest request = new AnalysisRequest(subjects,
				Optional.of(Tasks.played(task, subjects.get(0).network())), question.analysis().parameters(),
				streams.below("analyses").below(question.id()).below(question.about()), streams, required,
				new StoredTrainingHistory(name -> StudyFolder.runFolder(folder, name), registry));
		AnalysisResult result = FurtherFigures.added(question.id(), request,
				analyze(question, request, required.failures(), monitor), registry).withNotes(networks.notes())
				.withNotes(notes(task, subjects));
		StoredResult.write(question.resultFolder(), question.analysis().contribution(), request, result, required.fingerprints());
		Files.deleteIfExists(question.resultFolder().resolve(StoredResult.FAILURE_FILE));
	}

	private static List<String> notes(Task task, List<Subject> subjects) {
		return task instanceof EnvironmentTask
				? List.of("The task is an environment: trials are episodes that " + subjects.get(0).name()
						+ " has played, always with the action that it found best.")
				: List.of();
	}

	private static AnalysisResult analyze(Question question, AnalysisRequest request, List<String> failures,
			IProgressMonitor monitor) throws AnalysisException, ContributionException {
		AnalysisResult result;
		try {
			result = question.analysis().contribution().instantiate(Analysis.class).analyze(request, monitor);
		} catch (DoesNotApplyException e) {
			result = AnalysisResult.builder().note("Does not apply: " + e.getMessage()).build();
		} catch (AnalysisException e) {
			throw failures.isEmpty() ? e : new AnalysisException(e.getMessage() + " " + String.join(" ", failures));
		}
		if (result == null) {
			throw new ContributionException(question.analysis().contribution(), "gave no result", null);
		}
		return result.withNotes(failures);
	}

	private StoredRequiredResults required(Question question, AskedNetworks networks) {
		return new StoredRequiredResults(question.analysis().contribution(), networks.names(), StudyFolder.results(folder), registry);
	}

	/** A network as it lies on disk. */
	private Subject subject(NetworkPlan network, Task task) throws IOException, ContributionException {
		Path runFolder = StudyFolder.runFolder(folder, network.name());
		Path weights = runFolder.resolve(NetworkFile.FILE);
		try {
			Network trained = Network.of(
					network.architecture().contribution().instantiate(Architecture.class).create(task.inputs(), network.units(),
							network.architecture().parameters()),
					task.outputs(), SafeTensors.read(weights).tensors());
			return new Subject(network.name(), network.architecture().contribution().id(), network.units(), network.seed(),
					RunRecord.read(runFolder).unexplained(), network.properties(), trained);
		} catch (IllegalArgumentException e) {
			throw new MalformedFileException(weights, "does not fit its run: " + e.getMessage());
		}
	}
}
