package org.nullcline.analysis.interventions.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.dynamics.DriveIntervention;
import org.nullcline.dynamics.ParallelParts;
import org.nullcline.dynamics.Proportion;
import org.nullcline.dynamics.SwitchTrials;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Switches of the same trajectories under each factor.
 *
 * @param pathway what was scaled
 * @param units   of which units
 * @param factors ascending from 0
 * @param reached the first other symbol of each trajectory or -1, [factor][trajectory]
 * @param pairs   number of critical pairs of eigenvalues around each switch of a run, [factor][switch]; empty where none was
 *                sought
 */
record Sweep(Pathway pathway, int[] units, double[] factors, int[][] reached, double[][] pairs) {

	static int[][] reached(SwitchTrials trials, Pathway pathway, int[] units, double[] factors, IProgressMonitor monitor) {
		return ParallelParts.compute(factors.length, f -> {
			try (SwitchTrials.Runner runner = trials.runner()) {
				return runner.reached(pathway.scaled(units, factors[f]));
			} catch (AnalysisException e) {
				throw new IllegalStateException(e);
			}
		}, monitor).toArray(int[][]::new);
	}

	/** Index of factor 1. */
	int unchanged() {
		return IntStream.range(0, factors.length).filter(f -> Math.abs(factors[f] - 1) < 1e-9).findFirst().orElseThrow();
	}

	/** Switches under a factor. */
	Proportion switched(int factor) {
		return new Proportion((int) Arrays.stream(reached[factor]).filter(symbol -> symbol >= 0).count(), reached[factor].length);
	}

	/** Mean over the factors of |fraction of switches - that under factor 1| of some trajectories, each as often as given. */
	double change(int[] trajectories) {
		double total = 0;
		for (int f = 0; f < factors.length; f++) {
			int difference = 0;
			for (int k : trajectories) {
				difference += (reached[f][k] >= 0 ? 1 : 0) - (reached[unchanged()][k] >= 0 ? 1 : 0);
			}
			total += Math.abs((double) difference / trajectories.length) / factors.length;
		}
		return total;
	}

	/** Mean number of critical pairs under a factor, NaN without a switch. */
	double meanPairs(int factor) {
		return Arrays.stream(pairs[factor]).average().orElse(Double.NaN);
	}

	/** The intervention of one of the factors. */
	DriveIntervention intervention(int factor) {
		return pathway.scaled(units, factors[factor]);
	}
}
