package org.nullcline.trainer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.PluginCalls;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.StudyPlan.NetworkPlan;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.Tasks;
import org.nullcline.linearalgebra.NativeRuntime;
import org.nullcline.model.RunState;
import org.nullcline.runs.Environment;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.NetworkFile;
import org.nullcline.runs.ReferenceLosses;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.ExecutionListener;

/** Trains the networks of a population, several at once, and then asks the analyses. */
public final class PopulationExecution {

	private final StudyPlan plan;
	private final Path folder;
	private final int jobs;
	private final ExecutionListener listener;
	private final IProgressMonitor monitor;
	private final StudyParts parts;
	/** Listener and monitor are called by one thread at a time. */
	private final Object telling = new Object();
	private final AtomicReference<IOException> unwritable = new AtomicReference<>();

	public PopulationExecution(StudyPlan plan, Path folder, int jobs, ExecutionListener listener,
			IProgressMonitor monitor) {
		this.plan = plan;
		this.folder = folder;
		this.jobs = jobs;
		this.listener = listener;
		this.monitor = monitor;
		parts = StudyParts.of(plan, ContributionRegistry.read());
	}

	/**
	 * Does it all, or what is left of it.
	 *
	 * @throws IOException if the folder cannot be written any more; what was written before is whole
	 */
	public void execute() throws IOException {
		NativeRuntime.load();
		int analyses = plan.analyses().size();
		long work = (long) plan.networks().size() * (plan.training().steps() + (long) analyses * analysisTicks());
		monitor.beginTask("Study " + plan.study().getName(), (int) Math.min(Integer.MAX_VALUE, work));
		Map<String, String> environment = Environment.describe();
		try (WorkWatch watch = new WorkWatch(parts.ofOthers(), PluginCalls.patience(), this::stopped,
				message -> tell(() -> listener.warned(message))); Workers workers = new Workers(jobs)) {
			List<Future<?>> runs = new ArrayList<>();
			for (NetworkPlan network : plan.networks()) {
				runs.add(workers.submit(leave -> train(network, environment, watch, leave)));
			}
			await(runs);
			if (!stopped()) {
				new AnalysisExecution(plan, folder, listener, monitor, telling, this::stopped, this::stopUnwritable,
						analysisTicks(), parts).execute(workers, watch);
			}
			workers.leftRunning(parts.ofOthers()).forEach(message -> tell(() -> listener.warned(message)));
		} finally {
			monitor.done();
		}
		if (unwritable.get() != null) {
			throw unwritable.get();
		}
	}

	private int analysisTicks() {
		return Math.max(1, plan.training().steps() / 20);
	}

	private boolean stopped() {
		return monitor.isCanceled() || unwritable.get() != null;
	}

	private void stopUnwritable(IOException cause) {
		unwritable.compareAndSet(null, cause);
	}

