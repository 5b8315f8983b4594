package org.nullcline.core.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.TrainingSettings.Checkpoints;
import org.nullcline.core.study.TrainingSettings.LearningRate;
import org.nullcline.core.study.TrainingSettings.Noise;
import org.nullcline.core.study.TrainingSettings.Phase;
import org.nullcline.core.study.TrainingSettings.Regularization;
import org.nullcline.core.study.TrainingSettings.Validation;
import org.nullcline.core.task.EnvironmentTask;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.Tasks;
import org.nullcline.model.LearningRateSchedule;
import org.nullcline.model.ParameterValue;
import org.nullcline.model.Study;
import org.nullcline.model.TrainingPhase;
import org.nullcline.model.TrainingPlan;

/** Finds what is wrong with a training plan, and makes values of it. */
final class TrainingValidator {

	/** More steps than anybody waits for. */
	private static final int MANY = 100_000_000;

	/** A cell of the population, with one unit, and the architecture that made it. */
	record Made(String architecture, Cell cell) {
	}

	private final StudyProblems problems;
	private final Study study;
	private final TrainingPlan plan;

	TrainingValidator(StudyProblems problems, Study study) {
		this.problems = problems;
		this.study = study;
		plan = study.getTraining();
	}

	/**
	 * The settings, of use only if there are no problems.
	 *
	 * @param task  or null if it has problems
	 * @param made  the task itself, or null
	 * @param cells of the architectures that work
	 * @param regularizers that the plan chooses
	 */
	TrainingSettings settings(StudyPlan.Choice task, Task made, List<Made> cells,
			List<StudyPlan.Choice> regularizers) {
		if (plan == null) {
			problems.add("training", "is missing", study);
			return null;
		}
		range("batchSize", plan.getBatchSize(), 1, 100_000);
		LearningRate learningRate = learningRate();
		notNegative("clipNorm", plan.getClipNorm());
		notNegative("l2", plan.getL2());
		notNegative("weightClipNorm", plan.getWeightClipNorm());
		notNegative("inputNoise", plan.getInputNoise());
		notNegative("stateNoise", plan.getStateNoise());
		if (made instanceof EnvironmentTask && (plan.getInputNoise() > 0 || plan.getStateNoise() > 0)) {
			problems.add("training > " + (plan.getInputNoise() > 0 ? "inputNoise" : "stateNoise"), "cannot be added to the"
					+ " episodes of an environment, whose observations follow from what the network does; give the environment"
					+ " noise of its own", plan);
		}
		range("validationTrials", plan.getValidationTrials(), 1, 1_000_000);
		range("validateEvery", plan.getValidateEvery(), 1, MANY);
		notNegative("target", plan.getTarget());
		range("checkpointEvery", plan.getCheckpointEvery(), 1, MANY);
		range("keepEvery", plan.getKeepEvery(), 0, MANY);
		List<Phase> phases = phases(task, made, cells, regularizers);
		if (!problems.isEmpty()) {
			return null;
		}
		return new TrainingSettings(phases, plan.getBatchSize(), Precision.of(plan.getPrecision().getLiteral()),
				plan.isTrainInitialState(), learningRate,
				new Regularization(plan.getClipNorm(), plan.getL2Scope(), plan.getWeightClipNorm()),
				new Noise(plan.getInputNoise(), plan.getStateNoise()),
				new Validation(plan.getValidationTrials(), plan.getValidateEvery(), plan.getTargetMeasure(), plan.getTarget()),
				new Checkpoints(plan.getCheckpointEvery(), plan.getKeepEvery(), plan.isKeepBest()));
	}

