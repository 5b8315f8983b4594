package org.nullcline.core.training;

import java.util.Map;

import org.nullcline.core.network.Weights;

/**
 * Something that is done to a network between two weight updates: moving units, pruning, projecting weights onto a
 * constraint, keeping a running mean. All that a hook remembers from step to step lies in named arrays shaped like the
 * weights, so that checkpoints hold it and a resumed run ends as an uninterrupted one does; besides these it has no mutable
 * state, for several threads use it at once.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TrainingHook {

	/** The hook's memory at the beginning, by names of letters, digits and underscores; most hooks need none. */
	default Map<String, Weights> initialMemory(Weights weights) {
		return Map.of();
	}

	/**
	 * Called after every weight update, also after those at which the hook wants to do nothing.
	 *
	 * @param training what there is to see and to change
	 */
	void afterStep(TrainingState training);
}
