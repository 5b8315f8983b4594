package org.nullcline.runs.index;

import java.util.Map;

import org.nullcline.model.RunState;
import org.nullcline.runs.RunReference;

/**
 * What a table shows of a run.
 *
 * @param reference     where it lies
 * @param study         the name of its study
 * @param state         a run that was left behind while it was running counts as cancelled
 * @param message       why, unless pending, running or done
 * @param architecture  identifier of the architecture, or empty if the record is damaged
 * @param units         number of hidden units
 * @param seed          which network of its cell of the grid
 * @param step          weight updates so far
 * @param steps         weight updates wanted
 * @param configuration all other settings
 * @param training      how the training went
 * @param results       single numbers that analyses gave, as {@code ANALYSIS.VALUE}
 * @param ended         when the run reached its state, ISO 8601, or empty
 */
public record IndexedRun(RunReference reference, String study, RunState state, String message, String architecture,
		int units, int seed, int step, int steps, RunConfiguration configuration, TrainingSummary training,
		Map<String, Double> results, String ended) {

	public IndexedRun {
		results = Map.copyOf(results);
	}

	/** The name of the network. */
	public String name() {
		return reference.name();
	}
}
