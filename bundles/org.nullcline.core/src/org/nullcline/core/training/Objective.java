package org.nullcline.core.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.TrialBatch;

/**
 * A function of the outputs that training makes small. It has no mutable state: several threads use it at once.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Objective {

	/**
	 * Evaluates the objective and its derivative.
	 *
	 * @param outputs  what the network gave, [trial, time, output]
	 * @param trials   what it was asked for
	 * @param random   the only source of randomness, for objectives that draw (for example symbols from logits)
	 * @param gradient the derivative by the outputs is written here, same shape, dense and zero on entry
	 * @return the value, averaged over trials
	 */
	double evaluate(INDArray outputs, TrialBatch trials, RandomStream random, INDArray gradient);

	/**
	 * Whether the output to a trial is held against that trial's own target. An objective that compares sets of sequences does
	 * not; the fraction of variance unexplained then says nothing, and is not measured.
	 */
	default boolean comparesTrials() {
		return true;
	}

	/**
	 * Whether the objective learns from the rewards of an environment; {@link TrialBatch#rewards()} is then always there, and
	 * the targets are the actions that were taken. Otherwise it learns from the targets of trials.
	 */
	default boolean learnsFromRewards() {
		return false;
	}
}
