package org.nullcline.trainer.internal;

import java.util.function.Supplier;

import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;

/** Draws trials from a task and holds them against what the task says of itself. */
record TrialSource(TrialTask task, Contribution contribution) {

	/**
	 * Draws trials with dense inputs.
	 *
	 * @throws ContributionException naming the plug-in, if it fails or gives trials of another shape than it declares
	 */
	TrialBatch draw(int count, RandomStream random) throws ContributionException {
		return checked(count, () -> task.trials(count, random));
	}

	/**
	 * Draws the trials of a weight update, with dense inputs.
	 *
	 * @param update from 1
	 * @param random of the network
	 * @param data   of the study
	 * @throws ContributionException as {@link #draw}
	 */
	TrialBatch drawForTraining(int count, int update, RandomStreams random, RandomStreams data) throws ContributionException {
		return checked(count, () -> task.trainingTrials(count, update, random, data));
	}

	private TrialBatch checked(int count, Supplier<TrialBatch> draw) throws ContributionException {
		TrialBatch drawn;
		try {
			drawn = draw.get();
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
