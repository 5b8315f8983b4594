package org.nullcline.core.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.registry.Contribution;
import org.nullcline.model.Study;

/**
 * A valid study with every default filled in and every contribution found: what is executed.
 *
 * @param study     the study as written
 * @param task      what is learned
 * @param networks  the population, in the order of the grid
 * @param training  how; each network may have a learning rate and a penalty of its own
 * @param objective what is made small
 * @param optimizer by what
 * @param regularizers what is added to the objective, beside the L2 penalty
 * @param hooks     what is done after each weight update, in order
 * @param analyses  what is asked afterwards, required analyses included and before those that require them
 */
public record StudyPlan(Study study, Choice task, List<NetworkPlan> networks, TrainingSettings training,
		Choice objective, Choice optimizer, List<Choice> regularizers, List<Choice> hooks, List<Choice> analyses) {

	/** A contribution with its parameters. */
	public record Choice(Contribution contribution, Parameters parameters) {
	}

	/**
	 * One network of the population.
	 *
	 * @param name       unique within the study, a valid folder name: {@code gru-64-seed-0}
	 * @param training   the study's settings with the learning rate and the penalty of this network
	 * @param properties what its cell of the grid may differ in from others, beside architecture and units: all parameters
	 *                   of the architecture, and {@code l2}
	 */
	public record NetworkPlan(String name, Choice architecture, int units, int seed, TrainingSettings training,
			Map<String, String> properties) {

		public NetworkPlan {
			properties = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(properties));
		}
	}

	public StudyPlan {
		networks = List.copyOf(networks);
		regularizers = List.copyOf(regularizers);
		hooks = List.copyOf(hooks);
		analyses = List.copyOf(analyses);
	}

	/** The largest fraction of variance unexplained of networks that are analysed; infinite where there is no limit. */
	public double performanceLimit() {
		double limit = study.getAnalyses() == null ? 0 : study.getAnalyses().getPerformanceLimit();
		return limit == 0 ? Double.POSITIVE_INFINITY : limit;
	}

	/** The parameters of the task in a phase of training. */
	public Parameters taskParameters(TrainingSettings.Phase phase) {
		Map<String, String> values = new LinkedHashMap<>(task.parameters().values());
		values.putAll(phase.taskParameters());
		return task.contribution().parameters(values);
	}
}
