package org.nullcline.app.internal;

import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Runs a network from its initial state, h_t = F(x_t + s_x m_t, h_(t-1)) + s n_t with standard normal m and n.
 *
 * @param noise      s, the standard deviation of the noise on the state
 * @param inputNoise s_x, that of the noise on the inputs
 * @param seed       of the noise; each trial has streams of its own below it
 */
record Rollout(Network network, double noise, double inputNoise, long seed) {

	/** Trials that are run together; bounds the buffers of the pass. */
	private static final int TOGETHER = 256;

	/**
	 * @param inputs [trial, time, input]
	 * @return the states after each step, [trial, time, state]
	 */
	INDArray states(INDArray inputs) {
		int trials = (int) inputs.size(0);
		int steps = (int) inputs.size(1);
		int channels = (int) inputs.size(2);
		int size = network.cell().state().size();
		double[] values = NativeArrays.values(inputs);
		double[] states = new double[Math.toIntExact((long) trials * steps * size)];
		for (int first = 0; first < trials; first += TOGETHER) {
			int count = Math.min(TOGETHER, trials - first);
			try (SequencePass pass = network.cell().sequence(steps, count, Precision.DOUBLE)) {
				INDArray driven = timeMajor(values, first, count, steps, channels, "input noise", inputNoise);
				Optional<INDArray> added = noise == 0 ? Optional.empty()
						: Optional.of(timeMajor(null, first, count, steps, size, "state noise", noise));
				pass.forward(network.weights(), new SequenceInputs(driven, network.initialStates(count), added));
				double[] after = NativeArrays.values(pass.states());
				for (int trial = 0; trial < count; trial++) {
					for (int t = 0; t < steps; t++) {
						System.arraycopy(after, (t * count + trial) * size, states, ((first + trial) * steps + t) * size, size);
					}
				}
			}
		}
		return NativeArrays.of(states, trials, steps, size);
	}

	/**
	 * [time, trial, width]: values plus noise from a stream for each trial.
	 *
	 * @param values [all trials, time, width], or null for zeros
	 */
	private INDArray timeMajor(double[] values, int first, int count, int steps, int width, String name, double deviation) {
		double[] result = new double[steps * count * width];
		for (int trial = 0; trial < count; trial++) {
			RandomStream stream = RandomStreams.of(seed).below("rollout").stream(name, first + trial);
			for (int t = 0; t < steps; t++) {
				for (int i = 0; i < width; i++) {
					double value = values == null ? 0 : values[((first + trial) * steps + t) * width + i];
					result[(t * count + trial) * width + i] = deviation == 0 ? value : value + deviation * stream.nextGaussian();
				}
			}
		}
		return NativeArrays.of(result, steps, count, width);
	}
}
