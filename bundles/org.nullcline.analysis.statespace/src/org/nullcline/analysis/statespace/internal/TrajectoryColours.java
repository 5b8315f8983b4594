package org.nullcline.analysis.statespace.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.nullcline.core.figure.Hue;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Groups trials for colouring: by the memory that the target ends at, where the task has few memories; else by the
 * condition that the task names; else not at all.
 *
 * @param kind  what the groups are, for the caption; empty if there is one group only
 * @param names of the groups
 * @param of    the group of each trial
 */
record TrajectoryColours(String kind, List<String> names, int[] of) {

	/** As many hues as can be told apart. */
	private static final int GROUPS = 8;
	private static final String CONDITION = "condition";

	/** @param lengths number of time steps of each trial, without padding */
	static TrajectoryColours of(TrialTask task, TrialBatch trials, int[] lengths) {
		List<double[]> memories = task.memories();
		if (!memories.isEmpty() && memories.size() <= GROUPS) {
			return byFinalTarget(memories, trials, lengths);
		}
		List<String> conditions = trials.metadata().stream().map((Map<String, String> trial) -> trial.get(CONDITION)).toList();
		List<String> names = conditions.stream().distinct().toList();
		if (names.size() > 1 && names.size() <= GROUPS && !names.contains(null)) {
			List<String> sorted = names.stream().sorted().toList();
			return new TrajectoryColours("condition", sorted, conditions.stream().mapToInt(sorted::indexOf).toArray());
		}
		return new TrajectoryColours("", List.of("trials"), new int[trials.trials()]);
	}

	Hue hue(int trial) {
		return Hue.category(of[trial]);
	}

	String name(int trial) {
		return names.get(of[trial]);
	}

	private static TrajectoryColours byFinalTarget(List<double[]> memories, TrialBatch trials, int[] lengths) {
		int outputs = (int) trials.targets().size(2);
		double[] targets = NativeArrays.values(trials.targets());
		List<String> names = new ArrayList<>();
		for (double[] memory : memories) {
			List<String> values = new ArrayList<>();
			for (double value : memory) {
				values.add(String.format(Locale.ROOT, "%.3g", value).replaceFirst("\\.0*$", ""));
			}
			names.add("(" + String.join(", ", values) + ")");
		}
		int[] groups = new int[trials.trials()];
		for (int trial = 0; trial < groups.length; trial++) {
			int last = (trial * trials.steps() + Math.max(0, lengths[trial] - 1)) * outputs;
			double smallest = Double.POSITIVE_INFINITY;
			for (int memory = 0; memory < memories.size(); memory++) {
				double distance = 0;
				for (int k = 0; k < outputs; k++) {
					distance += Math.pow(targets[last + k] - memories.get(memory)[k], 2);
				}
				if (distance < smallest) {
					smallest = distance;
					groups[trial] = memory;
				}
			}
		}
		return new TrajectoryColours("memory at the end of the trial", names, groups);
	}
}
