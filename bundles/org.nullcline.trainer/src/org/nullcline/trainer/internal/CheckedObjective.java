package org.nullcline.trainer.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.ObjectiveFactory;

/**
 * The objective of a study. Where outputs are numbers and it gives none, that is its own fault and not a learning rate that is too
 * large. A value that is infinite is let through: outputs may be too large for it.
 */
record CheckedObjective(Contribution contribution, Objective objective) implements Objective {

	/** @throws ContributionException naming the plug-in, if it cannot be made */
	static Objective of(StudyPlan plan) throws ContributionException {
		return new CheckedObjective(plan.objective().contribution(),
				Made.by(plan.objective(), ObjectiveFactory.class, factory -> factory.create(plan.objective().parameters())));
	}

	@Override
	public double evaluate(INDArray outputs, TrialBatch trials, RandomStream random, INDArray gradient) {
		double value = objective.evaluate(outputs, trials, random, gradient);
		if ((Double.isNaN(value) || !FiniteArrays.areFinite(gradient)) && FiniteArrays.areFinite(outputs)) {
			throw new PluginFault(new ContributionException(contribution, "gave " + (Double.isNaN(value) ? "the value NaN"
					: "a derivative that is not made of finite numbers") + " for outputs that are finite numbers", null));
		}
		return value;
	}

	@Override
	public boolean comparesTrials() {
		return objective.comparesTrials();
	}

	@Override
	public boolean learnsFromRewards() {
		return objective.learnsFromRewards();
	}
}
