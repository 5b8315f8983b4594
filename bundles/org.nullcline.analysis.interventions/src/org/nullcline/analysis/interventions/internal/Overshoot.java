package org.nullcline.analysis.interventions.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.Logits;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.SwitchTrials;

/**
 * How far trajectories that switch go, in the plane of the two leading principal components: their largest projection on the
 * line from the centre of the cluster that they leave (0) to that of the cluster that they come to (1).
 *
 * @param unchanged under factor 1, one value per trajectory that switches to the same symbol under both factors
 * @param doubled   under the largest factor
 */
record Overshoot(double[] unchanged, double[] doubled) {

	static Overshoot of(SwitchTrials trials, Sweep sweep, int symbol, DrivenTrajectory run, PrincipalComponents components,
			double confidence) throws AnalysisException {
		double[][] plane = components.project(run.states(), 2);
		int last = sweep.factors().length - 1;
		int size = run.states()[0].length;
		double[] from = centre(plane, run, symbol, confidence);
		List<double[]> pairs = new ArrayList<>();
		try (SwitchTrials.Runner runner = trials.runner()) {
			double[] unchanged = runner.states(sweep.intervention(sweep.unchanged()));
			double[] doubled = runner.states(sweep.intervention(last));
			for (int k = 0; k < trials.trajectories(); k++) {
				int target = sweep.reached()[sweep.unchanged()][k];
				if (target < 0 || sweep.reached()[last][k] != target) {
					continue;
				}
				double[] to = centre(plane, run, target, confidence);
				pairs.add(new double[] { farthest(unchanged, k, trials, size, components, from, to),
						farthest(doubled, k, trials, size, components, from, to) });
			}
		}
		return new Overshoot(pairs.stream().mapToDouble(pair -> pair[0]).toArray(), pairs.stream().mapToDouble(pair -> pair[1]).toArray());
	}

	private static double farthest(double[] states, int trajectory, SwitchTrials trials, int size, PrincipalComponents components,
			double[] from, double[] to) {
		double[][] path = path(states, trajectory, trials, size);
		double x = to[0] - from[0];
		double y = to[1] - from[1];
		return Arrays.stream(components.project(path, 2))
				.mapToDouble(point -> ((point[0] - from[0]) * x + (point[1] - from[1]) * y) / (x * x + y * y)).max().orElse(Double.NaN);
	}

	/** The states of one trajectory out of [step, trajectory, state]. */
	static double[][] path(double[] states, int trajectory, SwitchTrials trials, int size) {
		return IntStream.range(0, trials.steps()).mapToObj(t -> {
			int start = (t * trials.trajectories() + trajectory) * size;
			return Arrays.copyOfRange(states, start, start + size);
		}).toArray(double[][]::new);
	}

	/** Mean position of the confident states of a symbol, or of all its states if there is none. */
	private static double[] centre(double[][] plane, DrivenTrajectory run, int symbol, double confidence) {
		int[] all = IntStream.range(0, run.steps()).filter(t -> run.symbols()[t] == symbol).toArray();
		int[] sure = IntStream.of(all).filter(t -> Logits.confidence(run.outputs()[t]) > confidence).toArray();
		int[] used = sure.length > 0 ? sure : all;
		return new double[] { IntStream.of(used).mapToDouble(t -> plane[t][0]).average().orElse(Double.NaN),
				IntStream.of(used).mapToDouble(t -> plane[t][1]).average().orElse(Double.NaN) };
	}
}
