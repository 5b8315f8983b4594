package org.nullcline.transport;

/**
 * The step of Sinkhorn's algorithm in the logarithmic domain: f_i = -epsilon log sum_j exp(h_j - C_ij / epsilon).
 *
 * <p>With h_j = log b_j + g_j / epsilon it is the update of a potential for any cost, exact in double precision at any
 * temperature. The building block of {@link SinkhornDivergence}, and of other solvers such as those of a matched distance
 * with Euclidean costs.
 */
public final class SoftMinimum {

	private SoftMinimum() {
	}

	/** A cost for each pair of points. */
	@FunctionalInterface
	public interface Cost {
		/** The cost between point i of the first set and point j of the second one. */
		double between(int i, int j);
	}

	/**
	 * All soft minima.
	 *
	 * @param epsilon temperature, positive
	 * @param cost    C_ij
	 * @param h       one number for each j; minus infinity where the weight is 0
	 * @param f       is written, one number for each i; infinite where no j has a weight
	 */
	public static void all(double epsilon, Cost cost, double[] h, double[] f) {
		double[] exponents = new double[h.length];
		for (int i = 0; i < f.length; i++) {
			f[i] = one(epsilon, cost, h, i, exponents);
		}
	}

	/** The soft minimum of point i. */
	public static double one(double epsilon, Cost cost, double[] h, int i) {
		return one(epsilon, cost, h, i, new double[h.length]);
	}

	private static double one(double epsilon, Cost cost, double[] h, int i, double[] exponents) {
		double largest = Double.NEGATIVE_INFINITY;
		for (int j = 0; j < h.length; j++) {
			exponents[j] = h[j] - cost.between(i, j) / epsilon;
			largest = Math.max(largest, exponents[j]);
		}
		if (largest == Double.NEGATIVE_INFINITY) {
			return Double.POSITIVE_INFINITY;
		}
		double sum = 0;
		for (double exponent : exponents) {
			sum += Math.exp(exponent - largest);
		}
		return -epsilon * (largest + Math.log(sum));
	}
}
