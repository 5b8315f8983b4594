package org.nullcline.core.study;

import java.util.List;

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
 * @param analyses  what is asked afterwards
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

	/**
	 * The training plan of the model, as values.
	 *
	 * @param steps                     number of weight updates
	 * @param batchSize                 trials per update
	 * @param learningRate              largest rate
	 * @param finalLearningRateFraction the rate falls exponentially to this fraction over the run
	 * @param warmUpSteps               over which the rate first rises linearly
	 * @param clipNorm                  largest Euclidean norm of the gradient; 0: unclipped
	 * @param l2                        weight of the sum of squares of all arrays in the loss
	 * @param validationTrials          held-out trials
	 * @param validateEvery             steps between two validations
	 * @param checkpointEvery           steps between two checkpoints
	 */
	public record TrainingSettings(int steps, int batchSize, double learningRate, double finalLearningRateFraction,
			int warmUpSteps, double clipNorm, double l2, int validationTrials, int validateEvery, int checkpointEvery) {

		/** The learning rate of a step, counted from 1. */
		public double learningRate(long step) {
			double warmUp = warmUpSteps == 0 ? 1 : Math.min(1, (double) step / warmUpSteps);
			double decay = StrictMath.pow(finalLearningRateFraction, (step - 1.0) / Math.max(1, steps - 1));
			return learningRate * warmUp * decay;
		}
	}

	public StudyPlan {
		networks = List.copyOf(networks);
		analyses = List.copyOf(analyses);
	}
}
