package org.nullcline.analysis.driven.internal;

import java.util.Arrays;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.random.RandomStream;
import org.nullcline.dynamics.Cancellation;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.Proportion;
import org.nullcline.dynamics.TrajectoryBatch;

/**
 * What becomes of states of a driven run when the input stops.
 *
 * @param paths  each trajectory from its first state on, [trajectory][step][state]
 * @param point  the mean of the last states
 * @param scale  root mean square of the norm of driven states, which lengths are measured by
 * @param spread distance of each last state from the mean of all, and what it still moves in a step, relative to the scale
 */
record Collapse(double[][][] paths, double[] point, double scale, double[] spread) {

	private static final double CLOSE = 1e-3;

	static Collapse of(Network network, DrivenTrajectory run, int trajectories, int steps, RandomStream random,
			IProgressMonitor monitor) {
		double scale = Math.sqrt(Arrays.stream(run.states()).mapToDouble(Collapse::square).average().orElseThrow());
		double[][][] paths = new double[trajectories][steps + 1][];
		try (TrajectoryBatch batch = new TrajectoryBatch(network, trajectories, Precision.DOUBLE)) {
			for (int k = 0; k < trajectories; k++) {
				paths[k][0] = run.states()[random.nextInt(run.steps())].clone();
				batch.setState(k, paths[k][0]);
			}
			int size = paths[0][0].length;
			for (int t = 1; t <= steps; t++) {
				Cancellation.check(monitor);
				batch.step();
				double[] states = batch.states();
				for (int k = 0; k < trajectories; k++) {
					paths[k][t] = Arrays.copyOfRange(states, k * size, (k + 1) * size);
				}
			}
		}
		double[] point = new double[paths[0][0].length];
		for (double[][] path : paths) {
			for (int i = 0; i < point.length; i++) {
				point[i] += path[steps][i] / trajectories;
			}
		}
		double[] spread = new double[trajectories];
		for (int k = 0; k < trajectories; k++) {
			double moved = Math.max(distance(paths[k][steps], point), distance(paths[k][steps], paths[k][steps - 1]));
			// States may all be 0, and so be their size.
			double value = moved == 0 ? 0 : moved / scale;
			spread[k] = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
		}
		return new Collapse(paths, point, scale, spread);
	}

	/** Largest distance from the common point. */
	double largestSpread() {
		return Arrays.stream(spread).max().orElse(Double.NaN);
	}

	/** Distance of the common point from the origin of state space. */
	double fromOrigin() {
		return Math.sqrt(square(point)) / scale;
	}

	/** G1. */
	Finding finding() {
		Proportion together = new Proportion((int) Arrays.stream(spread).filter(value -> value < CLOSE).count(), spread.length);
		Verdict verdict = together.successes() == together.trials() ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED;
		String words = largestSpread() == Double.POSITIVE_INFINITY ? "A trajectory without input grows without bound."
				: String.format(java.util.Locale.ROOT,
						"After %d steps the farthest of %d trajectories is %.2g from their mean, which is %.2g from the origin; lengths in"
								+ " units of the size of driven states.",
						paths[0].length - 1, spread.length, largestSpread(), fromOrigin());
		return new Finding("Without input all trajectories come to rest at one point.", together.value(), together.interval(),
				"all within 0.001 of the size of driven states", DrivenStateSpaceAnalysis.REFERENCE, verdict, words);
	}

	private static double square(double[] values) {
		return Arrays.stream(values).map(value -> value * value).sum();
	}

	private static double distance(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += (a[i] - b[i]) * (a[i] - b[i]);
		}
		return Math.sqrt(sum);
	}
}
