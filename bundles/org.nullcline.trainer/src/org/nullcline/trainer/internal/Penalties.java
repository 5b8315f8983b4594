package org.nullcline.trainer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Weights;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.TrainingSettings;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.RegularizerFactory;
import org.nullcline.core.training.StateRegularizer;
import org.nullcline.core.training.WeightRegularizer;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.trainer.BackpropagationThroughTime.StatePenalty;

/** The derivatives of the regularizers of a phase, each times its weight; those of weight 0 are not asked. */
final class Penalties implements AutoCloseable {

	private record OfWeights(Contribution contribution, WeightRegularizer regularizer, double weight) {
	}

	private record OfStates(Contribution contribution, StateRegularizer regularizer, double weight) {
	}

	private final Network network;
	private final List<OfWeights> ofWeights = new ArrayList<>();
	private final List<OfStates> ofStates = new ArrayList<>();
	/** Of one regularizer; made when there is one. */
	private Weights derivative;

	Penalties(StudyPlan plan, TrainingSettings.Phase phase, Network network) throws ContributionException {
		this.network = network;
		for (StudyPlan.Choice choice : plan.regularizers()) {
			double weight = phase.regularizers().get(choice.contribution().id());
			if (weight > 0) {
				switch (Made.by(choice, RegularizerFactory.class, factory -> factory.create(choice.parameters()))) {
				case WeightRegularizer regularizer -> ofWeights.add(new OfWeights(choice.contribution(), regularizer, weight));
				case StateRegularizer regularizer -> ofStates.add(new OfStates(choice.contribution(), regularizer, weight));
				}
			}
		}
	}

	/**
	 * Adds the derivatives of the penalties on weights.
	 *
	 * @throws ContributionException naming the plug-in whose derivative is not made of finite numbers
	 */
	void addTo(Weights gradient) throws ContributionException {
		for (OfWeights penalty : ofWeights) {
			if (derivative == null) {
				derivative = gradient.zerosLike();
			} else {
				derivative.arrays().values().forEach(array -> NativeArrays.memory(array).fill((byte) 0));
			}
			penalty.regularizer().evaluate(network, derivative);
			for (Map.Entry<String, INDArray> array : derivative.arrays().entrySet()) {
				FiniteArrays.require("derivative by " + array.getKey(), array.getValue(), penalty.contribution());
			}
			WeightArithmetic.add(gradient, penalty.weight(), derivative);
		}
	}

	/** The penalties on states as one; nothing if there are none. */
	Optional<StatePenalty> ofStates() {
		return ofStates.isEmpty() ? Optional.empty() : Optional.of(this::addDerivative);
	}

	private void addDerivative(INDArray states, TrialBatch trials, INDArray stateGradient) {
		for (OfStates penalty : ofStates) {
			try (INDArray own = NativeArrays.zeros(states.shape())) {
				penalty.regularizer().evaluate(states, network.cell().state(), trials, own);
				requireFinite(penalty, states, own);
				WeightBlocks.update((blocks, length) -> {
					for (int i = 0; i < length; i++) {
						blocks[1][i] += penalty.weight() * blocks[0][i];
					}
				}, own, stateGradient);
			}
		}
	}

	/** Of states that are numbers; those of a training that diverges are not. */
	private static void requireFinite(OfStates penalty, INDArray states, INDArray derivative) {
		if (FiniteArrays.areFinite(states)) {
			try {
				FiniteArrays.require("derivative by the states", derivative, penalty.contribution());
			} catch (ContributionException e) {
				throw new PluginFault(e);
			}
		}
	}

	@Override
	public void close() {
		if (derivative != null) {
			derivative.close();
		}
	}
}
