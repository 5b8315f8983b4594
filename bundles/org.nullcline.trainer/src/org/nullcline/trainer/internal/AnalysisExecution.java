package org.nullcline.trainer.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialTask;
import org.nullcline.model.RunState;
import org.nullcline.runs.AtomicFiles;
import org.nullcline.runs.MalformedFileException;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.SafeTensors;
import org.nullcline.runs.StoredResult;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.ExecutionListener;

/** Asks the analyses of a study of those of its networks whose training is done. */
final class AnalysisExecution {

	private static final String POPULATION = "population";

	private final StudyPlan plan;
	private final Path folder;
	private final ExecutionListener listener;
	private final IProgressMonitor monitor;
	private final Object telling;
	private final BooleanSupplier stopped;
	private final Consumer<IOException> unwritable;
	private final int ticks;

	AnalysisExecution(StudyPlan plan, Path folder, ExecutionListener listener, IProgressMonitor monitor, Object telling,
			BooleanSupplier stopped, Consumer<IOException> unwritable, int ticks) {
		this.plan = plan;
		this.folder = folder;
		this.listener = listener;
		this.monitor = monitor;
		this.telling = telling;
		this.stopped = stopped;
		this.unwritable = unwritable;
		this.ticks = ticks;
	}

	void execute(ExecutorService workers) {
		List<Future<?>> questions = new ArrayList<>();
		for (StudyPlan.Choice analysis : plan.analyses()) {
			if (analysis.contribution().scope().orElseThrow() == Scope.NETWORK) {
				for (NetworkPlan network : plan.networks()) {
					Path runFolder = StudyFolder.runFolder(folder, network.name());
					questions.add(workers.submit(() -> ask(analysis, List.of(network),
							StudyFolder.resultFolder(runFolder, analysis.contribution().id()), network.name())));
				}
			} else {
				questions.add(workers.submit(() -> ask(analysis, plan.networks(),
						StudyFolder.resultFolder(folder, analysis.contribution().id()), POPULATION)));
			}
		}
		PopulationExecution.await(questions);
	}

	private void ask(StudyPlan.Choice analysis, List<NetworkPlan> networks, Path resultFolder, String about) {
		if (stopped.getAsBoolean()) {
			return;
		}
		String id = analysis.contribution().id();
		String problem = "";
		try {
			List<NetworkPlan> done = new ArrayList<>();
			for (NetworkPlan network : networks) {
				if (isDone(network)) {
					done.add(network);
				}
			}
			// A run that is not done is reported as such; there is nothing to ask of it.
			if (!done.isEmpty() && !isAnswered(resultFolder, analysis, done)) {
				tell(() -> listener.analysisStarted(id, about));
				answer(analysis, done, resultFolder, about);
			}
		} catch (OperationCanceledException e) {
			return;
		} catch (AnalysisException | ContributionException | MalformedFileException e) {
			problem = e.getMessage();
		} catch (IOException e) {
			problem = e.getMessage();
			unwritable.accept(e);
		} catch (RuntimeException | Error e) {
			ILog.of(AnalysisExecution.class).error("Analysis " + id + " of " + about + " failed", e);
			problem = "plug-in " + analysis.contribution().plugin() + ", " + analysis.contribution().label() + " failed: " + e;
		}
		String told = problem;
		if (!problem.isEmpty()) {
			recordFailure(resultFolder, problem);
		}
		tell(() -> {
			listener.analysisEnded(id, about, told);
			monitor.worked(ticks * networks.size());
		});
	}

	private void answer(StudyPlan.Choice analysis, List<NetworkPlan> done, Path resultFolder, String about)
			throws IOException, AnalysisException, ContributionException {
		String id = analysis.contribution().id();
		TrialTask task = Tasks.create(plan.task().contribution(), plan.task().parameters());
		List<Subject> subjects = new ArrayList<>();
		for (NetworkPlan network : done) {
			subjects.add(subject(network, task));
		}
		RandomStreams streams = RandomStreams.of(plan.study().getSeed());
		AnalysisRequest request = new AnalysisRequest(subjects, Optional.of(task), analysis.parameters(),
				streams.below("analyses").below(id).below(about), streams);
		AnalysisResult result = analysis.contribution().instantiate(Analysis.class).analyze(request, cancellation());
		if (result == null) {
			throw new ContributionException(analysis.contribution(), "gave no result", null);
		}
		StoredResult.write(resultFolder, analysis.contribution(), request, result);
		Files.deleteIfExists(resultFolder.resolve(StoredResult.FAILURE_FILE));
	}

	private boolean isDone(NetworkPlan network) throws IOException {
		return RunRecord.read(StudyFolder.runFolder(folder, network.name())).runState() == RunState.DONE;
	}

	/** Whether there is an answer to just this question about just these networks. */
	private boolean isAnswered(Path resultFolder, StudyPlan.Choice analysis, List<NetworkPlan> networks) {
		if (!Files.exists(resultFolder.resolve(StoredResult.FILE))) {
			return false;
		}
		try {
			StoredResult stored = StoredResult.read(resultFolder);
			return stored.subjects().equals(networks.stream().map(NetworkPlan::name).toList())
					&& stored.parameters().equals(analysis.parameters().values());
		} catch (IOException e) {
			tell(() -> listener.warned("a result is asked for again: " + e.getMessage()));
			return false;
		}
	}

	/** A network as it lies on disk. */
	private Subject subject(NetworkPlan network, TrialTask task) throws IOException, ContributionException {
		Path runFolder = StudyFolder.runFolder(folder, network.name());
		Path weights = runFolder.resolve(NetworkFile.FILE);
		try {
			Network trained = Network.of(
					network.architecture().contribution().instantiate(Architecture.class).create(task.inputs(), network.units(),
							network.architecture().parameters()),
					task.outputs(), SafeTensors.read(weights).tensors());
			return new Subject(network.name(), network.architecture().contribution().id(), network.units(), network.seed(),
					RunRecord.read(runFolder).unexplained(), trained);
		} catch (IllegalArgumentException e) {
			throw new MalformedFileException(weights, "does not fit its run: " + e.getMessage());
		}
	}

	private void recordFailure(Path resultFolder, String problem) {
		try {
			AtomicFiles.write(resultFolder.resolve(StoredResult.FAILURE_FILE), problem.getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			unwritable.accept(e);
		}
	}

	/** Analyses run side by side, so each gets a monitor of its own that only knows of cancellation. */
	private IProgressMonitor cancellation() {
		return new NullProgressMonitor() {
			@Override
			public boolean isCanceled() {
				return stopped.getAsBoolean();
			}
		};
	}

	private void tell(Runnable message) {
		synchronized (telling) {
			message.run();
		}
	}
}