	static void await(List<Future<?>> futures) {
		for (Future<?> future : futures) {
			boolean interrupted = false;
			while (true) {
				try {
					future.get();
					break;
				} catch (InterruptedException e) {
					// Whoever wants to stop cancels the monitor; the workers then end at a checkpoint.
					interrupted = true;
				} catch (ExecutionException e) {
					throw new IllegalStateException(e.getCause());
				}
			}
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private void train(NetworkPlan network, Map<String, String> environment, WorkWatch watch, Runnable leave) {
		if (stopped()) {
			return;
		}
		Path runFolder = StudyFolder.runFolder(folder, network.name());
		RunRecord run = RunRecord.pending(plan, network, environment);
		WorkWatch.Work work = watch.begin(network.name(), reason -> {
			fail(network, run, runFolder, reason);
			leave.run();
		});
		try (work) {
			train(network, run, runFolder, work);
		} catch (WorkWatch.LeftBehindException e) {
			// Its end has been told and recorded.
			return;
		}
	}

	private void train(NetworkPlan network, RunRecord run, Path runFolder, WorkWatch.Work work) {
		try {
			RunRecord earlier = finished(runFolder, network);
			if (earlier != null) {
				advance(plan.training().steps());
				tellEnd(network, earlier);
				return;
			}
			run.write(runFolder);
			Task task = Tasks.make(plan.task().contribution(), plan.task().parameters());
			RunRecord ended = new NetworkTrainer(plan, network, task, runFolder, run, observer(network, work), () -> {
				work.alive();
				return stopped();
			}).train();
			if (ended.runState() == RunState.DIVERGED || ended.runState() == RunState.DONE) {
				// A run that reached its target is done before its last step.
				advance(ended.steps() - ended.step());
			}
			tellEnd(network, ended);
		} catch (WorkWatch.LeftBehindException e) {
			throw e;
		} catch (IOException e) {
			work.alive();
			fail(network, run, runFolder, e.getMessage());
			stopUnwritable(e);
		} catch (ContributionException | PluginFault e) {
			work.alive();
			fail(network, run, runFolder, e.getMessage());
		} catch (RuntimeException | Error e) {
			work.alive();
			// A plug-in's fault ends its run, not its neighbours.
			ILog.of(PopulationExecution.class).error("Training of " + network.name() + " failed", e);
			fail(network, run, runFolder, parts.blame(e).map(part -> part + ": ").orElse("") + "failed: " + e);
		}
	}

	/** The record of a run that needs no more training, or null. */
	private RunRecord finished(Path runFolder, NetworkPlan network) throws IOException {
		if (!Files.exists(runFolder.resolve(RunRecord.FILE))) {
			return null;
		}
		RunRecord earlier;
		try {
			earlier = RunRecord.read(runFolder);
		} catch (IOException e) {
			tell(() -> listener.warned(network.name() + ": its record is damaged and it is trained on from its last checkpoint: "
					+ e.getMessage()));
			return null;
		}
		if (earlier.runState() == RunState.DIVERGED) {
			// It would diverge again, at the same step.
			return earlier;
		}
		if (earlier.runState() != RunState.DONE) {
			return null;
		}
		Path weights = runFolder.resolve(NetworkFile.FILE);
		if (!Files.exists(weights) || !NetworkFile.sha256(weights).equals(earlier.weightsSha256())) {
			tell(() -> listener.warned(weights + ": is missing or damaged; written again from the last checkpoint"));
			return null;
		}
		return earlier;
	}

	private void fail(NetworkPlan network, RunRecord run, Path runFolder, String message) {
		RunRecord failed = run;
		try {
			if (Files.exists(runFolder.resolve(RunRecord.FILE))) {
				failed = RunRecord.read(runFolder);
			}
			failed = failed.in(RunState.FAILED, message, failed.step(), failed.unexplained(), failed.seconds(), "");
			failed.write(runFolder);
		} catch (IOException e) {
			failed = failed.in(RunState.FAILED, message, failed.step(), failed.unexplained(), failed.seconds(), "");
		}
		tellEnd(network, failed);
	}

	private void tellEnd(NetworkPlan network, RunRecord run) {
		tell(() -> listener.networkEnded(network, run.runState(), run.unexplained(), run.message()));
	}

	private void advance(int steps) {
		tell(() -> monitor.worked(steps));
	}

	private void tell(Runnable message) {
		synchronized (telling) {
			message.run();
		}
	}

	private NetworkTrainer.Observer observer(NetworkPlan network, WorkWatch.Work work) {
		return new NetworkTrainer.Observer() {

			@Override
			public void started(int step) {
				tell(() -> listener.networkStarted(network, step));
				advance(step);
			}

			@Override
			public void compared(ReferenceLosses references) {
				tell(() -> listener.compared(network, references));
			}

			@Override
			public void measured(Measurement measurement) {
				tell(() -> listener.measured(network, measurement));
			}

			@Override
			public void advanced(int steps) {
				work.alive();
				advance(steps);
			}

			@Override
			public void warned(String message) {
				tell(() -> listener.warned(message));
			}
		};
	}
}
