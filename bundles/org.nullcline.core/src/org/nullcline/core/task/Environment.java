package org.nullcline.core.task;

import org.nullcline.core.random.RandomStream;

/**
 * What a network acts in. Unlike a task it has a state, which belongs to one episode.
 *
 * @since 0.1.0
 */
public interface Environment {

	/**
	 * What an action brought about.
	 *
	 * @param observation what the network sees next, one value per input of the task; of no meaning if the episode is done
	 * @param reward      for the action
	 * @param done        whether the episode is over
	 */
	record Step(double[] observation, double reward, boolean done) {
	}

	/**
	 * Begins an episode.
	 *
	 * @param random the only source of randomness until the next reset
	 * @return what the network sees first, one value per input of the task
	 */
	double[] reset(RandomStream random);

	/**
	 * Acts.
	 *
	 * @param action as the action space of the task describes it; unchanged
	 */
	Step step(double[] action);
}
