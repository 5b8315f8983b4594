package org.nullcline.core.training;

import java.util.Map;

import org.nullcline.core.network.Network;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;

/**
 * A network in the middle of its training, as a {@link TrainingHook} sees it between two weight updates. Not implemented by
 * plug-ins.
 *
 * @since 0.1.0
 */
public interface TrainingState {

	/** Weight updates so far, from 1. */
	int step();

	/** Weight updates of the whole run. */
	int steps();

	/** Name of the phase that the last update belonged to; empty in a run without phases. */
	String phase();

	/** The network, whose weights may be changed. Weights that a mask rules out are set to 0 again afterwards. */
	Network network();

	/** The arrays that are trained in this phase, themselves, by name. A hook leaves the others alone, unless it moves units. */
	Weights trained();

	/** What the hook remembers, by the names of {@link TrainingHook#initialMemory}; may be changed. */
	Map<String, Weights> memory();

	/** Random numbers of this hook, network and step, from the beginning at each call. */
	RandomStream random();

	/**
	 * Puts the hidden units into another order: in all weights, frozen ones too, in what the optimizer remembers, and in what
	 * hooks remember. The outputs stay as they are, and so does the course of training.
	 *
	 * @param order which unit comes to each place, [unit]
	 * @throws IllegalArgumentException if the order does not name each unit once
	 * @throws IllegalStateException    if the architecture does not say where its units lie in its arrays, says it wrongly, or
	 *                                  has masks that would not fit the units any more
	 */
	void permuteUnits(int[] order);
}
