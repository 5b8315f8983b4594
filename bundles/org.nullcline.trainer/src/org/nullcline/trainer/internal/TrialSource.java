package org.nullcline.trainer.internal;

import java.util.function.Supplier;

import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.task.EnvironmentTask;
import org.nullcline.core.task.Episodes;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;

/** Takes trials from a task and holds them against what the task says of itself. */
record TrialSource(Task task, Contribution contribution) {

	/**
	 * Trials of a weight update, with dense inputs: drawn, or played by the network as its policy says.
	 *
	 * @param update from 1
	 * @param random of the network
	 * @param data   of the study
	 * @throws ContributionException naming the plug-in, if it fails or gives trials of another shape than it declares
	 */
	TrialBatch forTraining(Network network, int count, int update, RandomStreams random, RandomStreams data)
			throws ContributionException {
		return switch (task) {
		case TrialTask trials -> checked(count, () -> trials.trainingTrials(count, update, random, data));
		case EnvironmentTask environment -> checked(count,
				() -> Episodes.exploring(environment, network).play(count, random.stream("trials", update)));
		};
	}

	/**
	 * Draws trials of a task of trials, with dense inputs.
	 *
	 * @throws ContributionException naming the plug-in, if it fails or gives trials of another shape than it declares
	 */
	TrialBatch draw(int count, RandomStream random) throws ContributionException {
		return checked(count, () -> ((TrialTask) task).trials(count, random));
	}

	/** Episodes of an environment in which a network does what it finds best. */
	TrialBatch playGreedily(Network network, int count, RandomStream random) throws ContributionException {
		return checked(count, () -> Episodes.greedy((EnvironmentTask) task, network).play(count, random));
	}

	private TrialBatch checked(int count, Supplier<TrialBatch> source) throws ContributionException {
		TrialBatch drawn;
		try {
			drawn = source.get();
		} catch (RuntimeException | Error e) {
			throw new ContributionException(contribution, "failed while drawing " + count + " trials: " + e, e);
		}
		if (drawn == null) {
			throw new ContributionException(contribution, "gave no trials", null);
		}
		TrialBatch trials;
		try {
			trials = drawn.withDenseInputs(task.inputs());
		} catch (IllegalArgumentException e) {
			throw new ContributionException(contribution, e.getMessage(), e);
		}
		require("number of trials", count, trials.trials());
		require("last dimension of targets", task.outputs(), trials.targets().size(2));
		FiniteArrays.require("inputs", trials.inputs(), contribution);
		FiniteArrays.require("targets", trials.targets(), contribution);
		if (trials.mask().isPresent()) {
			FiniteArrays.require("mask", trials.mask().get(), contribution);
		}
		return trials;
	}

	private void require(String what, long expected, long found) throws ContributionException {
		if (expected != found) {
			throw new ContributionException(contribution, what + ": expected " + expected + ", found " + found, null);
		}
	}
}
