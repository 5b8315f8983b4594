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
import org.nullcline.core.task.TaskFactory;
import org.nullcline.core.task.TrialTask;
import org.nullcline.model.RunState;
import org.nullcline.runs.AtomicFiles;
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
			if (!Files.exists(resultFolder.resolve(StoredResult.FILE)) || isDamaged(resultFolder)) {
				List<Subject> subjects = new ArrayList<>();
				for (NetworkPlan network : networks) {
					subject(network).ifPresent(subjects::add);
				}
				if (subjects.isEmpty()) {
					// Its run is reported as diverged or failed; there is nothing to ask.
					return;
				}
				tell(() -> listener.analysisStarted(id, about));
				RandomStreams streams = RandomStreams.of(plan.study().getSeed());
				AnalysisRequest request = new AnalysisRequest(subjects, Optional.of(task()), analysis.parameters(),
						streams.below("analyses").below(id).below(about), streams);
				AnalysisResult result = analysis.contribution().instantiate(Analysis.class).analyze(request, cancellation());
				StoredResult.write(resultFolder, analysis.contribution(), request, result);
				Files.deleteIfExists(resultFolder.resolve(StoredResult.FAILURE_FILE));
			}
		} catch (OperationCanceledException e) {
			return;
		} catch (AnalysisException | ContributionException e) {
			problem = e.getMessage();
		} catch (IOException e) {
			problem = e.getMessage();
			unwritable.accept(e);
		} catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
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

	private void recordFailure(Path resultFolder, String problem) {
		try {
			AtomicFiles.write(resultFolder.resolve(StoredResult.FAILURE_FILE), problem.getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			unwritable.accept(e);
		}
	}

	private boolean isDamaged(Path resultFolder) {
		try {
			StoredResult.read(resultFolder);
			return false;
		} catch (IOException e) {
			tell(() -> listener.warned("a result is asked for again: " + e.getMessage()));
			return true;
		}
	}

	/** A network as it lies on disk, if its training is done. */
	private Optional<Subject> subject(NetworkPlan network) throws IOException, ContributionException {
		Path runFolder = StudyFolder.runFolder(folder, network.name());
		RunRecord run = RunRecord.read(runFolder);
		if (run.runState() != RunState.DONE) {
			return Optional.empty();
		}
		TrialTask task = task();
		Network trained = Network.of(
				network.architecture().contribution().instantiate(Architecture.class).create(task.inputs(), network.units(),
						network.architecture().parameters()),
				task.outputs(), SafeTensors.read(runFolder.resolve(NetworkFile.FILE)).tensors());
		return Optional.of(new Subject(network.name(), network.architecture().contribution().id(), network.units(),
				network.seed(), run.unexplained(), trained));
	}

	private TrialTask task() throws ContributionException {
		return (TrialTask) plan.task().contribution().instantiate(TaskFactory.class).create(plan.task().parameters());
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
