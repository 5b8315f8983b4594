package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a state follows the dynamics to a stable fixed point that is known: it is nearer to it than half the way from there to
 * any other known point. That is a guess, good enough to spare the way itself where only unknown points are looked for.
 */
final class StableBasins {

	private final List<double[]> points = new ArrayList<>();
	private final List<Double> radii = new ArrayList<>();

	/** @param alone radius around the only known point */
	StableBasins(ExactPoints exact, Spectra spectra, double alone) {
		for (int i = 0; i < exact.size(); i++) {
			double[] point = exact.state(i);
			if (spectra.of(point).get(0).modulus() < 1 - FixedPoint.MARGIN) {
				double radius = alone;
				for (int j = 0; j < exact.size(); j++) {
					radius = j == i ? radius : Math.min(radius, Candidate.distance(point, exact.state(j)) / 2);
				}
				points.add(point);
				radii.add(radius);
			}
		}
	}

	boolean hold(double[] state) {
		for (int i = 0; i < points.size(); i++) {
			if (!StateVectors.isFarther(state, points.get(i), radii.get(i))) {
				return true;
			}
		}
		return false;
	}
}