	private LearningRate learningRate() {
		problems.positive("training > learningRate", plan.getLearningRate(), plan);
		if (plan.getSchedule() != LearningRateSchedule.COSINE || plan.getFinalLearningRateFraction() != 0) {
			problems.fraction("training > finalLearningRateFraction", plan.getFinalLearningRateFraction(), plan);
		}
		problems.fraction("training > learningRateDecay", plan.getLearningRateDecay(), plan);
		problems.fraction("training > plateauFactor", plan.getPlateauFactor(), plan);
		range("plateauPatience", plan.getPlateauPatience(), 0, MANY);
		if (!(plan.getPlateauThreshold() >= 0 && plan.getPlateauThreshold() < 1)) {
			problems.add("training > plateauThreshold", plan.getPlateauThreshold() + " is not a number from 0 to below 1", plan);
		}
		range("warmUpSteps", plan.getWarmUpSteps(), 0, MANY);
		return new LearningRate(plan.getSchedule(), plan.getLearningRate(), plan.getFinalLearningRateFraction(),
				plan.getLearningRateDecay(), plan.getPlateauFactor(), plan.getPlateauPatience(), plan.getPlateauThreshold(),
				plan.getWarmUpSteps());
	}

	private List<Phase> phases(StudyPlan.Choice task, Task made, List<Made> cells,
			List<StudyPlan.Choice> regularizers) {
		Map<String, Double> weights = new LinkedHashMap<>();
		regularizers.forEach(regularizer -> weights.put(regularizer.contribution().id(),
				regularizer.parameters().getReal("weight")));
		if (plan.getPhases().isEmpty()) {
			range("steps", plan.getSteps(), 1, MANY);
			return List.of(new Phase("", plan.getSteps(), 1, List.of(), plan.getL2(), Map.of(), weights));
		}
		Set<String> taken = StudySettings.elementNames(study).collect(Collectors.toCollection(HashSet::new));
		List<Phase> phases = new ArrayList<>();
		for (TrainingPhase phase : plan.getPhases()) {
			phases.add(phase(phase, taken, task, made, cells, weights));
		}
		long steps = phases.stream().mapToLong(Phase::steps).sum();
		if (steps > MANY) {
			problems.add("training > phases", "have " + steps + " steps together; " + MANY + " are the most", plan);
		}
		return phases;
	}

