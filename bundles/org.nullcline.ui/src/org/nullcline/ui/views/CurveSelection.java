package org.nullcline.ui.views;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.nullcline.runs.Measurement;
import org.nullcline.ui.navigator.ExecutionItem;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointItem;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointsItem;
import org.nullcline.ui.navigator.ExecutionItem.FigureItem;
import org.nullcline.ui.navigator.ExecutionItem.ResultItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;
import org.nullcline.ui.navigator.ExecutionTester;

/**
 * The runs of one or several executions whose learning curves are wanted.
 *
 * @param runs the names of the wanted runs of each execution; none: all of them
 */
record CurveSelection(Map<IFolder, Set<String>> runs) {

	static final CurveSelection NOTHING = new CurveSelection(Map.of());

	/** What a selection of runs, of parts of runs or of executions asks for. */
	static CurveSelection of(IStructuredSelection selection) {
		Map<IFolder, Set<String>> runs = new LinkedHashMap<>();
		for (Object element : selection) {
			ExecutionItem item = ExecutionItem.of(element);
			IFolder folder = item != null ? item.execution() : Adapters.adapt(element, IFolder.class);
			if (folder != null && (item != null || ExecutionTester.isExecution(folder))) {
				Set<String> names = runs.computeIfAbsent(folder, key -> new LinkedHashSet<>());
				String run = item == null ? null : run(item);
				if (run != null) {
					names.add(run);
				}
			}
		}
		return new CurveSelection(runs);
	}

	/** The name of the run that something belongs to, or null. */
	static String run(ExecutionItem item) {
		return switch (item) {
		case RunItem run -> run.run().getName();
		case ResultItem result when result.run() != null -> run(result.run());
		case CheckpointsItem checkpoints -> run(checkpoints.run());
		case CheckpointItem checkpoint -> run(checkpoint.parent());
		case FigureItem figure -> run(figure.result());
		default -> null;
		};
	}

	List<IFolder> executions() {
		return List.copyOf(runs.keySet());
	}

	/** Whether the curves of several executions are to be seen in one picture. */
	boolean isSeveral() {
		return runs.size() > 1;
	}

	/** Whose curve has a label. */
	record Labelled(IFolder execution, String run) {
	}

	/** The execution and the run of a label of {@link #joined}, or null. */
	Labelled labelled(String label) {
		return runs.keySet().stream().filter(folder -> label.startsWith(prefix(folder))).findFirst()
				.map(folder -> new Labelled(folder, label.substring(prefix(folder).length()))).orElse(null);
	}

	/** The curves of the wanted runs, each under the name of its execution and its own. */
	Map<String, List<Measurement>> joined(Map<IFolder, Map<String, List<Measurement>>> curves) {
		Map<String, List<Measurement>> joined = new LinkedHashMap<>();
		runs.forEach((folder, names) -> curves.getOrDefault(folder, Map.of()).forEach((run, rows) -> {
			if (names.isEmpty() || names.contains(run)) {
				joined.put(prefix(folder) + run, rows);
			}
		}));
		return joined;
	}

	/** Executions of several projects may have the same name. */
	private String prefix(IFolder folder) {
		boolean unique = runs.keySet().stream().filter(other -> other.getName().equals(folder.getName())).count() == 1;
		return (unique ? folder.getName() : folder.getProject().getName() + "/" + folder.getName()) + "/"; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
