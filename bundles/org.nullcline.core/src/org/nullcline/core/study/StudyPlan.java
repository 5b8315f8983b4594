package org.nullcline.core.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.registry.Contribution;
import org.nullcline.model.Study;

/**
 * A valid study with every default filled in and every contribution found: what is executed.
 *
 * @param study     the study as written
 * @param task      what is learned
 * @param networks  the population, in the order of the grid
 * @param training  how
 * @param objective what is made small
 * @param optimizer by what
 * @param analyses  what is asked afterwards, required analyses included and before those that require them
 */
public record StudyPlan(Study study, Choice task, List<NetworkPlan> networks, TrainingSettings training,
		Choice objective, Choice optimizer, List<Choice> analyses) {

	/** A contribution with its parameters. */
	public record Choice(Contribution contribution, Parameters parameters) {
	}

	/**
	 * One network of the population.
	 *
	 * @param name unique within the study, a valid folder name: {@code gru-64-seed-0}
	 */
	public record NetworkPlan(String name, Choice architecture, int units, int seed) {
	}

	public StudyPlan {
		networks = List.copyOf(networks);
		analyses = List.copyOf(analyses);
	}

	/** The parameters of the task in a phase of training. */
	public Parameters taskParameters(TrainingSettings.Phase phase) {
		Map<String, String> values = new LinkedHashMap<>(task.parameters().values());
		values.putAll(phase.taskParameters());
		return task.contribution().parameters(values);
	}
}
