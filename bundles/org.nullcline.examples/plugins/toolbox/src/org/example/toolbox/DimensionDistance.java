package org.example.toolbox;

import org.nullcline.core.distance.CentredStates;
import org.nullcline.core.distance.DistanceProperties;
import org.nullcline.core.distance.Invariance;
import org.nullcline.core.distance.StateDistance;

// [snippet: distance]
/** |D_a - D_b| with the participation ratio D = (sum s^2)^2 / sum s^4 of the singular values s of the centred states. */
final class DimensionDistance implements StateDistance<Double> {

	@Override
	public Double prepare(CentredStates states) {
		double squares = 0;
		double fourths = 0;
		for (double s : states.singularValues()) {
			squares += s * s;
			fourths += s * s * s * s;
		}
		return squares * squares / fourths;
	}

	@Override
	public double distance(Double first, Double second) {
		return Math.abs(first - second);
	}

	@Override
	public String definition() {
		return "|D_a - D_b| with the participation ratio D = (sum s^2)^2 / sum s^4 of the singular values s of the centred states";
	}

	@Override
	public DistanceProperties properties() {
		return DistanceProperties.of(true, true, Invariance.TRANSLATION, Invariance.SCALING, Invariance.PERMUTATION,
				Invariance.ORTHOGONAL);
	}
}
// [end]
