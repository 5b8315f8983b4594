package org.nullcline.trainer.internal;

import java.util.List;

import org.nullcline.core.network.Network;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.TrainingSettings;
import org.nullcline.core.task.Tasks;

/**
 * What a phase of training trains a network on, and which of its arrays.
 *
 * @param phase    as planned
 * @param trials   of the study's task with the parameters of the phase
 * @param trained  the arrays of the network that change, themselves
 * @param gradient of their names and shapes
 * @param penalty  of these arrays
 * @param penalties by the regularizers of the study
 */
record PhaseOfTraining(TrainingSettings.Phase phase, TrialSource trials, Weights trained, Weights gradient,
		Penalty penalty, Penalties penalties) implements AutoCloseable {

	/**
	 * Begins a phase.
	 *
	 * @param settings of the network
	 * @throws ContributionException if the task cannot be made
	 */
	static PhaseOfTraining of(StudyPlan plan, TrainingSettings settings, TrainingSettings.Phase phase, Network network)
			throws ContributionException {
		TrialSource trials = new TrialSource(
				Tasks.make(plan.task().contribution(), plan.taskParameters(phase)), plan.task().contribution());
		Weights trained = network.weights().only(name -> !phase.freezes(name)
				&& (settings.trainInitialState() || !name.equals(Network.INITIAL_STATE)));
		List<WeightDeclaration> declarations = Network.declarations(network.cell(), network.outputs());
		return new PhaseOfTraining(phase, trials, trained, trained.zerosLike(),
				new Penalty(phase.l2(), settings.regularization().l2Scope(), declarations, trained),
				new Penalties(plan, phase, network));
	}

	/** Frees the gradient. */
	@Override
	public void close() {
		penalties.close();
		gradient.close();
	}
}
