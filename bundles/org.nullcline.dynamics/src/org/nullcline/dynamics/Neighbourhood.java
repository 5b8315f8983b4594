package org.nullcline.dynamics;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Which slow states are a fixed point, not quite reached, and so no slow points of their own: those from which a few steps of
 * Newton's method lead to the point, without going far. Directions in which the dynamics take more than a thousand time steps do not
 * count: slow states along such a direction are a continuum, of which the fixed point is one point.
 */
final class Neighbourhood {

	private static final double SLOWEST = 1e-3;
	private static final int STEPS = 5;
	/** How far from a fixed point its slow states may be, in units of the seeds' mean distance from their centroid. */
	private static final double REACH = 0.1;

	private final AutonomousMap map;
	private final ExactPoints exact;
	private final double landing;
	private final double reach;
	private final DampedSteps steps;
	private final Map<double[], double[]> inverses = new IdentityHashMap<>();

	/** @param landing how near a fixed point steps must come */
	Neighbourhood(AutonomousMap map, ExactPoints exact, SeedRegion region, double landing) {
		this.map = map;
		this.exact = exact;
		this.landing = landing;
		reach = REACH * region.spread();
		steps = new DampedSteps(map, SLOWEST);
	}

	/** The fixed point that a state belongs to, or -1. */
	int of(double[] state) {
		int nearest = exact.nearest(state, Math.max(landing, reach));
		if (nearest < 0 || Candidate.distance(state, exact.state(nearest)) <= landing) {
			return nearest;
		}
		double[] f = residual(state);
		return followsLinearPart(exact.state(nearest), state, f) ? nearest : byNewton(state, f);
	}

	/** Most states are that near: F(h) - h is (dF/dh - I)(h - p), with the Jacobian at p, which is computed once. */
	private boolean followsLinearPart(double[] point, double[] state, double[] f) {
		double[] inverse = inverses.computeIfAbsent(point, steps::inverseAt);
		if (inverse == null) {
			return false;
		}
		double[] landed = state.clone();
		for (int i = 0; i < landed.length; i++) {
			landed[i] += StateVectors.dot(inverse, i * landed.length, f, 0, f.length);
		}
		return Candidate.distance(landed, point) <= landing;
	}

	private int byNewton(double[] start, double[] startResidual) {
		double[] state = start.clone();
		double[] f = startResidual;
		for (int k = 0; k < STEPS; k++) {
			double[] step = steps.at(state, f);
			if (step == null) {
				return -1;
			}
			StateVectors.subtract(-1, step, 0, state);
			if (!(Candidate.distance(state, start) <= reach)) {
				return -1;
			}
			int near = exact.nearest(state, landing);
			if (near >= 0) {
				return near;
			}
			f = residual(state);
		}
		return -1;
	}

	private double[] residual(double[] state) {
		return map.residuals(new double[][] { state })[0];
	}
}
