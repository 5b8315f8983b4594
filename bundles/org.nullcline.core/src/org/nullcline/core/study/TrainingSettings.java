package org.nullcline.core.study;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.nullcline.core.network.Precision;
import org.nullcline.model.LearningRateSchedule;
import org.nullcline.model.PenaltyScope;
import org.nullcline.model.TargetMeasure;

/**
 * The training plan of the model, as values.
 *
 * @param phases            at least one, in order
 * @param batchSize         trials per update
 * @param precision         in which sequences are run and differentiated
 * @param trainInitialState whether the initial state is trained; otherwise it stays as it was initialized
 * @param learningRate      how large steps are
 * @param regularization    what holds gradient and weights down
 * @param noise             of training trials
 * @param validation        on held-out trials
 * @param checkpoints       when they are written and which are kept
 */
public record TrainingSettings(List<Phase> phases, int batchSize, Precision precision, boolean trainInitialState,
		LearningRate learningRate, Regularization regularization, Noise noise, Validation validation,
		Checkpoints checkpoints) {

	/**
	 * A part of the run.
	 *
	 * @param name               for people; empty for the only phase of a plan without phases
	 * @param steps              number of weight updates
	 * @param learningRateFactor by which the rate of the schedule is multiplied
	 * @param frozen             names of arrays that are not trained, or patterns with * and ?
	 * @param l2                 weight of the penalty
	 * @param taskParameters     values that differ from those of the study's task
	 * @param regularizers       weight of each regularizer of the study in this phase, by its identifier
	 */
	public record Phase(String name, int steps, double learningRateFactor, List<String> frozen, double l2,
			Map<String, String> taskParameters, Map<String, Double> regularizers) {

		public Phase {
			// Records of earlier versions have none.
			regularizers = regularizers == null ? Map.of() : Map.copyOf(regularizers);
		}

		/** A phase without regularizers. */
		public Phase(String name, int steps, double learningRateFactor, List<String> frozen, double l2,
				Map<String, String> taskParameters) {
			this(name, steps, learningRateFactor, frozen, l2, taskParameters, Map.of());
		}

		/** The same with another weight of the penalty. */
		Phase withL2(double weight) {
			return new Phase(name, steps, learningRateFactor, frozen, weight, taskParameters, regularizers);
		}

		/** Whether this phase leaves an array as it is. */
		public boolean freezes(String array) {
			return frozen.stream().anyMatch(pattern -> matches(pattern, array));
		}
	}

	/**
	 * The learning rate of a run.
	 *
	 * @param schedule         how it changes
	 * @param largest          the rate that all fractions refer to
	 * @param finalFraction    exponential and cosine: the fraction at the last step
	 * @param decay            exponential per step: the factor from one step to the next
	 * @param plateauFactor    plateau: the factor by which it is cut
	 * @param plateauPatience  plateau: validations without improvement that are put up with
	 * @param plateauThreshold plateau: the fraction of the best loss by which a better one is below it
	 * @param warmUpSteps      over which the rate first rises linearly
	 */
	public record LearningRate(LearningRateSchedule schedule, double largest, double finalFraction, double decay,
			double plateauFactor, int plateauPatience, double plateauThreshold, int warmUpSteps) {
	}

	/**
	 * What holds gradient and weights down.
	 *
	 * @param clipNorm       largest Euclidean norm of the gradient; 0: unclipped
	 * @param l2Scope        which arrays the penalty of a phase holds down
	 * @param weightClipNorm largest Euclidean norm of all trained arrays; 0: no limit
	 */
	public record Regularization(double clipNorm, PenaltyScope l2Scope, double weightClipNorm) {
	}

	/**
	 * Gaussian noise of its own at every step of every trial; none in validation.
	 *
	 * @param input standard deviation, added to each input
	 * @param state standard deviation, added to each value of the state
	 */
	public record Noise(double input, double state) {
	}

	/**
	 * What is measured on held-out trials.
	 *
	 * @param trials  number of held-out trials
	 * @param every   steps between two validations
	 * @param measure what ends the training early
	 * @param target  at which value; 0: never
	 */
	public record Validation(int trials, int every, TargetMeasure measure, double target) {

		/** Whether the held-out trials are tried after a step. */
		public boolean due(int step, int steps) {
			return step % every == 0 || step == steps;
		}
	}

	/**
	 * Checkpoints.
	 *
	 * @param every     steps between two checkpoints
	 * @param keepEvery checkpoints at multiples of this number are kept for good; 0: none
	 * @param keepBest  whether the network with the smallest validation loss is kept
	 */
	public record Checkpoints(int every, int keepEvery, boolean keepBest) {

		/** Whether a checkpoint is written after a step. */
		public boolean due(int step, int steps) {
			return step % every == 0 || keeps(step) || step == steps;
		}

		/** Whether the checkpoint of a step is kept for good. */
		public boolean keeps(int step) {
			return keepEvery > 0 && step % keepEvery == 0;
		}
	}

	public TrainingSettings {
		phases = List.copyOf(phases);
	}

	/** The same with other phases and another largest learning rate. */
	TrainingSettings with(List<Phase> otherPhases, double largestLearningRate) {
		LearningRate rate = new LearningRate(learningRate.schedule(), largestLearningRate, learningRate.finalFraction(),
				learningRate.decay(), learningRate.plateauFactor(), learningRate.plateauPatience(),
				learningRate.plateauThreshold(), learningRate.warmUpSteps());
		return new TrainingSettings(otherPhases, batchSize, precision, trainInitialState, rate, regularization, noise,
				validation, checkpoints);
	}

	/** Number of weight updates of the whole run. */
	public int steps() {
		return phases.stream().mapToInt(Phase::steps).sum();
	}

	/** The phase of a step, counted from 1. */
	public Phase phase(int step) {
		int end = 0;
		for (Phase phase : phases) {
			end += phase.steps();
			if (step <= end) {
				return phase;
			}
		}
		throw new IllegalArgumentException("step " + step + " is beyond the last of the run, " + end);
	}

	/** Whether a name fits a pattern in which * stands for any characters and ? for one. */
	static boolean matches(String pattern, String name) {
		return name.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
	}
}
