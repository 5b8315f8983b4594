package org.nullcline.trainer.internal;

import java.util.List;

import org.nullcline.core.network.Network;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.TrainingSettings;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.Optimizer;
import org.nullcline.trainer.BackpropagationThroughTime;

/** The weight updates of one network, each determined by its number, the weights and the memory of the optimizer. */
final class WeightUpdates implements AutoCloseable {

	/**
	 * What one update came from.
	 *
	 * @param loss value of the objective, without the penalty
	 * @param norm Euclidean norm of the gradient with the penalty's derivative, before it is clipped
	 */
	record Update(double loss, double norm) {

		/** Whether training has diverged; the weights were left as they were. */
		boolean diverged() {
			return !Double.isFinite(loss) || !Double.isFinite(norm);
		}
	}

	private final StudyPlan plan;
	private final TrainingSettings settings;
	private final Network network;
	private final Objective objective;
	private final Optimizer optimizer;
	private final Masks masks;
	private final RandomStreams random;
	private final RandomStreams data;
	private final TrainingNoise noise;
	/** Null if the study has none. */
	private final Hooks hooks;
	private PhaseOfTraining phase;
	private BackpropagationThroughTime engine;

	/**
	 * @param settings of the network
	 * @param hooks    that are called after each update
	 * @param random   of the network
	 */
	WeightUpdates(StudyPlan plan, TrainingSettings settings, Network network, Objective objective,
			Optimizer optimizer, List<Hooks.Named> hooks, Masks masks, RandomStreams random) {
		this.plan = plan;
		this.network = network;
		this.objective = objective;
		this.optimizer = optimizer;
		this.masks = masks;
		this.random = random;
		data = RandomStreams.of(plan.study().getSeed()).below("training data");
		this.settings = settings;
		this.hooks = hooks.isEmpty() ? null : new Hooks(hooks, settings.steps(), network, masks, random);
		noise = new TrainingNoise(settings.noise(), network.cell().state().size(), random);
	}

	/**
	 * Draws trials and updates the weights once, unless that would make them infinite.
	 *
	 * @param step         counted from 1
	 * @param memory       changed in place
	 * @param learningRate of this step
	 * @throws ContributionException if a plug-in fails or gives what are no numbers
	 */
	Update update(int step, TrainingMemory memory, double learningRate) throws ContributionException {
		enter(settings.phase(step));
		Weights gradient = phase.gradient();
		TrialBatch trials = phase.trials().forTraining(network, settings.batchSize(), step, random, data);
		prepareFor(trials);
		double loss = engine.evaluate(objective, noise.onInputs(trials, step), noise.onStates(trials, step),
				random.stream("objective", step), gradient, phase.penalties().ofStates());
		trials.close();
		phase.penalty().addDerivative(gradient);
		phase.penalties().addTo(gradient);
		masks.apply(gradient);
		Update update = new Update(loss, WeightArithmetic.norm(gradient));
		if (!update.diverged()) {
			WeightArithmetic.clip(gradient, settings.regularization().clipNorm(), update.norm());
			optimizer.update(network.weights(), gradient, memory.optimizer(), step, learningRate);
			// Not their norm, which is infinite for weights that are merely very large.
			if (!network.weights().arrays().values().stream().allMatch(FiniteArrays::areFinite)) {
				throw new ContributionException(plan.optimizer().contribution(), "left weights that are not finite numbers, after step " + step
						+ ", of weights and a gradient that were", null);
			}
			masks.apply(network.weights());
			memory.optimizer().values().forEach(masks::apply);
			WeightArithmetic.clip(phase.trained(), settings.regularization().weightClipNorm());
			if (hooks != null) {
				hooks.afterStep(step, phase.phase().name(), phase.trained(), memory);
			}
		}
		return update;
	}

	private void enter(TrainingSettings.Phase wanted) throws ContributionException {
		if (phase == null || !phase.phase().equals(wanted)) {
			if (phase != null) {
				phase.close();
			}
			phase = null;
			phase = PhaseOfTraining.of(plan, settings, wanted, network);
		}
	}

	private void prepareFor(TrialBatch trials) {
		if (engine == null || !engine.fits(trials)) {
			if (engine != null) {
				engine.close();
			}
			engine = null;
			engine = new BackpropagationThroughTime(network, trials.steps(), trials.trials(), settings.precision());
		}
	}

	@Override
	public void close() {
		noise.close();
		if (phase != null) {
			phase.close();
		}
		if (engine != null) {
			engine.close();
		}
	}
}
