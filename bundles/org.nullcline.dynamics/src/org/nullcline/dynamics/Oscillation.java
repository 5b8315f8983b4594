package org.nullcline.dynamics;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * What a network does under a constant input for ever, after it has forgotten how it began.
 *
 * @param states    over many cycles, [time][state]
 * @param frequency of the first output in cycles per time step; 0 if the network comes to rest
 */
public record Oscillation(double[][] states, double frequency) {

	/** A state value whose standard deviation is below this fraction of its size does not oscillate. */
	private static final double REST = 1e-4;
	/** Crossings count only if the signal has been this many standard deviations below its mean before. */
	private static final double HYSTERESIS = 0.3;

	/**
	 * Runs a network.
	 *
	 * @param input    one value per input channel
	 * @param settling time steps that are left out
	 * @param steps    time steps that are measured
	 */
	public static Oscillation of(Network network, double[] input, int settling, int steps) {
		double[] inputs = new double[(settling + steps) * input.length];
		for (int i = 0; i < inputs.length; i++) {
			inputs[i] = input[i % input.length];
		}
		INDArray states = network.states(NativeArrays.of(inputs, 1, settling + steps, input.length));
		int size = network.cell().state().size();
		double[] values = NativeArrays.values(states);
		double[] outputs = NativeArrays.values(network.outputs(states));
		double[][] measured = new double[steps][];
		double[] output = new double[steps];
		for (int t = 0; t < steps; t++) {
			measured[t] = Arrays.copyOfRange(values, (settling + t) * size, (settling + t + 1) * size);
			output[t] = outputs[(settling + t) * network.outputs()];
		}
		return new Oscillation(measured, frequency(output));
	}

	/** Whether the network goes round rather than comes to rest. */
	public boolean oscillates() {
		return frequency > 0;
	}

	/** The mean state. */
	public double[] centre() {
		double[] centre = new double[states[0].length];
		for (double[] state : states) {
			for (int i = 0; i < centre.length; i++) {
				centre[i] += state[i] / states.length;
			}
		}
		return centre;
	}

	/**
	 * Whether the cycle goes round a point: the point projected on the plane of the cycle's two leading principal components
	 * is circled once per period, and the point is not farther from the plane than the cycle is wide.
	 */
	public boolean encloses(double[] point) {
		if (!oscillates()) {
			return false;
		}
		PrincipalComponents components = PrincipalComponents.of(states);
		double[][] path = components.project(states, 2);
		double[] at = components.project(new double[][] { point }, 2)[0];
		double turned = 0;
		for (int t = 1; t < path.length; t++) {
			double ax = path[t - 1][0] - at[0];
			double ay = path[t - 1][1] - at[1];
			double bx = path[t][0] - at[0];
			double by = path[t][1] - at[1];
			turned += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
		}
		double perCycle = Math.abs(turned) / (2 * Math.PI) / (frequency * (path.length - 1));
		double[] centre = centre();
		double square = 0;
		double width = 0;
		for (double[] state : states) {
			double distance = 0;
			for (int i = 0; i < centre.length; i++) {
				distance += (state[i] - centre[i]) * (state[i] - centre[i]);
			}
			width = Math.max(width, distance);
		}
		for (int i = 0; i < centre.length; i++) {
			square += (point[i] - centre[i]) * (point[i] - centre[i]);
		}
		double outOfPlane = square - at[0] * at[0] - at[1] * at[1];
		return perCycle > 0.5 && outOfPlane <= width;
	}

	/** Upward crossings of the mean per step, between the first and the last of them; 0 for a signal at rest or with fewer than three. */
	static double frequency(double[] signal) {
		double mean = Arrays.stream(signal).average().orElse(0);
		double deviation = Math.sqrt(Arrays.stream(signal).map(v -> (v - mean) * (v - mean)).average().orElse(0));
		if (!(deviation > REST * Math.max(1, Math.abs(mean)))) {
			return 0;
		}
		double first = Double.NaN;
		double last = Double.NaN;
		int crossings = 0;
		boolean armed = false;
		for (int t = 1; t < signal.length; t++) {
			armed |= signal[t - 1] < mean - HYSTERESIS * deviation;
			if (armed && signal[t - 1] < mean && signal[t] >= mean) {
				last = t - 1 + (mean - signal[t - 1]) / (signal[t] - signal[t - 1]);
				first = crossings == 0 ? last : first;
				crossings++;
				armed = false;
			}
		}
		return crossings < 3 ? 0 : (crossings - 1) / (last - first);
	}
}
