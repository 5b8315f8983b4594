package org.nullcline.analysis.fixedpoints.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.nullcline.core.network.Network;
import org.nullcline.core.task.InputCondition;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.FixedPointSet;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * What was found under one constant input.
 *
 * @param condition the input
 * @param found     the points
 * @param readouts  the network's output at each of them, [point][output]
 */
record ConditionPoints(InputCondition condition, FixedPointSet found, double[][] readouts) {

	static ConditionPoints of(InputCondition condition, FixedPointSet found, Network network) {
		double[][] readouts = new double[0][];
		if (!found.points().isEmpty()) {
			double[][] states = found.points().stream().map(FixedPoint::state).toArray(double[][]::new);
			readouts = NativeArrays.rows(network.outputs(NativeArrays.of(states)));
		}
		return new ConditionPoints(condition, found, readouts);
	}

	/** The outputs at the fixed points that are certainly stable, outliers left out. */
	List<double[]> stableReadouts() {
		return readouts(point -> point.stable() && !point.marginal());
	}

	/** The outputs at the fixed points of which rounding decides whether they are stable, outliers left out. */
	List<double[]> perhapsStableReadouts() {
		return readouts(point -> point.marginal() && point.maybeStable());
	}

	private List<double[]> readouts(Predicate<FixedPoint> kind) {
		List<double[]> chosen = new ArrayList<>();
		for (int i = 0; i < readouts.length; i++) {
			FixedPoint point = found.points().get(i);
			if (point.exact() && !point.outlier() && kind.test(point)) {
				chosen.add(readouts[i]);
			}
		}
		return chosen;
	}
}
