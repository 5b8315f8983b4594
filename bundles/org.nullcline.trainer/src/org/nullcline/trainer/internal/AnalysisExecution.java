package org.nullcline.trainer.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.runs.AtomicFiles;
import org.nullcline.runs.MalformedFileException;
import org.nullcline.runs.StoredResult;
import org.nullcline.trainer.ExecutionListener;

/** Asks the analyses of a study of those of its networks whose training is done, each after those that it requires. */
final class AnalysisExecution {

	private final StudyPlan plan;
	private final Path folder;
	private final ExecutionListener listener;
	private final IProgressMonitor monitor;
	private final Object telling;
	private final BooleanSupplier stopped;
	private final Consumer<IOException> unwritable;
	private final int ticks;
	private final StudyParts parts;
	private final Answers answers;

	/** The questions of an analysis that are under way, by the network that they are about. */
	private final Map<String, Map<String, CompletableFuture<Void>>> underWay = new LinkedHashMap<>();

	AnalysisExecution(StudyPlan plan, Path folder, ExecutionListener listener, IProgressMonitor monitor, Object telling,
			BooleanSupplier stopped, Consumer<IOException> unwritable, int ticks, StudyParts parts) {
		this.plan = plan;
		this.folder = folder;
		this.listener = listener;
		this.monitor = monitor;
		this.telling = telling;
		this.stopped = stopped;
		this.unwritable = unwritable;
		this.ticks = ticks;
		this.parts = parts;
		answers = new Answers(plan, folder);
	}

	/** Asks everything; the plan names required analyses before those that require them. */
	void execute(Workers workers, WorkWatch watch) {
		for (StudyPlan.Choice analysis : plan.analyses()) {
			if (analysis.contribution().scope().orElseThrow() == Scope.NETWORK) {
				plan.networks().forEach(network -> submit(Question.ofNetwork(analysis, network, folder), workers, watch));
			} else {
				submit(Question.ofPopulation(analysis, plan.networks(), folder), workers, watch);
			}
		}
		List<Future<?>> all = new ArrayList<>();
		underWay.values().forEach(questions -> all.addAll(questions.values()));
		PopulationExecution.await(all);
	}

	private void submit(Question question, Workers workers, WorkWatch watch) {
		CompletableFuture<?>[] required = question.analysis().contribution().requires().stream()
				.flatMap(id -> required(id, question)).toArray(CompletableFuture[]::new);
		underWay.computeIfAbsent(question.id(), _ -> new LinkedHashMap<>()).put(question.about(),
				CompletableFuture.allOf(required).thenCompose(_ -> workers.submit(leave -> ask(question, watch, leave))));
	}

	/** What must be answered first: for one network the required question about it, for the population all. */
	private Stream<CompletableFuture<Void>> required(String analysis, Question question) {
		Map<String, CompletableFuture<Void>> questions = underWay.get(analysis);
		return question.isOfPopulation() ? questions.values().stream() : Stream.of(questions.get(question.about()));
	}

	private void ask(Question question, WorkWatch watch, Runnable leave) {
		if (stopped.getAsBoolean()) {
			return;
		}
		WorkWatch.Work work = watch.begin(question.id() + " of " + question.about(), reason -> {
			end(question, reason);
			leave.run();
		});
		try (work) {
			ask(question, work);
		}
	}

	private void ask(Question question, WorkWatch.Work work) {
		String problem = "";
		try {
			AskedNetworks networks = AskedNetworks.of(question, plan, folder);
			// A run that is not done is reported as such; there is nothing to ask of it, nor of an inaccurate network.
			if (networks.asked().isEmpty()) {
				problem = question.isOfPopulation() && !networks.leftOut().isEmpty() ? "There is no network to ask. "
						+ networks.notes().get(0) : "";
			} else if (!isAnswered(question, networks)) {
				tell(() -> listener.analysisStarted(question.id(), question.about()));
				answers.answer(question, networks, cancellation(work));
			}
		} catch (OperationCanceledException e) {
			return;
		} catch (AnalysisException | ContributionException | MalformedFileException e) {
			problem = e.getMessage();
		} catch (IOException e) {
			problem = e.getMessage();
			unwritable.accept(e);
		} catch (RuntimeException | Error e) {
			ILog.of(AnalysisExecution.class).error("Analysis " + question.id() + " of " + question.about() + " failed", e);
			problem = parts.blame(e).orElse(StudyParts.words(question.analysis().contribution())) + " failed: " + e;
		}
		if (!work.isLeft()) {
			end(question, problem);
		}
	}

	private void end(Question question, String problem) {
		if (!problem.isEmpty()) {
			recordFailure(question.resultFolder(), problem);
		}
		tell(() -> {
			listener.analysisEnded(question.id(), question.about(), problem);
			monitor.worked(ticks * question.networks().size());
		});
	}

	private boolean isAnswered(Question question, AskedNetworks networks) {
		try {
			return answers.isAnswered(question, networks);
		} catch (IOException e) {
			tell(() -> listener.warned("a result is asked for again: " + e.getMessage()));
			return false;
		}
	}

	private void recordFailure(Path resultFolder, String problem) {
		try {
			AtomicFiles.write(resultFolder.resolve(StoredResult.FAILURE_FILE), problem.getBytes(StandardCharsets.UTF_8));
			// An earlier answer was to another question.
			Files.deleteIfExists(resultFolder.resolve(StoredResult.FILE));
		} catch (IOException e) {
			unwritable.accept(e);
		}
	}

	/** Analyses run side by side, so each gets a monitor of its own that only knows of cancellation. */
	private IProgressMonitor cancellation(WorkWatch.Work work) {
		return new NullProgressMonitor() {
			@Override
			public boolean isCanceled() {
				// Who asks is alive.
				work.alive();
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
