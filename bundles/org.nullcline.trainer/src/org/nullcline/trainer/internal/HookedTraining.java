package org.nullcline.trainer.internal;

import java.util.Map;

import org.nullcline.core.network.Network;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.training.TrainingState;

/** What one hook sees after one step. */
record HookedTraining(int step, int steps, String phase, Network network, Weights trained, Map<String, Weights> memory,
		TrainingMemory everything, RandomStreams streams, MovedUnits moved) implements TrainingState {

	@Override
	public RandomStream random() {
		return streams.stream("step", step);
	}

	@Override
	public void permuteUnits(int[] order) {
		moved.permute(order, everything);
	}
}
