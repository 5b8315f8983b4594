package org.nullcline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.model.FloatingPointPrecision;
import org.nullcline.model.PenaltyScope;
import org.nullcline.model.TargetMeasure;
import org.nullcline.model.TrainingPhase;
import org.nullcline.model.TrainingPlan;
import org.nullcline.report.ReportContent.Group;

/** A training plan in words. */
final class TrainingGroups {

	private final TrainingPlan plan;

	private TrainingGroups(TrainingPlan plan) {
		this.plan = plan;
	}

	static List<Group> of(TrainingPlan plan) {
		TrainingGroups groups = new TrainingGroups(plan);
		List<Group> all = new ArrayList<>();
		all.add(new Group("Training", groups.training()));
		if (!plan.getPhases().isEmpty()) {
			all.add(new Group("Phases of training", groups.phases()));
		}
		all.add(new Group("Learning rate", groups.learningRate()));
		all.add(new Group("Regularization and noise", groups.regularization()));
		all.add(new Group("Validation and checkpoints", groups.validation()));
		return all;
	}

	private Map<String, String> training() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("steps", String.valueOf(plan.getPhases().isEmpty() ? plan.getSteps()
				: plan.getPhases().stream().mapToLong(TrainingPhase::getSteps).sum()));
		values.put("trials per batch", String.valueOf(plan.getBatchSize()));
		values.put("precision",
				plan.getPrecision() == FloatingPointPrecision.SINGLE ? "single (32 bits)" : "double (64 bits)");
		values.put("initial state", plan.isTrainInitialState() ? "trained" : "zero");
		return values;
	}

	private Map<String, String> phases() {
		Map<String, String> values = new LinkedHashMap<>();
		for (TrainingPhase phase : plan.getPhases()) {
			List<String> words = new ArrayList<>();
			words.add(phase.getSteps() + " steps");
			if (phase.getLearningRateFactor() != 1) {
				words.add("learning rate times " + phase.getLearningRateFactor());
			}
			if (phase.getL2() != null) {
				words.add("weight of the L2 penalty " + Numbers.text(phase.getL2()));
			}
			if (!phase.getFrozen().isEmpty()) {
				words.add("not trained: " + String.join(", ", phase.getFrozen()));
			}
			if (!phase.getTaskParameters().isEmpty()) {
				words.add(phase.getTaskParameters().stream().map(given -> given.getName() + " = " + given.getValue())
						.collect(Collectors.joining(", ", "task with ", "")));
			}
			if (!phase.getRegularizerWeights().isEmpty()) {
				words.add(phase.getRegularizerWeights().stream().map(given -> given.getName() + " = " + given.getValue())
						.collect(Collectors.joining(", ", "weights of regularizers ", "")));
			}
			values.put(String.valueOf(phase.getName()), String.join("; ", words));
		}
		return values;
	}

	private Map<String, String> learningRate() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("learning rate", Numbers.text(plan.getLearningRate()));
		values.put("schedule", schedule());
		values.put("warm-up steps", orNone(plan.getWarmUpSteps()));
		return values;
	}

	private String schedule() {
		String fraction = Numbers.text(plan.getFinalLearningRateFraction());
		return switch (plan.getSchedule()) {
		case CONSTANT -> "constant";
		case EXPONENTIAL -> "falls exponentially to the fraction " + fraction;
		case EXPONENTIAL_PER_STEP -> "multiplied by " + plan.getLearningRateDecay() + " at each step";
		case COSINE -> "falls along half a cosine to the fraction " + fraction;
		case PLATEAU -> "multiplied by " + plan.getPlateauFactor()
				+ " when the validation loss has not fallen by more than the fraction "
				+ Numbers.text(plan.getPlateauThreshold()) + " in more than " + plan.getPlateauPatience() + " validations";
		};
	}

	private Map<String, String> regularization() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("largest norm of the gradient", orNone(plan.getClipNorm()));
		values.put("largest norm of the weights", orNone(plan.getWeightClipNorm()));
		values.put("weight of the L2 penalty", Numbers.text(plan.getL2()));
		values.put("arrays under the L2 penalty", plan.getL2Scope() == PenaltyScope.ALL ? "all that are trained"
				: plan.getL2Scope() == PenaltyScope.WEIGHTS ? "matrices" : "recurrent matrices");
		values.put("standard deviation of the input noise", orNone(plan.getInputNoise()));
		values.put("standard deviation of the state noise", orNone(plan.getStateNoise()));
		return values;
	}

	private Map<String, String> validation() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("held-out trials", String.valueOf(plan.getValidationTrials()));
		values.put("steps from one validation to the next", String.valueOf(plan.getValidateEvery()));
		values.put("early stop", plan.getTarget() == 0 ? "none"
				: (plan.getTargetMeasure() == TargetMeasure.VALIDATION_LOSS ? "validation loss"
						: "held-out fraction of variance unexplained") + " not above " + Numbers.text(plan.getTarget()));
		values.put("steps from one checkpoint to the next", String.valueOf(plan.getCheckpointEvery()));
		values.put("kept checkpoints", (plan.getKeepEvery() == 0 ? "the newest" : "every " + plan.getKeepEvery() + " steps")
				+ (plan.isKeepBest() ? "; the network with the smallest validation loss" : ""));
		return values;
	}

	private static String orNone(double value) {
		return value == 0 ? "none" : Numbers.text(value);
	}
}
