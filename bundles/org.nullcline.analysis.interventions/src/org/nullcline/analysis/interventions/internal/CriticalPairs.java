package org.nullcline.analysis.interventions.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.network.Network;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.LocalSpectra;
import org.nullcline.dynamics.ParallelParts;
import org.nullcline.linearalgebra.Complex;

/**
 * Complex pairs of eigenvalues near the unit circle around switches: |Re m| below 0.1 and Im m above 0.06 after the Möbius
 * map, summed over 15 steps before and after a switch.
 */
final class CriticalPairs {

	private static final int AROUND = 15;
	private static final double IMAGINARY = 0.06;

	private CriticalPairs() {
	}

	/**
	 * Counts the pairs.
	 *
	 * @param symbol   whose end is the switch
	 * @param switches at most so many of a run
	 * @return [factor][switch]; no switches under a factor under which the network diverges
	 */
	static double[][] count(Network network, Pathway pathway, int[] units, double[] factors, int symbol, int steps, int switches,
			double deviation, GaussianNoise noise, IProgressMonitor monitor) {
		if (switches == 0 || !new LocalSpectra(network).rectified()) {
			return new double[factors.length][0];
		}
		return ParallelParts.compute(factors.length, f -> {
			try {
				return count(pathway.scaled(units, factors[f]).of(network), symbol, steps, switches, deviation, noise, monitor);
			} catch (AnalysisException e) {
				return new double[0];
			}
		}, monitor).toArray(double[][]::new);
	}

	private static double[] count(Network network, int symbol, int steps, int most, double deviation, GaussianNoise noise,
			IProgressMonitor monitor) throws AnalysisException {
		DrivenTrajectory run = DrivenTrajectory.run(network, noise, 0, deviation, steps, monitor);
		LocalSpectra spectra = new LocalSpectra(network);
		List<Double> counts = new ArrayList<>();
		for (int step : run.switches()) {
			if (run.symbols()[step - 1] != symbol || step < AROUND || step + AROUND >= steps || counts.size() == most) {
				continue;
			}
			int count = 0;
			for (int t = step - AROUND; t <= step + AROUND; t++) {
				count += pairs(spectra.ofStep(run.states()[t]));
			}
			counts.add((double) count);
		}
		return counts.stream().mapToDouble(value -> value).toArray();
	}

	/** Each pair once: those of positive imaginary part. */
	static int pairs(List<Complex> eigenvalues) {
		return LocalSpectra.criticalPairs(eigenvalues, IMAGINARY);
	}
}
