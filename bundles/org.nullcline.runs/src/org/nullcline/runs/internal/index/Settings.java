package org.nullcline.runs.internal.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.core.study.TrainingSettings;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.RunRecord.ContributionRecord;
import org.nullcline.runs.index.RunConfiguration;

/** Makes configurations of records, with parts that are one object where they are equal. Not thread-safe. */
public final class Settings {

	private final Map<Map<String, String>, Map<String, String>> shared = new HashMap<>();

	/** All settings of a run but its architecture's identifier, its units and its seed. */
	public RunConfiguration of(RunRecord run) {
		List<Map<String, String>> parts = new ArrayList<>();
		Map<String, String> task = new LinkedHashMap<>();
		task.put("study.seed", Long.toString(run.masterSeed()));
		add(task, "task", run.task());
		parts.add(share(task));
		Map<String, String> architecture = new LinkedHashMap<>();
		run.architecture().parameters().forEach((name, value) -> architecture.put("architecture." + name, value));
		run.properties().forEach((name, value) -> {
			if (!run.architecture().parameters().containsKey(name)) {
				architecture.put(name, value);
			}
		});
		parts.add(share(architecture));
		Map<String, String> training = new LinkedHashMap<>();
		add(training, "objective", run.objective());
		add(training, "optimizer", run.optimizer());
		run.regularizers().forEach(regularizer -> add(training, "regularizer." + regularizer.id(), regularizer));
		run.hooks().forEach(hook -> add(training, "hook." + hook.id(), hook));
		add(training, run.training());
		parts.add(share(training));
		Map<String, String> origin = new LinkedHashMap<>();
		List<ContributionRecord> contributions = new ArrayList<>(run.regularizers());
		contributions.addAll(run.hooks());
		contributions.addAll(Arrays.asList(run.task(), run.architecture(), run.objective(), run.optimizer()));
		for (ContributionRecord contribution : contributions) {
			if (contribution != null && contribution.plugin() != null) {
				origin.put("plugin." + contribution.plugin(), String.valueOf(contribution.pluginVersion()));
			}
		}
		if (run.environment() != null) {
			run.environment().forEach((name, value) -> origin.put("environment." + name, value));
		}
		parts.add(share(origin));
		return new RunConfiguration(parts);
	}

	/** The one object for all equal parts. */
	Map<String, String> share(Map<String, String> part) {
		part.values().removeIf(value -> value == null);
		Map<String, String> known = shared.get(part);
		if (known == null) {
			known = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(part));
			shared.put(known, known);
		}
		return known;
	}

	private static void add(Map<String, String> values, String element, ContributionRecord contribution) {
		if (contribution != null) {
			values.put(element, contribution.id());
			contribution.parameters().forEach((name, value) -> values.put(element + "." + name, value));
		}
	}

	/** Under the names of the attributes of the study's training plan. */
	private static void add(Map<String, String> values, TrainingSettings training) {
		put(values, "steps", training.steps());
		put(values, "batchSize", training.batchSize());
		put(values, "precision", training.precision().word());
		put(values, "trainInitialState", training.trainInitialState());
		TrainingSettings.LearningRate rate = training.learningRate();
		put(values, "learningRate", rate.largest());
		put(values, "schedule", rate.schedule());
		put(values, "finalLearningRateFraction", rate.finalFraction());
		put(values, "learningRateDecay", rate.decay());
		put(values, "plateauFactor", rate.plateauFactor());
		put(values, "plateauPatience", rate.plateauPatience());
		put(values, "plateauThreshold", rate.plateauThreshold());
		put(values, "warmUpSteps", rate.warmUpSteps());
		put(values, "clipNorm", training.regularization().clipNorm());
		put(values, "l2Scope", training.regularization().l2Scope());
		put(values, "weightClipNorm", training.regularization().weightClipNorm());
		put(values, "inputNoise", training.noise().input());
		put(values, "stateNoise", training.noise().state());
		put(values, "validationTrials", training.validation().trials());
		put(values, "validateEvery", training.validation().every());
		put(values, "targetMeasure", training.validation().measure());
		put(values, "target", training.validation().target());
		put(values, "checkpointEvery", training.checkpoints().every());
		put(values, "keepEvery", training.checkpoints().keepEvery());
		put(values, "keepBest", training.checkpoints().keepBest());
		for (TrainingSettings.Phase phase : training.phases()) {
			if (phase.name() != null && !phase.name().isEmpty()) {
				addPhase(values, phase);
			}
		}
	}

	private static void addPhase(Map<String, String> values, TrainingSettings.Phase phase) {
		values.put(phase.name() + ".steps", Integer.toString(phase.steps()));
		values.put(phase.name() + ".learningRateFactor", Double.toString(phase.learningRateFactor()));
		values.put(phase.name() + ".l2", Double.toString(phase.l2()));
		values.put(phase.name() + ".frozen", String.join(", ", phase.frozen()));
		phase.taskParameters().forEach((name, value) -> values.put(phase.name() + ".task." + name, value));
	}

	private static void put(Map<String, String> values, String name, Object value) {
		values.put("training." + name, String.valueOf(value));
	}
}
