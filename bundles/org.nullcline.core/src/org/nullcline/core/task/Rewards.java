package org.nullcline.core.task;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What an environment answered to the actions of a batch of episodes.
 *
 * @param actions what could be done
 * @param values  the reward for the action of each step, [trial, time]; 0 after the end of an episode
 * @since 0.1.0
 */
public record Rewards(ActionSpace actions, INDArray values) {
}
