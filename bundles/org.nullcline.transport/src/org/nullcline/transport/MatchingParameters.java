package org.nullcline.transport;

/**
 * How a matching of two sets is computed.
 *
 * @param temperature       epsilon of the entropic smoothing, positive
 * @param maximumIterations after which the iteration ends in any case
 * @param tolerance         it ends when the changes of all potentials together are smaller
 */
public record MatchingParameters(double temperature, int maximumIterations, double tolerance) {

	/** @throws IllegalArgumentException naming the parameter, if it is outside its range */
	public MatchingParameters {
		if (!(temperature > 0) || temperature == Double.POSITIVE_INFINITY) {
			throw new IllegalArgumentException("temperature must be a positive number, found " + temperature);
		}
		if (maximumIterations < 1) {
			throw new IllegalArgumentException("there must be at least one iteration, found " + maximumIterations);
		}
		if (!(tolerance >= 0)) {
			throw new IllegalArgumentException("tolerance must be 0 or more, found " + tolerance);
		}
	}

	/**
	 * What Torre, Viscione, Pompe, Grewe and Mante (NeurIPS 2025, arXiv 2510.25674) compare sets of sequences with: a
	 * temperature of 0.1, at most 1,000 iterations, a tolerance of 0.1.
	 */
	public static MatchingParameters paper() {
		return new MatchingParameters(0.1, 1000, 0.1);
	}
}
