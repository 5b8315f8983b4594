package org.nullcline.trainer.internal;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.core.network.Network;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.training.TrainingHook;
import org.nullcline.core.training.TrainingHookFactory;

/** Calls the hooks of a study after the weight updates of one network. */
final class Hooks {

	/** A hook and where it comes from. */
	record Named(Contribution contribution, TrainingHook hook) {
	}

	private final List<Named> hooks;
	private final int steps;
	private final Network network;
	private final Masks masks;
	private final RandomStreams random;
	private final MovedUnits moved;

	/**
	 * @param steps  of the whole run
	 * @param random of the network
	 */
	Hooks(List<Named> hooks, int steps, Network network, Masks masks, RandomStreams random) {
		this.hooks = hooks;
		this.steps = steps;
		this.network = network;
		this.masks = masks;
		this.random = random.below("hooks");
		moved = new MovedUnits(network, masks);
	}

	/** The hooks that a study chooses. */
	static List<Named> of(StudyPlan plan) throws ContributionException {
		List<Named> hooks = new ArrayList<>();
		for (StudyPlan.Choice choice : plan.hooks()) {
			hooks.add(new Named(choice.contribution(),
					Made.by(choice, TrainingHookFactory.class, factory -> factory.create(choice.parameters()))));
		}
		return hooks;
	}

	/**
	 * Lets the hooks do what they do after a step, in the order of the study.
	 *
	 * @param trained arrays of the phase, themselves
	 * @throws ContributionException naming the plug-in, if a hook fails or leaves weights that are not finite
	 */
	void afterStep(int step, String phase, Weights trained, TrainingMemory memory) throws ContributionException {
		for (Named named : hooks) {
			try {
				named.hook().afterStep(new HookedTraining(step, steps, phase, network, trained, memory.hook(named.contribution()),
						memory, random.below(named.contribution().id()), moved));
			} catch (WorkWatch.LeftBehindException e) {
				throw e;
			} catch (RuntimeException | Error e) {
				throw new ContributionException(named.contribution(), "failed after step " + step + ": " + e, e);
			}
			masks.apply(network.weights());
			memory.all().values().forEach(masks::apply);
			if (!Double.isFinite(WeightArithmetic.norm(network.weights()))) {
				throw new ContributionException(named.contribution(),
						"left weights that are not finite numbers, after step " + step, null);
			}
		}
	}
}
