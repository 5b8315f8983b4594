package org.nullcline.ui.runs.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.nullcline.model.RunState;
import org.nullcline.runs.index.IndexedRun;
import org.nullcline.runs.index.RunIndex;
import org.nullcline.ui.runs.Messages;
import org.nullcline.ui.runs.RunsIndex;

/** Reads the runs of a scope in the background: first what the index has, then what has changed in the folders. */
final class RunsSource {

	/** While something runs, its folders are looked through again after so many milliseconds. */
	private static final int INTERVAL = 2000;

	private final RunsIndex index;
	private final Consumer<List<IndexedRun>> listener;
	private final Job job = new Job(Messages.Table_reading) {

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			return read(monitor);
		}
	};
	private volatile Scope scope = Scope.WORKSPACE;
	private volatile boolean rebuild;
	private volatile boolean disposed;

	/** @param listener is told on a thread of a job */
	RunsSource(RunsIndex index, Consumer<List<IndexedRun>> listener) {
		this.index = index;
		this.listener = listener;
		job.setPriority(Job.SHORT);
	}

	Scope scope() {
		return scope;
	}

	/** Shows other runs. */
	void setScope(Scope newScope) {
		if (!newScope.equals(scope)) {
			scope = newScope;
			// What is still being read is not wanted any more.
			job.cancel();
			job.schedule();
		}
	}

	/** Compares the index with the folders. */
	void refresh() {
		job.schedule();
	}

	/** Makes the index anew. */
	void rebuild() {
		rebuild = true;
		job.schedule();
	}

	void dispose() {
		disposed = true;
		job.cancel();
	}

	private IStatus read(IProgressMonitor monitor) {
		Scope wanted = scope;
		try {
			RunIndex runs = index.get();
			if (rebuild) {
				rebuild = false;
				runs.clear();
			}
			Collection<Path> executions = wanted.executions();
			List<IndexedRun> known = runs.runs(executions);
			deliver(wanted, known);
			SubMonitor progress = SubMonitor.convert(monitor, 1);
			boolean changed = runs.update(executions, progress.split(1));
			for (Path root : wanted.roots()) {
				changed |= runs.retain(root, executions);
			}
			if (changed) {
				known = runs.runs(executions);
				deliver(wanted, known);
			}
			if (!disposed && known.stream().anyMatch(run -> run.state() == RunState.RUNNING)) {
				job.schedule(INTERVAL);
			}
			return Status.OK_STATUS;
		} catch (OperationCanceledException e) {
			return Status.CANCEL_STATUS;
		} catch (IOException e) {
			return disposed ? Status.CANCEL_STATUS : Status.error(Messages.Table_unreadable, e);
		}
	}

	private void deliver(Scope wanted, List<IndexedRun> runs) {
		if (!disposed && wanted.equals(scope)) {
			listener.accept(runs);
		}
	}
}
