package org.nullcline.ui.navigator;

import java.nio.file.Path;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.Adapters;
import org.nullcline.model.Result;
import org.nullcline.model.Run;
import org.nullcline.runs.RunReference;

/** Something inside an execution. Items that stand for the same folder are equal, so that a tree keeps its state. */
public sealed interface ExecutionItem {

	/** The execution it belongs to. */
	IFolder execution();

	/** Where it lies. */
	Path folder();

	/** The item that an element of any selection stands for, or null. */
	static ExecutionItem of(Object element) {
		ExecutionItem item = Adapters.adapt(element, ExecutionItem.class);
		if (item != null) {
			return item;
		}
		// Parts of a run that are selected in plots.
		RunReference run = Adapters.adapt(element, RunReference.class);
		return run == null ? null : Adapters.adapt(run, ExecutionItem.class);
	}

	/** A run. */
	record RunItem(IFolder execution, Run run) implements ExecutionItem {

		@Override
		public Path folder() {
			return Path.of(run.getFolder());
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof RunItem item && item.folder().equals(folder());
		}

		@Override
		public int hashCode() {
			return folder().hashCode();
		}
	}

	/** The result of an analysis of a run, or of the population if there is no run. */
	record ResultItem(IFolder execution, RunItem run, Result result) implements ExecutionItem {

		@Override
		public Path folder() {
			return Path.of(result.getFolder());
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof ResultItem item && item.folder().equals(folder());
		}

		@Override
		public int hashCode() {
			return folder().hashCode();
		}
	}

	/** The checkpoints of a run, together. */
	record CheckpointsItem(RunItem run) implements ExecutionItem {

		@Override
		public IFolder execution() {
			return run.execution();
		}

		@Override
		public Path folder() {
			return run.folder();
		}
	}

	/**
	 * A checkpoint of a run.
	 *
	 * @param step  after which it was written, or -1 for the best network
	 * @param bytes its size
	 */
	record CheckpointItem(CheckpointsItem parent, Path file, int step, long bytes) implements ExecutionItem {

		@Override
		public IFolder execution() {
			return parent.execution();
		}

		@Override
		public Path folder() {
			return file;
		}
	}

	/** A figure of a result. */
	record FigureItem(ResultItem result, String id) implements ExecutionItem {

		@Override
		public IFolder execution() {
			return result.execution();
		}

		@Override
		public Path folder() {
			return result.folder();
		}
	}

	/** Stands in until the execution has been read, or says why it cannot be. */
	record MessageItem(IFolder execution, String message) implements ExecutionItem {

		@Override
		public Path folder() {
			return execution.getLocation().toPath();
		}
	}
}
