package org.nullcline.transport;

import java.util.ArrayList;
import java.util.List;

/**
 * How a Sinkhorn divergence is computed: the temperature, and how fast it is lowered to that.
 *
 * @param blur    the length scale of the entropic smoothing, positive; the temperature is epsilon = blur^2
 * @param scaling the factor between successive length scales on the way from the diameter of the points to the blur, above 0
 *                and below 1. Nothing else ends the iteration, so that it also is the accuracy: see {@link #paper} and
 *                {@link #converged}
 */
public record SinkhornParameters(double blur, double scaling) {

	private static final double PAPER_SCALING = 0.5;
	private static final double CONVERGED_SCALING = 0.99;

	/** More than this many steps are a mistake in the parameters, not a wish. */
	private static final int MOST_STEPS = 1_000_000;

	/** @throws IllegalArgumentException naming the parameter, if it is outside its range */
	public SinkhornParameters {
		if (!(blur > 0) || blur == Double.POSITIVE_INFINITY) {
			throw new IllegalArgumentException("blur must be a positive number, found " + blur);
		}
		if (!(scaling > 0 && scaling < 1)) {
			throw new IllegalArgumentException("scaling must lie between 0 and 1, found " + scaling);
		}
	}

	/**
	 * Eight or nine iterations for usual sequences, not converged by design: what Torre, Viscione, Pompe, Grewe and Mante
	 * (NeurIPS 2025, arXiv 2510.25674) train with, the default of GeomLoss. The value may be some per cent off, or slightly
	 * negative.
	 */
	public static SinkhornParameters paper(double blur) {
		return new SinkhornParameters(blur, PAPER_SCALING);
	}

	/** Some hundred iterations: the divergence itself, to about six digits. */
	public static SinkhornParameters converged(double blur) {
		return new SinkhornParameters(blur, CONVERGED_SCALING);
	}

	/** The final temperature, blur^2. */
	public double epsilon() {
		return blur * blur;
	}

	/**
	 * The temperatures in the order of the iterations: diameter^2 twice, then lower by scaling^2 each time, then blur^2
	 * (Feydy, "Geometric data analysis, beyond convolutions", 2020, section 3.3.3).
	 *
	 * @param diameter an upper bound of the distances of the points; with 0, where all points are one, only blur^2 is left
	 * @throws IllegalArgumentException if there were more than a million
	 */
	public double[] temperatures(double diameter) {
		List<Double> temperatures = new ArrayList<>();
		if (diameter > 0) {
			temperatures.add(diameter * diameter);
			double first = 2 * Math.log(diameter);
			double step = 2 * Math.log(scaling);
			double count = Math.ceil((2 * Math.log(blur) - first) / step);
			if (count > MOST_STEPS) {
				throw new IllegalArgumentException("from a diameter of " + diameter + " to a blur of " + blur
						+ " a scaling of " + scaling + " takes more than " + MOST_STEPS + " steps; choose a smaller scaling");
			}
			for (int k = 0; k < count; k++) {
				temperatures.add(Math.exp(first + k * step));
			}
		}
		temperatures.add(epsilon());
		return temperatures.stream().mapToDouble(Double::doubleValue).toArray();
	}
}
