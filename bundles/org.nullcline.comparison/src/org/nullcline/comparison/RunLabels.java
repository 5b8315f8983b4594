package org.nullcline.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.runs.RunReference;

/** Names that tell runs of several executions from each other. */
public final class RunLabels {

	private RunLabels() {
	}

	/**
	 * One label for each run: its name, with the execution before it where several runs have that name.
	 *
	 * @param runs each once
	 */
	public static List<String> of(List<RunReference> runs) {
		Map<String, Integer> names = new HashMap<>();
		Map<String, Integer> longer = new HashMap<>();
		for (RunReference run : runs) {
			names.merge(run.name(), 1, Integer::sum);
			longer.merge(withExecution(run), 1, Integer::sum);
		}
		return runs.stream().map(run -> names.get(run.name()) == 1 ? run.name()
				: longer.get(withExecution(run)) == 1 ? withExecution(run) : run.folder().toString()).toList();
	}

	private static String withExecution(RunReference run) {
		return run.execution().getFileName() + "/" + run.name();
	}
}
