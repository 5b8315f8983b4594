package org.nullcline.dynamics;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.network.Network;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * How long the most probable symbol of a state lasts under fresh noise.
 *
 * @param times       mean number of steps until the symbol changes, the step of the change included, one per state; a
 *                    rollout without a change counts with all its steps
 * @param signChanges mean number of changes of direction of the symbol's logit before the symbol changes
 * @param unended     fraction of the rollouts of a state without a change
 */
public record ResidencyTimes(double[] times, double[] signChanges, double[] unended) {

	/**
	 * Measures the states.
	 *
	 * @param states    [state][value]
	 * @param rollouts  of each state
	 * @param most      steps after which a rollout ends
	 * @param deviation standard deviation of the noise
	 * @param noise     rollout r of state s gets the noise of trajectory s rollouts + r
	 */
	public static ResidencyTimes measure(Network network, double[][] states, int rollouts, int most, double deviation,
			GaussianNoise noise, IProgressMonitor monitor) {
		int count = Math.multiplyExact(states.length, rollouts);
		int outputs = network.outputs();
		double[] logits = NativeArrays.values(network.outputs(NativeArrays.of(states)));
		int[] symbol = new int[states.length];
		for (int s = 0; s < states.length; s++) {
			symbol[s] = Logits.symbol(logits, s * outputs, outputs);
		}
		double[] last = new double[count];
		byte[] direction = new byte[count];
		int[] flips = new int[count];
		int[] length = new int[count];
		boolean[] changed = new boolean[count];
		NoiseDrivenRollouts.Observer observer = (trajectory, step, values, offset) -> {
			int state = trajectory / rollouts;
			length[trajectory] = step;
			if (Logits.symbol(values, offset, outputs) != symbol[state]) {
				changed[trajectory] = true;
				return false;
			}
			double before = step == 1 ? logits[state * outputs + symbol[state]] : last[trajectory];
			double now = values[offset + symbol[state]];
			last[trajectory] = now;
			byte sign = (byte) Math.signum(now - before);
			if (sign != 0) {
				flips[trajectory] += direction[trajectory] == -sign ? 1 : 0;
				direction[trajectory] = sign;
			}
			return true;
		};
		new NoiseDrivenRollouts(network, noise, deviation, most).run(count, trajectory -> states[trajectory / rollouts], observer,
				monitor);
		double[] times = new double[states.length];
		double[] signChanges = new double[states.length];
		double[] unended = new double[states.length];
		for (int i = 0; i < count; i++) {
			times[i / rollouts] += length[i];
			signChanges[i / rollouts] += flips[i];
			unended[i / rollouts] += changed[i] ? 0 : 1;
		}
		// Sums of whole numbers first: a mean of exactly 2 must not fall below 2.
		for (int s = 0; s < states.length; s++) {
			times[s] /= rollouts;
			signChanges[s] /= rollouts;
			unended[s] /= rollouts;
		}
		return new ResidencyTimes(times, signChanges, unended);
	}
}
