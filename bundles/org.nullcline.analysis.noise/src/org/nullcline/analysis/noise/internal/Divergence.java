package org.nullcline.analysis.noise.internal;

import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.UnitDrives;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.TrajectoryBatch;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * How far trajectories from one state come apart that get (1 - gamma) nominal + gamma fresh noise.
 *
 * @param trace      trace of the sample covariance of the states, by step
 * @param distance   mean distance to the mean trajectory, by step
 * @param driveTrace trace of the sample covariance of the units' drives in the first step, before the nonlinearity; NaN for
 *                   cells that do not tell them
 */
record Divergence(double[] trace, double[] distance, double driveTrace) {

	/**
	 * Runs the trajectories, in double precision. Trajectory k gets the same fresh noise for every gamma and state.
	 *
	 * @param state   of all trajectories at the beginning
	 * @param nominal noise of each step, [step][input]
	 * @param gamma   share of fresh noise, 0 to 1
	 */
	static Divergence of(Network network, double[] state, double[][] nominal, double gamma, int trajectories, GaussianNoise fresh,
			double deviation) {
		int channels = network.cell().inputs();
		double[] trace = new double[nominal.length];
		double[] distance = new double[nominal.length];
		double driveTrace = Double.NaN;
		try (TrajectoryBatch batch = new TrajectoryBatch(network, trajectories, Precision.DOUBLE)) {
			for (int k = 0; k < trajectories; k++) {
				batch.setState(k, state);
			}
			for (int t = 0; t < nominal.length; t++) {
				double[] inputs = batch.inputs();
				for (int k = 0; k < trajectories; k++) {
					fresh.fill(k, t, inputs, k * channels, channels);
				}
				for (int i = 0; i < inputs.length; i++) {
					inputs[i] = (1 - gamma) * nominal[t][i % channels] + gamma * deviation * inputs[i];
				}
				if (t == 0) {
					driveTrace = driveTrace(network, inputs, trajectories);
				}
				batch.step();
				double[] states = batch.states();
				trace[t] = trace(states, trajectories);
				distance[t] = distance(states, trajectories);
			}
		}
		return new Divergence(trace, distance, driveTrace);
	}

	/** All trajectories share W h, so only V x spreads the drives: its covariance is gamma^2 V V' in expectation. */
	private static double driveTrace(Network network, double[] inputs, int trajectories) {
		UnitDrives drives = network.cell().unitDrives().orElse(null);
		if (drives == null) {
			return Double.NaN;
		}
		double[][] external = NativeArrays.rows(network.weights().get(drives.external()));
		int channels = network.cell().inputs();
		double[] values = new double[trajectories * external.length];
		for (int k = 0; k < trajectories; k++) {
			for (int i = 0; i < external.length; i++) {
				for (int c = 0; c < channels; c++) {
					values[k * external.length + i] += external[i][c] * inputs[k * channels + c];
				}
			}
		}
		return trace(values, trajectories);
	}

	/** About the first row instead of the mean, so that equal rows give exactly 0. */
	static double trace(double[] rows, int count) {
		int size = rows.length / count;
		double total = 0;
		for (int i = 0; i < size; i++) {
			double sum = 0;
			double squares = 0;
			for (int k = 1; k < count; k++) {
				double from = rows[k * size + i] - rows[i];
				sum += from;
				squares += from * from;
			}
			total += (squares - sum * sum / count) / (count - 1);
		}
		return total;
	}

	private static double distance(double[] rows, int count) {
		int size = rows.length / count;
		double[] mean = new double[size];
		for (int k = 1; k < count; k++) {
			for (int i = 0; i < size; i++) {
				mean[i] += (rows[k * size + i] - rows[i]) / count;
			}
		}
		double total = 0;
		for (int k = 0; k < count; k++) {
			double square = 0;
			for (int i = 0; i < size; i++) {
				double from = rows[k * size + i] - rows[i] - mean[i];
				square += from * from;
			}
			total += Math.sqrt(square) / count;
		}
		return total;
	}
}
