package org.nullcline.dynamics;

import java.util.List;

import org.nullcline.linearalgebra.Complex;

/**
 * A state that the dynamics leave unchanged, or nearly so.
 *
 * @param state       h*, the full state
 * @param q           1/2 |F(x*, h*) - h*|^2, at this very state
 * @param exact       whether q is zero to working precision; else a slow point, where the dynamics are slow enough to be
 *                    described by their linear part (Sussillo and Barak 2013)
 * @param eigenvalues of dF/dh at h*, largest modulus first
 * @param seeds       how many seeds of the search ended here; 0 for a point reached in other ways only
 * @param outlier     whether the point lies far outside the region of the seeds
 */
public record FixedPoint(double[] state, double q, boolean exact, List<Complex> eigenvalues, int seeds,
		boolean outlier) {

	/** Nearer than this to the unit circle, rounding errors and the search's tolerance decide on the side. */
	static final double MARGIN = 1e-6;

	public FixedPoint {
		eigenvalues = List.copyOf(eigenvalues);
	}

	/** |F(x*, h*) - h*|, per time step. */
	public double speed() {
		return Math.sqrt(2 * q);
	}

	/** Whether every small perturbation decays: all |lambda| < 1. */
	public boolean stable() {
		return eigenvalues.get(0).modulus() < 1;
	}

	/** Number of unstable directions, that is of eigenvalues with |lambda| > 1. */
	public int index() {
		return (int) eigenvalues.stream().filter(value -> value.modulus() > 1).count();
	}

	/** Whether an eigenvalue lies on the unit circle within 1e-6, so that the index is not certain. */
	public boolean marginal() {
		return eigenvalues.stream().anyMatch(value -> Math.abs(value.modulus() - 1) < MARGIN);
	}

	/** Whether the point is stable or may be: no eigenvalue lies clearly outside the unit circle. */
	public boolean maybeStable() {
		return eigenvalues.get(0).modulus() < 1 + MARGIN;
	}

	/** -1/ln|lambda| of each eigenvalue, in time steps; see {@link Linearization#timeConstant}. */
	public double[] timeConstants() {
		return eigenvalues.stream().mapToDouble(Linearization::timeConstant).toArray();
	}

	/** arg(lambda)/(2 pi) of each eigenvalue, in cycles per time step. */
	public double[] frequencies() {
		return eigenvalues.stream().mapToDouble(Linearization::frequency).toArray();
	}
}
