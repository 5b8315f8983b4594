package org.nullcline.analysis.oscillation.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.nullcline.core.network.Network;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.Linearization;
import org.nullcline.dynamics.Oscillation;
import org.nullcline.dynamics.StoredFixedPoints;
import org.nullcline.linearalgebra.Complex;

/**
 * What a network does under one command.
 *
 * @param commanded frequency in cycles per step
 * @param cycle     frequency of its output, 0 if it comes to rest
 * @param inside    number of fixed points that the cycle goes round
 * @param point     the one of them nearest to the cycle's centre; nothing if there is none
 */
record CommandedCycle(double commanded, double cycle, int inside, Optional<FixedPoint> point) {

	static CommandedCycle of(Network network, double commanded, StoredFixedPoints found, int settling, int cycles) {
		int steps = (int) Math.ceil(cycles / commanded);
		Oscillation oscillation = Oscillation.of(network, found.input(), settling, steps);
		double[] centre = oscillation.centre();
		List<FixedPoint> inside = found.exact().stream().filter(point -> oscillation.encloses(point.state()))
				.sorted(Comparator.comparingDouble(point -> distance(point.state(), centre))).toList();
		return new CommandedCycle(commanded, oscillation.frequency(), inside.size(), inside.stream().findFirst());
	}

	boolean single() {
		return inside == 1;
	}

	/** Whether the point is an unstable spiral: one complex pair outside the unit circle, everything else inside. */
	boolean unstableSpiral() {
		return point.filter(p -> p.index() == 2 && p.eigenvalues().getFirst().imaginary() != 0).isPresent();
	}

	/**
	 * The frequency of the unstable oscillating mode, |arg lambda|/(2 pi) of the complex eigenvalue of largest modulus outside the
	 * unit circle in cycles per step; not a number without a point or where no complex eigenvalue is unstable: a decaying
	 * oscillation does not drive the cycle.
	 */
	double linearFrequency() {
		return point.stream().flatMap(p -> p.eigenvalues().stream())
				.filter(value -> value.imaginary() != 0 && value.modulus() > 1).findFirst()
				.map(value -> Math.abs(Linearization.frequency(value))).orElse(Double.NaN);
	}

	/** The leading |lambda|, not a number without a point. */
	double leadingModulus() {
		return point.map(p -> p.eigenvalues().getFirst()).map(Complex::modulus).orElse(Double.NaN);
	}

	private static double distance(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += (a[i] - b[i]) * (a[i] - b[i]);
		}
		return sum;
	}
}
