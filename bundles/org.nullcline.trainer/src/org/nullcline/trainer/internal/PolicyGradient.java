package org.nullcline.trainer.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.ActionSpace;
import org.nullcline.core.task.Rewards;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * REINFORCE (Williams 1992): L = -1/B sum_b sum_t (A_bt log p(a_bt) + e H_bt), with B episodes, the entropy H of the policy and
 * the advantage A, which is held constant. Its gradient is an unbiased estimate of that of -(expected return + e entropy).
 * A_bt is the return from step t on, sum_k d^(k - t) r_bk, less a baseline that no action of the episode itself can move: the
 * mean of the returns from step t on of the other episodes.
 *
 * @param discount of a reward per step that it comes later, d
 * @param entropy  weight of the entropy, e
 * @param baseline whether there is one; it needs a second episode
 */
record PolicyGradient(double discount, double entropy, boolean baseline) implements Objective {

	@Override
	public boolean learnsFromRewards() {
		return true;
	}

	@Override
	public double evaluate(INDArray outputs, TrialBatch trials, RandomStream random, INDArray gradient) {
		Rewards rewards = trials.rewards().orElseThrow(() -> new IllegalArgumentException(
				"the objective 'policy-gradient' needs the rewards of an environment; these trials have none"));
		ActionSpace actions = rewards.actions();
		int episodes = trials.trials();
		int steps = trials.steps();
		int width = actions.outputs();
		double[] y = NativeArrays.values(outputs);
		double[] taken = NativeArrays.values(trials.targets());
		double[] running = trials.mask().map(NativeArrays::values).orElseThrow();
		double[] advantages = advantages(NativeArrays.values(rewards.values()), episodes, steps);
		double[] derivative = new double[y.length];
		double[] policy = new double[width];
		double[] spread = new double[width];
		double sum = 0;
		for (int step = 0; step < episodes * steps; step++) {
			if (running[step] == 0) {
				continue;
			}
			double[] here = java.util.Arrays.copyOfRange(y, step * width, (step + 1) * width);
			double[] action = actions.decode(java.util.Arrays.copyOfRange(taken, step * width, (step + 1) * width));
			sum -= advantages[step] * actions.logProbability(here, action, policy) + entropy * actions.entropy(here, spread);
			for (int k = 0; k < width; k++) {
				derivative[step * width + k] = -(advantages[step] * policy[k] + entropy * spread[k]) / episodes;
			}
		}
		MemorySegment.copy(derivative, 0, NativeArrays.memory(gradient), JAVA_DOUBLE, 0, derivative.length);
		Reference.reachabilityFence(gradient);
		return sum / episodes;
	}

	/** Of each episode and step; rewards are 0 after the end of an episode. */
	double[] advantages(double[] rewards, int episodes, int steps) {
		double[] returns = new double[rewards.length];
		for (int b = 0; b < episodes; b++) {
			double later = 0;
			for (int t = steps - 1; t >= 0; t--) {
				later = rewards[b * steps + t] + discount * later;
				returns[b * steps + t] = later;
			}
		}
		if (!baseline || episodes == 1) {
			return returns;
		}
		double[] advantages = new double[rewards.length];
		for (int t = 0; t < steps; t++) {
			double sum = 0;
			for (int b = 0; b < episodes; b++) {
				sum += returns[b * steps + t];
			}
			for (int b = 0; b < episodes; b++) {
				double own = returns[b * steps + t];
				advantages[b * steps + t] = own - (sum - own) / (episodes - 1);
			}
		}
		return advantages;
	}
}
