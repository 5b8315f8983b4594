package org.nullcline.trainer.internal;

import java.util.Optional;

import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.task.EnvironmentTask;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.core.training.Objective;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.runs.ReferenceLosses;

/**
 * Measures again and again how well a network does: on held-out trials, or in an environment by episodes of its own that all
 * have the same random numbers.
 */
final class Validation implements AutoCloseable {

	private final TrialSource source;
	private final Objective objective;
	private final int trials;
	private final RandomStreams random;
	/** Nothing for an environment, where trials depend on the network. */
	private final Optional<TrialBatch> heldOut;

	/** @param source of the study's task */
	Validation(StudyPlan plan, TrialSource source, Objective objective) throws ContributionException {
		this.source = source;
		this.objective = objective;
		trials = plan.training().validation().trials();
		random = RandomStreams.of(plan.study().getSeed());
		heldOut = switch (source.task()) {
		case TrialTask task -> Optional.of(source.draw(trials, random.stream("validation trials")));
		case EnvironmentTask environment -> Optional.empty();
		};
	}

	/**
	 * What the task's reference solutions score; nothing in an environment, where there are no targets to come near.
	 *
	 * @param batch number of trials of a training batch
	 */
	ReferenceLosses references(int batch) throws ContributionException {
		return source.task() instanceof TrialTask task
				? new ReferenceMeasurement(task, source, objective, random).measure(batch, heldOut.orElseThrow())
				: ReferenceLosses.NONE;
	}

	/** With the same draws every time, so that results can be compared. */
	HeldOutTrials.Held measure(Network network) throws ContributionException {
		if (heldOut.isPresent()) {
			return HeldOutTrials.measure(network, heldOut.get(), objective, random.stream("validation objective"));
		}
		TrialBatch played = source.playGreedily(network, trials, random.stream("validation trials"));
		try {
			double sum = 0;
			for (double reward : NativeArrays.values(played.rewards().orElseThrow().values())) {
				sum += reward;
			}
			// There is nothing to explain; what is made small is the lack of reward.
			return new HeldOutTrials.Held(Double.NaN, -sum / trials);
		} finally {
			played.close();
		}
	}

	@Override
	public void close() {
		heldOut.ifPresent(TrialBatch::close);
	}
}
