package org.nullcline.analysis.bifurcation.internal;

import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitDrives;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The heuristic by which the paper estimates where noise shifts the mean of rectified units: along a trajectory without
 * noise, whose active units are D, the first-order response d1 = W D d1 + V x to noise x, and from its square d2 = W D d2 +
 * 1/2 W (1[h > 0] d1^2). The second derivative of a rectified unit is 0 almost everywhere, so this is no term of an
 * expansion; it is kept to compare with the published figures.
 */
final class SecondOrder {

	/** Noise of these trajectories is told from that of the run. */
	private static final long FIRST_TRIAL = 1_000_000;

	private SecondOrder() {
	}

	/**
	 * sqrt |E d2| by unit, after some steps.
	 *
	 * @param state from which the trajectory without noise starts
	 */
	static double[] of(Network network, double[] state, double deviation, int trials, int steps, GaussianNoise noise) {
		UnitDrives drives = network.cell().unitDrives().orElseThrow();
		double[][] recurrent = NativeArrays.rows(network.weights().get(drives.recurrent()));
		double[][] external = NativeArrays.rows(network.weights().get(drives.external()));
		int units = state.length;
		double[] mean = new double[units];
		for (int trial = 0; trial < trials; trial++) {
			double[] h = state.clone();
			double[] first = new double[units];
			double[] second = new double[units];
			for (int t = 0; t < steps; t++) {
				double[] input = new double[external[0].length];
				noise.fill(FIRST_TRIAL + trial, t, input, 0, input.length);
				double[] shift = new double[units];
				for (int i = 0; i < units; i++) {
					shift[i] = h[i] > 0 ? second[i] + 0.5 * first[i] * first[i] : 0;
					first[i] = h[i] > 0 ? first[i] : 0;
				}
				second = product(recurrent, shift);
				double[] response = product(recurrent, first);
				double[] driven = product(external, input);
				h = product(recurrent, h);
				for (int i = 0; i < units; i++) {
					first[i] = response[i] + deviation * driven[i];
					h[i] = Math.max(0, h[i]);
				}
			}
			for (int i = 0; i < units; i++) {
				mean[i] += second[i] / trials;
			}
		}
		return java.util.Arrays.stream(mean).map(value -> Math.sqrt(Math.abs(value))).toArray();
	}

	private static double[] product(double[][] matrix, double[] vector) {
		double[] product = new double[matrix.length];
		for (int i = 0; i < matrix.length; i++) {
			for (int j = 0; j < vector.length; j++) {
				product[i] += matrix[i][j] * vector[j];
			}
		}
		return product;
	}
}
