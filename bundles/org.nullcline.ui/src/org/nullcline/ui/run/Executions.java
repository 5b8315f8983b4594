package org.nullcline.ui.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.ui.services.IDisposable;
import org.nullcline.ui.Messages;

/** The executions that run in this workbench; also hands out the folders of new ones. */
public final class Executions implements IDisposable {

	/** The folder of a project that holds the executions of its studies. */
	public static final String FOLDER = "runs"; //$NON-NLS-1$

	private final Map<IPath, LiveExecution> running = new LinkedHashMap<>();
	private final List<Consumer<LiveExecution>> listeners = new CopyOnWriteArrayList<>();

	/** Is told, on any thread, whenever an execution starts, measures something or ends. */
	public void addListener(Consumer<LiveExecution> listener) {
		listeners.add(listener);
	}

	public void removeListener(Consumer<LiveExecution> listener) {
		listeners.remove(listener);
	}

	/**
	 * The next free folder for an execution of a study, not created yet. Two studies that are started one right after the
	 * other get different ones.
	 */
	synchronized LiveExecution begin(IProject project, String study, String title) {
		String base = study.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-"); //$NON-NLS-1$ //$NON-NLS-2$
		for (int n = 1;; n++) {
			IFolder folder = project.getFolder(FOLDER).getFolder(base + "-" + n); //$NON-NLS-1$
			Path path = folder.getLocation().toPath();
			if (!Files.exists(path) && !running.containsKey(folder.getFullPath())) {
				return register(new LiveExecution(folder, title, this));
			}
		}
	}

	/** Goes on with an execution; empty if it runs already. */
	synchronized Optional<LiveExecution> resume(IFolder folder, String title) {
		return running.containsKey(folder.getFullPath()) ? Optional.empty()
				: Optional.of(register(new LiveExecution(folder, title, this)));
	}

	/** The running execution of a folder. */
	public synchronized Optional<LiveExecution> find(IFolder folder) {
		return Optional.ofNullable(running.get(folder.getFullPath()));
	}

	/** The execution that was started last, of those that run. */
	public synchronized Optional<LiveExecution> newest() {
		return running.values().stream().reduce((first, second) -> second);
	}

	/** How many studies run now. */
	public synchronized int running() {
		return running.size();
	}

	/** Asks all running studies to stop at a checkpoint and returns when they have. */
	public void cancelAndWait(IProgressMonitor monitor) throws InterruptedException {
		Collection<LiveExecution> now;
		synchronized (this) {
			now = List.copyOf(running.values());
		}
		SubMonitor progress = SubMonitor.convert(monitor, Messages.Run_stopping, now.size());
		now.forEach(LiveExecution::cancel);
		for (LiveExecution execution : now) {
			progress.subTask(execution.title());
			execution.join();
			progress.worked(1);
		}
	}

	@Override
	public void dispose() {
		listeners.clear();
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

	private LiveExecution register(LiveExecution execution) {
		running.put(execution.folder().getFullPath(), execution);
		return execution;
	}
}
