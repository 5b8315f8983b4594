package org.nullcline.analysis.bifurcation.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.LocalSpectra;
import org.nullcline.linearalgebra.Complex;

/**
 * The driven dynamics of a network at one checkpoint.
 *
 * @param step        number of weight updates
 * @param diverged    whether driven states grew without bound; then all else is not a number
 * @param unstable    fraction of the steps whose Jacobian has an eigenvalue outside the unit circle
 * @param complex     fraction of the steps with a complex pair near the unit circle
 * @param rate        mean over the dwells of 1 / length of the most probable symbol
 * @param largest     mean over the steps of the largest modulus of an eigenvalue
 * @param secondOrder the paper's second-order heuristic by unit; empty for units that are not rectified
 */
record CheckpointDynamics(int step, boolean diverged, double unstable, double complex, double rate, double largest,
		double[] secondOrder) {

	/** Imaginary part after the Möbius map above which a pair counts as complex: an angle of some 6 degrees. */
	static final double IMAGINARY = 0.05;

	/**
	 * Measures a network, always from its own initial state and under the same noise as at other checkpoints.
	 *
	 * @throws AnalysisException if the network has fewer than two outputs
	 */
	static CheckpointDynamics of(Network network, int step, Parameters parameters, GaussianNoise noise, IProgressMonitor monitor)
			throws AnalysisException {
		double deviation = parameters.getReal("deviation");
		int warmUp = parameters.getInteger("warm-up");
		DrivenTrajectory run;
		try {
			run = DrivenTrajectory.run(network, noise, 0, deviation, warmUp + parameters.getInteger("steps"), monitor);
		} catch (AnalysisException e) {
			if (network.outputs() < 2) {
				throw e;
			}
			return new CheckpointDynamics(step, true, Double.NaN, Double.NaN, Double.NaN, Double.NaN, new double[0]);
		}
		LocalSpectra spectra = new LocalSpectra(network);
		int count = Math.min(parameters.getInteger("spectra"), run.steps() - warmUp - 1);
		int unstable = 0;
		int complex = 0;
		double largest = 0;
		for (int k = 0; k < count; k++) {
			int t = warmUp + 1 + (int) ((long) k * (run.steps() - warmUp - 1) / count);
			List<Complex> eigenvalues = eigenvalues(network, spectra, run, t, noise, deviation);
			unstable += LocalSpectra.unstable(eigenvalues) > 0 ? 1 : 0;
			complex += LocalSpectra.criticalPairs(eigenvalues, IMAGINARY) > 0 ? 1 : 0;
			largest += eigenvalues.isEmpty() ? 0 : eigenvalues.getFirst().modulus() / count;
		}
		double[] second = spectra.rectified()
				? SecondOrder.of(network, run.states()[warmUp], deviation, parameters.getInteger("second-order-trials"),
						parameters.getInteger("second-order-steps"), noise)
				: new double[0];
		return new CheckpointDynamics(step, false, (double) unstable / count, (double) complex / count, rate(run.after(warmUp)), largest,
				second);
	}

	/** Of the step that led to the state after step t, counted from 0, under the noise that it had. */
	private static List<Complex> eigenvalues(Network network, LocalSpectra spectra, DrivenTrajectory run, int t, GaussianNoise noise,
			double deviation) {
		if (spectra.rectified()) {
			return spectra.ofStep(run.states()[t]);
		}
		double[] input = new double[network.cell().inputs()];
		noise.fill(0, t, input, 0, input.length);
		for (int i = 0; i < input.length; i++) {
			input[i] *= deviation;
		}
		return spectra.of(run.states()[t - 1], input);
	}

	/** The dwells at the ends of the run, which it cuts, are left out; without any other, the symbol never changes: 0. */
	static double rate(DrivenTrajectory run) {
		int[] switches = run.switches();
		List<Double> rates = new ArrayList<>();
		for (int k = 1; k < switches.length; k++) {
			rates.add(1.0 / (switches[k] - switches[k - 1]));
		}
		return rates.stream().mapToDouble(rate -> rate).average().orElse(0);
	}
}
