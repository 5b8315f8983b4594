package org.nullcline.ui.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.ui.services.IDisposable;
import org.nullcline.ui.Messages;
import org.nullcline.ui.PreferenceDefaults;

/** The executions that run in this workbench, or wait for their turn; also hands out the folders of new ones. */
public final class Executions implements IDisposable {

	/** The folder of a project that holds the executions of its studies. */
	public static final String FOLDER = "runs"; //$NON-NLS-1$

	/** Is told when the execution of a study or a series has ended. */
	@FunctionalInterface
	public interface EndListener {

		/**
		 * @param folder of the study or the series
		 * @param result cancelled if it can be resumed
		 */
		void ended(IFolder folder, IStatus result);
	}

	private final Map<IPath, LiveExecution> running = new LinkedHashMap<>();
	private final Set<IPath> claimed = new LinkedHashSet<>();
	private final Set<ExecutionJob> jobs = new LinkedHashSet<>();
	private final List<Consumer<LiveExecution>> listeners = new CopyOnWriteArrayList<>();
	private final List<EndListener> endListeners = new CopyOnWriteArrayList<>();
	private final ExecutionQueue queue = new ExecutionQueue(PreferenceDefaults::studies);
	private final InterruptedExecutions interrupted;
	private boolean closing;

	Executions(InterruptedExecutions interrupted) {
		this.interrupted = interrupted;
	}

	/** Is told, on any thread, whenever an execution starts, measures something or ends. */
	public void addListener(Consumer<LiveExecution> listener) {
		listeners.add(listener);
	}

	public void removeListener(Consumer<LiveExecution> listener) {
		listeners.remove(listener);
	}

	/** Is told, on any thread. */
	public void addEndListener(EndListener listener) {
		endListeners.add(listener);
	}

	public void removeEndListener(EndListener listener) {
		endListeners.remove(listener);
	}

	/** Those that were running when the workbench ended last. */
	public InterruptedExecutions interrupted() {
		return interrupted;
	}

	/**
	 * The next free folder for an execution of a study, not created yet. Two studies that are started one right after the
	 * other get different ones.
	 */
	synchronized LiveExecution begin(IProject project, String study, String title) {
		return register(new LiveExecution(claim(project, study), title, this));
	}

	/** The next free folder for an execution of a series, not created yet. */
	synchronized IFolder beginSeries(IProject project, String series) {
		return claim(project, series);
	}

	/** Goes on with an execution; empty if it runs already. */
	synchronized Optional<LiveExecution> resume(IFolder folder, String title) {
		return isRunning(folder) ? Optional.empty() : Optional.of(register(new LiveExecution(folder, title, this)));
	}

	/** Goes on with the execution of a series; false if it runs already. */
	synchronized boolean resumeSeries(IFolder folder) {
		return !isRunning(folder) && claimed.add(folder.getFullPath());
	}

	/** A member of a series that is executed begins. */
	synchronized LiveExecution member(IFolder folder, String title) {
		return register(new LiveExecution(folder, title, this));
	}

	/** The running execution of a folder. */
	public synchronized Optional<LiveExecution> find(IFolder folder) {
		return Optional.ofNullable(running.get(folder.getFullPath()));
	}

	/** Whether something is executed into a folder, or the series runs that it belongs to or is the folder of. */
	public synchronized boolean isRunning(IFolder folder) {
		return !jobs(folder).isEmpty() || running.containsKey(folder.getFullPath()) || claimed.contains(folder.getFullPath());
	}

	/** The execution that was started last, of those that run. */
	public synchronized Optional<LiveExecution> newest() {
		return running.values().stream().filter(execution -> !execution.isWaiting()).reduce((first, second) -> second)
				.or(() -> running.values().stream().reduce((first, second) -> second));
	}

	/** All that run or wait, in the order in which they were started. */
	public synchronized List<LiveExecution> all() {
		return List.copyOf(running.values());
	}

	/** How many studies and series run now or wait for their turn. */
	public synchronized int running() {
		return jobs.size();
	}

	/** Asks the execution of a study, or of the series that a folder belongs to, to stop at a checkpoint. */
	public void cancel(IFolder folder) {
		jobs(folder).forEach(ExecutionJob::cancel);
	}

	/** Asks all running studies to stop at a checkpoint and returns when they have; they can be resumed at the next start. */
	public void cancelAndWait(IProgressMonitor monitor) throws InterruptedException {
		Collection<ExecutionJob> now;
		synchronized (this) {
			closing = true;
			now = List.copyOf(jobs);
		}
		try {
			SubMonitor progress = SubMonitor.convert(monitor, Messages.Run_stopping, now.size());
			now.forEach(ExecutionJob::cancel);
			for (ExecutionJob job : now) {
				progress.subTask(job.folder().getName());
				job.join();
				progress.worked(1);
			}
		} finally {
			synchronized (this) {
				closing = false;
			}
		}
	}

	@Override
	public void dispose() {
		listeners.clear();
		endListeners.clear();
	}

	ExecutionQueue queue() {
		return queue;
	}

	void changed(LiveExecution execution) {
		listeners.forEach(listener -> listener.accept(execution));
	}

	void ended(LiveExecution execution) {
		synchronized (this) {
			running.remove(execution.folder().getFullPath());
		}
		changed(execution);
	}

	void scheduled(ExecutionJob job) {
		synchronized (this) {
			jobs.add(job);
		}
		interrupted.add(job.folder());
	}

	/** What was stopped because the workbench closes is not forgotten. */
	void done(ExecutionJob job, IStatus result) {
		boolean forget;
		synchronized (this) {
			jobs.remove(job);
			claimed.remove(job.folder().getFullPath());
			forget = !closing || !result.matches(IStatus.CANCEL);
		}
		if (forget) {
			interrupted.remove(job.folder());
		}
		endListeners.forEach(listener -> listener.ended(job.folder(), result));
	}

	/** Those of the study, of the series it belongs to, or of members of the series. */
	private synchronized List<ExecutionJob> jobs(IFolder folder) {
		IPath path = folder.getFullPath();
		return jobs.stream().filter(job -> job.folder().getFullPath().isPrefixOf(path)
				|| path.isPrefixOf(job.folder().getFullPath())).toList();
	}

	private IFolder claim(IProject project, String name) {
		String base = name.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-"); //$NON-NLS-1$ //$NON-NLS-2$
		for (int n = 1;; n++) {
			IFolder folder = project.getFolder(FOLDER).getFolder(base + "-" + n); //$NON-NLS-1$
			Path path = folder.getLocation().toPath();
			if (!Files.exists(path) && !running.containsKey(folder.getFullPath()) && claimed.add(folder.getFullPath())) {
				return folder;
			}
		}
	}

	private LiveExecution register(LiveExecution execution) {
		running.put(execution.folder().getFullPath(), execution);
		return execution;
	}
}
