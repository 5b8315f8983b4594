package org.nullcline.runs.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.runs.internal.index.KeptRuns;

/**
 * The index over run folders, in an embedded database. It only saves reading: {@link #update} compares it with the folders
 * and reads those runs again whose files have changed; an index that is lost or damaged is made anew. Safe for several
 * threads, but slow for whoever waits: not to be used on the UI thread. One process at a time may have it open.
 */
public final class RunIndex implements AutoCloseable {

	private final KeptRuns runs;

	private RunIndex(KeptRuns runs) {
		this.runs = runs;
	}

	/**
	 * Opens an index, or makes an empty one.
	 *
	 * @param file where the database lies, without the ending that it adds
	 * @throws IOException if another process has it open, or it cannot be written
	 */
	public static RunIndex open(Path file) throws IOException {
		return new RunIndex(new KeptRuns(file));
	}

	/** An empty index that is kept in memory only. */
	public static RunIndex inMemory() throws IOException {
		return new RunIndex(new KeptRuns(null));
	}

	/** The runs of executions as the index has them, in the order of the executions, by name. */
	public List<IndexedRun> runs(Collection<Path> executions) throws IOException {
		List<IndexedRun> all = new ArrayList<>();
		for (Path execution : executions) {
			all.addAll(runs.runs(execution));
		}
		return all;
	}

	/**
	 * Brings executions up to date, also those that have been deleted.
	 *
	 * @return whether anything has changed
	 * @throws IOException                                         if a folder cannot be listed
	 * @throws org.eclipse.core.runtime.OperationCanceledException if the user has cancelled; what was read is kept
	 */
	public boolean update(Collection<Path> executions, IProgressMonitor monitor) throws IOException {
		SubMonitor progress = SubMonitor.convert(monitor, executions.size());
		boolean changed = false;
		for (Path execution : executions) {
			changed |= runs.update(execution, progress.split(1));
		}
		return changed;
	}

	/**
	 * Forgets executions that are gone.
	 *
	 * @param root     only executions below this folder are looked at
	 * @param existing the executions that there are below it
	 * @return whether there were any to forget
	 */
	public boolean retain(Path root, Collection<Path> existing) throws IOException {
		return runs.retain(root, existing);
	}

	/** Forgets everything, so that the next update reads every folder. */
	public void clear() throws IOException {
		runs.clear();
	}

	@Override
	public void close() throws IOException {
		runs.close();
	}
}
