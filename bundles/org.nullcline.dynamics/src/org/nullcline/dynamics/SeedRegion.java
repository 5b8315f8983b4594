package org.nullcline.dynamics;

import java.util.Arrays;

/**
 * Where the seeds of a search lie. States far outside are of no interest: there gates saturate, and to working precision a
 * network with saturated gates keeps any state.
 *
 * @param centre centroid of the seeds
 * @param spread mean distance of a seed from it
 * @param scale  root mean square norm of the seeds; 0 if that is no finite number
 */
record SeedRegion(double[] centre, double spread, double scale) {

	/** @param seeds at least one, in an order that does not depend on the caller's */
	static SeedRegion of(double[][] seeds) {
		double[] centre = new double[seeds[0].length];
		double squares = 0;
		for (double[] seed : seeds) {
			for (int i = 0; i < centre.length; i++) {
				centre[i] += seed[i] / seeds.length;
			}
			double norm = NewtonSteps.norm(seed);
			squares += norm * norm / seeds.length;
		}
		double spread = Arrays.stream(seeds).mapToDouble(seed -> Candidate.distance(seed, centre)).average().orElse(0);
		return new SeedRegion(centre, spread, Double.isFinite(squares) ? Math.sqrt(squares) : 0);
	}

	/** Root mean square of a single value of a state; 1 where the seeds do not tell. */
	double valueScale() {
		return scale > 0 ? scale / Math.sqrt(centre.length) : 1;
	}

	/** Whether a state lies within so many times the spread from the centre; seeds that all coincide have their norm for one. */
	boolean holds(double[] state, double reach) {
		return Candidate.distance(state, centre) <= reach * (spread > 0 ? spread : valueScale() * Math.sqrt(centre.length));
	}
}
