package org.nullcline.dynamics;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.linearalgebra.Complex;

/** Eigenvalues at states, each computed once: a decomposition costs more than all else that is done with a point. */
final class Spectra {

	private final AutonomousMap map;
	private final Map<double[], List<Complex>> known = new IdentityHashMap<>();

	Spectra(AutonomousMap map) {
		this.map = map;
	}

	/** The eigenvalues of dF/dh at a state, largest modulus first; the array must not change afterwards. */
	List<Complex> of(double[] state) {
		return known.computeIfAbsent(state, map::eigenvalues);
	}

	/** Whether an eigenvalue lies on the unit circle, within the margin of {@link FixedPoint#marginal}. */
	boolean isMarginal(double[] state) {
		return of(state).stream().anyMatch(value -> Math.abs(value.modulus() - 1) < FixedPoint.MARGIN);
	}
}
