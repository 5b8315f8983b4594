package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.EnvironmentTask;
import org.nullcline.core.task.Episodes;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/** What a network does in an environment, as trials. */
class EpisodesTest {

	private static EnvironmentTask recall() throws Exception {
		Contribution contribution = ContributionRegistry.read().find(ContributionKind.TASK, "recall").orElseThrow();
		return (EnvironmentTask) Tasks.make(contribution, contribution.parameters(Map.of()));
	}

	private static Network network() throws Exception {
		Contribution lstm = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, "lstm").orElseThrow();
		return Network.initialize(lstm.instantiate(Architecture.class).create(1, 4, lstm.parameters(Map.of())), 2,
				RandomStreams.of(5));
	}

	private static double[] row(org.nd4j.linalg.api.ndarray.INDArray array, int trial, int steps) {
		int width = (int) (array.length() / array.size(0) / array.size(1));
		int length = (int) array.size(1) * width;
		return Arrays.copyOfRange(NativeArrays.values(array), trial * length, trial * length + steps * width);
	}

	/** An episode is the same whatever others are played beside it. */
	@Test
	void episodesAreIndependent() throws Exception {
		Episodes episodes = Episodes.exploring(recall(), network());
		TrialBatch few = episodes.play(3, RandomStreams.of(7).stream("episodes"));
		TrialBatch many = episodes.play(20, RandomStreams.of(7).stream("episodes"));
		for (int trial = 0; trial < 3; trial++) {
			int steps = Math.min(few.steps(), many.steps());
			assertArrayEquals(row(few.inputs(), trial, steps), row(many.inputs(), trial, steps));
			assertArrayEquals(row(few.targets(), trial, steps), row(many.targets(), trial, steps));
			assertArrayEquals(row(few.mask().orElseThrow(), trial, steps), row(many.mask().orElseThrow(), trial, steps));
			assertArrayEquals(row(few.rewards().orElseThrow().values(), trial, steps),
					row(many.rewards().orElseThrow().values(), trial, steps));
		}
	}

	/** Greedy actions are the largest outputs of the network for what it has seen so far. */
	@Test
	void actionsFollowFromWhatWasSeen() throws Exception {
		Network network = network();
		TrialTask task = Tasks.played(recall(), network);
		TrialBatch trials = task.trials(30, RandomStreams.of(7).stream("episodes"));
		double[] outputs = NativeArrays.values(network.outputs(network.states(trials.inputs())));
		double[] targets = NativeArrays.values(trials.targets());
		double[] mask = NativeArrays.values(trials.mask().orElseThrow());
		int running = 0;
		for (int step = 0; step < mask.length; step++) {
			if (mask[step] == 1) {
				running++;
				assertEquals(outputs[2 * step] >= outputs[2 * step + 1], targets[2 * step] == 1);
			} else {
				assertEquals(0, targets[2 * step] + targets[2 * step + 1]);
			}
		}
		assertTrue(running > 30 && running < mask.length, running + " of " + mask.length);
		assertEquals(3, trials.steps());
	}

	@Test
	void withoutANetworkThereAreEpisodesToLookAt() throws Exception {
		TrialBatch trials = Tasks.shown(recall()).trials(40, RandomStreams.of(7).stream("episodes"));
		double[] targets = NativeArrays.values(trials.targets());
		double first = 0;
		for (int i = 0; i < targets.length; i += 2) {
			first += targets[i];
		}
		double all = Arrays.stream(targets).sum();
		assertTrue(first > 0 && first < all, first + " of " + all);
	}
}
