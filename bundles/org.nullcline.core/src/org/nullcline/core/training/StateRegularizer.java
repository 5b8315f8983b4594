package org.nullcline.core.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.task.TrialBatch;

/**
 * A penalty on the states that a network goes through in its training trials, for example on the activity of its units.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public non-sealed interface StateRegularizer extends Regularizer {

	/**
	 * Evaluates the penalty and its derivative, before the study's weight of it.
	 *
	 * @param states   after each step, [time, trial, state]; unchanged
	 * @param layout   what the values of a state are
	 * @param trials   that the network was driven by; steps of weight 0 are padding
	 * @param gradient the derivative by the states is written here, same shape, dense and zero on entry
	 * @return the value, averaged over trials
	 */
	double evaluate(INDArray states, StateLayout layout, TrialBatch trials, INDArray gradient);
}
