package org.nullcline.dynamics;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.DoesNotApplyException;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The symbols that a network driven by noise emits, in many sequences from its initial state.
 *
 * @param sampled  drawn from the probabilities that are the softmax of the outputs, as in training with hard Gumbel-softmax
 *                 samples, [sequence][time]
 * @param probable the most probable ones of the same trajectories, [sequence][time]
 */
public record EmittedSymbols(int[][] sampled, int[][] probable) {

	/** Which state emits the first symbol. */
	public enum First {
		/** That after the first step, as in training. */
		AFTER_A_STEP,
		/** The initial state, which has seen no noise, as the authors' evaluation has it; then steps - 1 updates follow. */
		INITIAL_STATE
	}

	/**
	 * Runs a network.
	 *
	 * @param steps     symbols of each sequence
	 * @param deviation standard deviation of the inputs
	 * @param random    for the streams {@code noise} and {@code symbols}; sequence k is the same for any count above k
	 * @throws AnalysisException if the network has fewer than two outputs or diverges
	 */
	public static EmittedSymbols draw(Network network, int count, int steps, double deviation, First first, RandomStreams random,
			IProgressMonitor monitor) throws AnalysisException {
		int outputs = network.outputs();
		if (outputs < 2) {
			throw new DoesNotApplyException("This analysis is for networks that choose between symbols: at least two outputs, one per"
					+ " symbol. This network has " + outputs + ".");
		}
		int[][] sampled = new int[count][steps];
		int[][] probable = new int[count][steps];
		int[] diverged = new int[count];
		RandomStream[] streams = new RandomStream[count];
		for (int k = 0; k < count; k++) {
			streams[k] = random.stream("symbols", k);
		}
		double[] initial = NativeArrays.values(network.initialStates(1));
		int before = first == First.INITIAL_STATE ? 1 : 0;
		if (before == 1) {
			double[] logits = NativeArrays.values(network.outputs(network.initialStates(1)));
			for (int k = 0; k < count; k++) {
				sampled[k][0] = sample(logits, 0, outputs, streams[k]);
				probable[k][0] = Logits.symbol(logits, 0, outputs);
			}
		}
		if (steps > before) {
			new NoiseDrivenRollouts(network, GaussianNoise.of(random.stream("noise")), deviation, steps - before).run(count, k -> initial,
					(k, step, logits, offset) -> {
						for (int i = offset; i < offset + outputs; i++) {
							if (!Double.isFinite(logits[i])) {
								diverged[k] = step;
								return false;
							}
						}
						sampled[k][step - 1 + before] = sample(logits, offset, outputs, streams[k]);
						probable[k][step - 1 + before] = Logits.symbol(logits, offset, outputs);
						return true;
					}, monitor);
		}
		for (int step : diverged) {
			if (step > 0) {
				throw new DoesNotApplyException("The network diverges: after " + step + " steps of noise an output is not a number any more."
						+ " Its recurrent weights expand without bound; choose an earlier or later checkpoint.");
			}
		}
		return new EmittedSymbols(sampled, probable);
	}

	/** A symbol with the probabilities softmax(logits). */
	static int sample(double[] logits, int offset, int count, RandomStream random) {
		double largest = logits[offset + Logits.symbol(logits, offset, count)];
		double sum = 0;
		for (int k = 0; k < count; k++) {
			sum += Math.exp(logits[offset + k] - largest);
		}
		double rest = random.nextDouble() * sum;
		for (int k = 0; k < count - 1; k++) {
			rest -= Math.exp(logits[offset + k] - largest);
			if (rest < 0) {
				return k;
			}
		}
		return count - 1;
	}
}