	private Phase phase(TrainingPhase phase, Set<String> taken, StudyPlan.Choice task, Task made, List<Made> cells,
			Map<String, Double> weights) {
		String name = phase.getName() == null ? "" : phase.getName();
		String location = "training > phase '" + name + "'";
		if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
			problems.add(location, "the name is not made of letters, digits, hyphens and underscores", phase);
		} else if (!taken.add(name)) {
			problems.add(location, "another phase or element of the study is called '" + name + "' as well", phase);
		}
		problems.range(location + " > steps", phase.getSteps(), 1, MANY, phase);
		problems.positive(location + " > learningRateFactor", phase.getLearningRateFactor(), phase);
		double l2 = phase.getL2() == null ? plan.getL2() : phase.getL2();
		if (phase.getL2() != null) {
			problems.notNegative(location + " > l2", l2, phase);
		}
		frozen(phase, location + " > frozen", cells);
		Map<String, String> values = taskParameters(phase, location, task, made);
		return new Phase(name, phase.getSteps(), phase.getLearningRateFactor(), List.copyOf(phase.getFrozen()), l2, values,
				regularizers(phase, location, weights));
	}

	/** The weights of the plan with those that the phase gives instead. */
	private Map<String, Double> regularizers(TrainingPhase phase, String location, Map<String, Double> ofPlan) {
		Map<String, Double> weights = new LinkedHashMap<>(ofPlan);
		Set<String> given = new HashSet<>();
		for (ParameterValue value : phase.getRegularizerWeights()) {
			String where = location + " > weight of regularizer '" + value.getName() + "'";
			if (!given.add(String.valueOf(value.getName()))) {
				problems.add(where, "is given twice", value);
			} else if (!ofPlan.containsKey(String.valueOf(value.getName()))) {
				problems.add(where, "the training plan has no such regularizer; there are "
						+ (ofPlan.isEmpty() ? "none" : String.join(", ", ofPlan.keySet())), value);
			} else {
				try {
					double weight = Double.parseDouble(String.valueOf(value.getValue()).strip());
					problems.notNegative(where, weight, value);
					weights.put(value.getName(), weight);
				} catch (NumberFormatException e) {
					problems.add(where, "'" + value.getValue() + "' is not a number", value);
				}
			}
		}
		return weights;
	}

	/** A pattern without effect is a slip of the pen, and a phase without anything to train is one, too. */
	private void frozen(TrainingPhase phase, String location, List<Made> cells) {
		if (phase.getFrozen().isEmpty()) {
			return;
		}
		Map<String, Set<String>> arrays = new LinkedHashMap<>();
		for (Made made : cells) {
			try {
				arrays.computeIfAbsent(made.architecture(), key -> new HashSet<>()).addAll(Network.declarations(made.cell(), 1)
						.stream().map(WeightDeclaration::name).toList());
			} catch (RuntimeException | Error e) {
				problems.add(location, "architecture '" + made.architecture() + "' does not tell its arrays: " + e, phase);
				return;
			}
		}
		for (String pattern : phase.getFrozen()) {
			if (!arrays.isEmpty() && arrays.values().stream().flatMap(Set::stream)
					.noneMatch(array -> TrainingSettings.matches(pattern, array))) {
				problems.add(location, "'" + pattern + "' is the name of no array; there are "
						+ arrays.values().stream().flatMap(Set::stream).distinct().sorted().collect(Collectors.joining(", ")), phase);
			}
		}
		arrays.forEach((architecture, names) -> {
			if (names.stream().filter(array -> plan.isTrainInitialState() || !array.equals(Network.INITIAL_STATE))
					.allMatch(array -> phase.getFrozen().stream().anyMatch(p -> TrainingSettings.matches(p, array)))) {
				problems.add(location, "leaves nothing to train in networks of architecture '" + architecture + "'", phase);
			}
		});
	}

	private Map<String, String> taskParameters(TrainingPhase phase, String location, StudyPlan.Choice task, Task made) {
		Map<String, String> values = new LinkedHashMap<>();
		if (task == null) {
			return values;
		}
		Map<String, ParameterDeclaration> declared = task.contribution().parameters().stream()
				.collect(Collectors.toMap(ParameterDeclaration::name, d -> d, (a, b) -> a, LinkedHashMap::new));
		int before = problems.all().size();
		for (ParameterValue given : phase.getTaskParameters()) {
			String where = location + " > task parameter '" + given.getName() + "'";
			ParameterDeclaration declaration = declared.get(given.getName());
			if (declaration == null) {
				problems.add(where, "does not exist in task '" + task.contribution().id() + "'; there are "
						+ (declared.isEmpty() ? "none" : String.join(", ", declared.keySet())), given);
			} else if (values.put(given.getName(), given.getValue()) != null) {
				problems.add(where, "is given twice", given);
			} else {
				declaration.problem(given.getValue()).ifPresent(message -> problems.add(where, message, given));
			}
		}
		if (problems.all().size() == before && made != null && !values.isEmpty()) {
			requireSameChannels(phase, location, task, made, values);
		}
		return values;
	}

	private void requireSameChannels(TrainingPhase phase, String location, StudyPlan.Choice task, Task made,
			Map<String, String> values) {
		Map<String, String> all = new LinkedHashMap<>(task.parameters().values());
		all.putAll(values);
		try {
			Task other = Tasks.make(task.contribution(), Parameters.of(task.contribution().parameters(), all));
			if (other.inputs() != made.inputs() || other.outputs() != made.outputs()) {
				problems.add(location + " > taskParameters", "with them the task has " + other.inputs() + " inputs and "
						+ other.outputs() + " outputs, without them " + made.inputs() + " and " + made.outputs()
						+ "; all phases train the same network, so inputs and outputs must stay as many", phase);
			}
		} catch (ContributionException | IllegalArgumentException e) {
			problems.add(location + " > taskParameters", e.getMessage(), phase);
		} catch (RuntimeException | Error e) {
			problems.add(location + " > taskParameters",
					"plug-in " + task.contribution().plugin() + " failed: " + e, phase);
		}
	}

	private void range(String attribute, int value, int minimum, int maximum) {
		problems.range("training > " + attribute, value, minimum, maximum, plan);
	}

	private void notNegative(String attribute, double value) {
		problems.notNegative("training > " + attribute, value, plan);
	}
}
