package org.nullcline.dynamics;

/**
 * How to search for fixed points.
 *
 * @param iterations      of Adam on q, for seeds that the accelerated iteration takes nowhere, at least 1
 * @param learningRate    of Adam at the beginning, in units of the state; falls exponentially to a thousandth of it
 * @param slowTolerance   largest q of a slow point
 * @param exactTolerance  largest q of a fixed point
 * @param uniqueTolerance two states are one if they are nearer than this times the square root of the state size
 * @param outlierFactor   a point is an outlier if it is this many times farther from the centroid of the seeds than the
 *                        seeds are on average
 * @param subsets         largest number of subsets of stable points whose centroids are tried, and of pairs of points whose
 *                        middle is
 * @param manifoldPoints  largest number of slow points, and of marginal fixed points, that are described: both sample a
 *                        continuum, such as a line attractor
 */
public record FixedPointSettings(int iterations, double learningRate, double slowTolerance, double exactTolerance,
		double uniqueTolerance, double outlierFactor, int subsets, int manifoldPoints) {

	/** Values that suit networks of some ten to some hundred units. */
	public static final FixedPointSettings DEFAULTS = new FixedPointSettings(1000, 0.1, 1e-6, 1e-20, 1e-3, 10, 1000, 200);

	/** @throws IllegalArgumentException naming the setting that makes no sense */
	public FixedPointSettings {
		require(iterations >= 1, "iterations", iterations);
		require(learningRate > 0, "learningRate", learningRate);
		require(slowTolerance >= exactTolerance, "slowTolerance", slowTolerance);
		require(exactTolerance > 0, "exactTolerance", exactTolerance);
		require(uniqueTolerance > 0, "uniqueTolerance", uniqueTolerance);
		require(outlierFactor > 0, "outlierFactor", outlierFactor);
		require(subsets >= 0, "subsets", subsets);
		require(manifoldPoints >= 1, "manifoldPoints", manifoldPoints);
	}

	/** Settings that describe as many points of a continuum as the defaults. */
	public FixedPointSettings(int iterations, double learningRate, double slowTolerance, double exactTolerance,
			double uniqueTolerance, double outlierFactor, int subsets) {
		this(iterations, learningRate, slowTolerance, exactTolerance, uniqueTolerance, outlierFactor, subsets,
				DEFAULTS.manifoldPoints);
	}

	private static void require(boolean condition, String name, double value) {
		if (!condition) {
			throw new IllegalArgumentException(name + ": " + value + " makes no sense");
		}
	}
}
