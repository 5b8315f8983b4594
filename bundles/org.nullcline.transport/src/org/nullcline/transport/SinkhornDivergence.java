package org.nullcline.transport;

import java.util.Arrays;

import org.nullcline.transport.internal.SinkhornPotentials;

/**
 * The debiased Sinkhorn divergence of weighted points with the cost |x - y|^2 / 2 (Feydy and others, "Interpolating between
 * optimal transport and MMD using Sinkhorn divergences", AISTATS 2019; the loop is algorithm 3.5 of Feydy's thesis, 2020).
 *
 * <p>A plain reference in double precision: it evaluates every exponential, and keeps no matrix. For sets of one-hot
 * sequences {@link OneHotSinkhorn} gives the same much sooner.
 */
public final class SinkhornDivergence {

	private final double[][] x;
	private final double[][] y;
	private final double[] logA;
	private final double[] logB;
	private final double[] a;
	private final double[] b;

	private SinkhornDivergence(double[][] x, double[] a, double[][] y, double[] b) {
		this.x = x;
		this.y = y;
		this.a = a;
		this.b = b;
		logA = Arrays.stream(a).map(Math::log).toArray();
		logB = Arrays.stream(b).map(Math::log).toArray();
	}

	/**
	 * The divergence of points of equal weight.
	 *
	 * @param x [point, coordinate]
	 * @param y [point, coordinate]
	 * @throws IllegalArgumentException if a set is empty, the numbers of coordinates differ or a coordinate is not finite
	 */
	public static TransportDivergence evaluate(double[][] x, double[][] y, SinkhornParameters parameters) {
		return evaluate(x, uniform(x.length), y, uniform(y.length), parameters);
	}

	/**
	 * The divergence of weighted points.
	 *
	 * @param x [point, coordinate]
	 * @param a weights of x, none negative, with the sum 1
	 * @param y [point, coordinate]
	 * @param b weights of y, none negative, with the sum 1
	 * @throws IllegalArgumentException if a set is empty, the numbers of coordinates differ, a coordinate is not finite or the
	 *                                  weights are none
	 */
	public static TransportDivergence evaluate(double[][] x, double[] a, double[][] y, double[] b,
			SinkhornParameters parameters) {
		int coordinates = x.length == 0 ? 0 : x[0].length;
		checkPoints("x", x, coordinates);
		checkPoints("y", y, coordinates);
		checkWeights("a", a, x.length);
		checkWeights("b", b, y.length);
		return new SinkhornDivergence(x, a, y, b).evaluate(parameters);
	}

	private TransportDivergence evaluate(SinkhornParameters parameters) {
		SinkhornPotentials potentials = SinkhornPotentials.of(parameters.temperatures(diameter()),
				minima(x, y), minima(y, x), minima(x, x), minima(y, y), logA, logB);
		double biased = 0;
		double value = 0;
		for (int i = 0; i < x.length; i++) {
			biased += product(a[i], potentials.lastFBa()[i]);
			value += product(a[i], potentials.lastFBa()[i] - potentials.lastFAa()[i]);
		}
		for (int j = 0; j < y.length; j++) {
			biased += product(b[j], potentials.lastGAb()[j]);
			value += product(b[j], potentials.lastGAb()[j] - potentials.lastGBb()[j]);
		}
		return new TransportDivergence(value, biased, gradient(parameters.epsilon(), potentials));
	}

	/**
	 * By the envelope theorem only the last soft minimum is differentiated, and only by the points on its left:
	 * dS/dx_i = a_i (sum_j P_ij (x_i - y_j) - sum_k Q_ik (x_i - x_k)), where P and Q have rows of sum 1.
	 */
	private double[] gradient(double epsilon, SinkhornPotentials potentials) {
		int coordinates = x[0].length;
		double[] gradient = new double[x.length * coordinates];
		for (int i = 0; i < x.length; i++) {
			if (a[i] == 0) {
				continue;
			}
			for (int j = 0; j < y.length; j++) {
				double p = Math.exp(logB[j] + (potentials.lastFBa()[i] + potentials.gAb()[j] - cost(x[i], y[j])) / epsilon);
				for (int d = 0; d < coordinates; d++) {
					gradient[i * coordinates + d] += a[i] * p * (x[i][d] - y[j][d]);
				}
			}
			for (int k = 0; k < x.length; k++) {
				double q = Math.exp(logA[k] + (potentials.lastFAa()[i] + potentials.fAa()[k] - cost(x[i], x[k])) / epsilon);
				for (int d = 0; d < coordinates; d++) {
					gradient[i * coordinates + d] -= a[i] * q * (x[i][d] - x[k][d]);
				}
			}
		}
		return gradient;
	}

	private static SinkhornPotentials.SoftMinima minima(double[][] from, double[][] to) {
		return (epsilon, h, f) -> SoftMinimum.all(epsilon, (i, j) -> cost(from[i], to[j]), h, f);
	}

	/** The norm of the extents of all points by coordinate. */
	private double diameter() {
		double square = 0;
		for (int d = 0; d < x[0].length; d++) {
			double smallest = Double.POSITIVE_INFINITY;
			double largest = Double.NEGATIVE_INFINITY;
			for (double[][] points : new double[][][] { x, y }) {
				for (double[] point : points) {
					smallest = Math.min(smallest, point[d]);
					largest = Math.max(largest, point[d]);
				}
			}
			square += (largest - smallest) * (largest - smallest);
		}
		return Math.sqrt(square);
	}

	private static double cost(double[] from, double[] to) {
		double square = 0;
		for (int d = 0; d < from.length; d++) {
			square += (from[d] - to[d]) * (from[d] - to[d]);
		}
		return square / 2;
	}

	private static double product(double weight, double potential) {
		return weight == 0 ? 0 : weight * potential;
	}

	private static double[] uniform(int size) {
		double[] weights = new double[size];
		Arrays.fill(weights, 1.0 / size);
		return weights;
	}

	private static void checkPoints(String name, double[][] points, int coordinates) {
		if (points.length == 0 || coordinates == 0) {
			throw new IllegalArgumentException(name + ": expected at least one point with at least one coordinate");
		}
		for (int i = 0; i < points.length; i++) {
			if (points[i].length != coordinates) {
				throw new IllegalArgumentException(name + ": expected " + coordinates + " coordinates, point " + i + " has "
						+ points[i].length);
			}
			for (double coordinate : points[i]) {
				if (!Double.isFinite(coordinate)) {
					throw new IllegalArgumentException(name + ": point " + i + " has a coordinate that is not finite");
				}
			}
		}
	}

	private static void checkWeights(String name, double[] weights, int size) {
		if (weights.length != size) {
			throw new IllegalArgumentException(name + ": expected " + size + " weights, found " + weights.length);
		}
		double sum = 0;
		for (double weight : weights) {
			if (!(weight >= 0)) {
				throw new IllegalArgumentException(name + ": weights must not be negative, found " + weight);
			}
			sum += weight;
		}
		if (!(Math.abs(sum - 1) < 1e-6)) {
			throw new IllegalArgumentException(name + ": weights must have the sum 1, found " + sum);
		}
	}
}
