package org.nullcline.ui.navigator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.nullcline.model.Result;
import org.nullcline.model.Run;
import org.nullcline.model.RunCollection;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.Messages;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointItem;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointsItem;
import org.nullcline.ui.navigator.ExecutionItem.FigureItem;
import org.nullcline.ui.navigator.ExecutionItem.MessageItem;
import org.nullcline.ui.navigator.ExecutionItem.ResultItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;

/** Reads executions in the background and keeps what was read. */
final class ExecutionReader {

	private final Map<IFolder, List<ExecutionItem>> items = new ConcurrentHashMap<>();
	/** Whose children somebody asked for, whether they have been read by now or not. */
	private final Set<IFolder> seen = ConcurrentHashMap.newKeySet();
	private final LinkedHashSet<IFolder> wanted = new LinkedHashSet<>();
	private final Job job = new Job(Messages.Navigator_read) {

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			for (IFolder folder = next(); folder != null && !monitor.isCanceled(); folder = next()) {
				items.put(folder, read(folder));
				done.accept(folder);
			}
			return Status.OK_STATUS;
		}
	};
	private final Consumer<IFolder> done;

	/**
	 * @param done is told, on any thread, which execution has been read
	 */
	ExecutionReader(Consumer<IFolder> done) {
		this.done = done;
		job.setSystem(true);
		job.setPriority(Job.SHORT);
	}

	/** The children of an execution, as far as they are known. */
	List<ExecutionItem> children(IFolder execution) {
		seen.add(execution);
		List<ExecutionItem> known = items.get(execution);
		if (known == null) {
			request(execution);
			return List.of(new MessageItem(execution, Messages.Navigator_reading));
		}
		return known;
	}

	/** The children of something inside an execution: checkpoints and results of a run, figures of a result. */
	static List<ExecutionItem> children(ExecutionItem item) {
		return switch (item) {
		case RunItem run -> ofRun(run);
		case CheckpointsItem checkpoints -> Checkpoints.of(checkpoints);
		case ResultItem result -> result.result().getFigures().stream()
				.map(figure -> (ExecutionItem) new FigureItem(result, figure)).toList();
		case CheckpointItem checkpoint -> List.of();
		case FigureItem figure -> List.of();
		case MessageItem message -> List.of();
		};
	}

	private static List<ExecutionItem> ofRun(RunItem run) {
		List<ExecutionItem> children = new ArrayList<>();
		if (Checkpoints.exist(run)) {
			children.add(new CheckpointsItem(run));
		}
		run.run().getResults().forEach(result -> children.add(new ResultItem(run.execution(), run, result)));
		return children;
	}

	/** Reads an execution again, if anybody has seen it yet. */
	void changed(IFolder execution) {
		if (seen.contains(execution)) {
			request(execution);
		}
	}

	void dispose() {
		job.cancel();
		items.clear();
	}

	private void request(IFolder execution) {
		synchronized (wanted) {
			wanted.add(execution);
		}
		job.schedule();
	}

	private IFolder next() {
		synchronized (wanted) {
			if (wanted.isEmpty()) {
				return null;
			}
			return wanted.removeFirst();
		}
	}

	private static List<ExecutionItem> read(IFolder execution) {
		if (execution.getLocation() == null) {
			return List.of();
		}
		try {
			RunCollection collection = StudyFolder.read(execution.getLocation().toPath());
			List<ExecutionItem> children = new ArrayList<>();
			for (Run run : collection.getRuns()) {
				children.add(new RunItem(execution, run));
			}
			for (Result result : collection.getResults()) {
				children.add(new ResultItem(execution, null, result));
			}
			return children;
		} catch (IOException | RuntimeException e) {
			return List.of(new MessageItem(execution, String.valueOf(e.getMessage())));
		}
	}
}
