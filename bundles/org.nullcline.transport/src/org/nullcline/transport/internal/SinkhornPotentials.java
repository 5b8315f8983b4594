package org.nullcline.transport.internal;

/**
 * The potentials of the three transport problems of a Sinkhorn divergence, by soft minima in double precision
 * (algorithm 3.5 of Feydy's thesis, 2020).
 *
 * @param gAb     of y, before the last soft minimum
 * @param fAa     of x for the problem (x, x), before the last soft minimum
 * @param lastFBa of x, after it
 * @param lastGAb of y, after it
 * @param lastFAa of x for the problem (x, x), after it
 * @param lastGBb of y for the problem (y, y), after it
 */
public record SinkhornPotentials(double[] gAb, double[] fAa, double[] lastFBa, double[] lastGAb, double[] lastFAa,
		double[] lastGBb) {

	/** Soft minima of one cost: f_i = -epsilon log sum_j exp(h_j - C_ij / epsilon). */
	@FunctionalInterface
	public interface SoftMinima {

		/** Writes f. */
		void all(double epsilon, double[] h, double[] f);
	}

	/**
	 * Iterates.
	 *
	 * @param temperatures in the order of the iterations; the last one is used once more for the last soft minima
	 * @param xy           for the costs C(x_i, y_j)
	 * @param yx           for the costs C(y_j, x_i)
	 * @param xx           for the costs C(x_i, x_k)
	 * @param yy           for the costs C(y_j, y_l)
	 * @param logA         logarithms of the weights of x
	 * @param logB         logarithms of the weights of y
	 */
	public static SinkhornPotentials of(double[] temperatures, SoftMinima xy, SoftMinima yx, SoftMinima xx,
			SoftMinima yy, double[] logA, double[] logB) {
		int n = logA.length;
		int m = logB.length;
		double first = temperatures[0];
		double[] fBa = update(first, xy, logB, new double[m], n);
		double[] gAb = update(first, yx, logA, new double[n], m);
		double[] fAa = update(first, xx, logA, new double[n], n);
		double[] gBb = update(first, yy, logB, new double[m], m);
		for (double epsilon : temperatures) {
			double[] nextFBa = update(epsilon, xy, logB, gAb, n);
			double[] nextGAb = update(epsilon, yx, logA, fBa, m);
			fBa = mean(fBa, nextFBa);
			gAb = mean(gAb, nextGAb);
			fAa = mean(fAa, update(epsilon, xx, logA, fAa, n));
			gBb = mean(gBb, update(epsilon, yy, logB, gBb, m));
		}
		double last = temperatures[temperatures.length - 1];
		return new SinkhornPotentials(gAb, fAa, update(last, xy, logB, gAb, n), update(last, yx, logA, fBa, m),
				update(last, xx, logA, fAa, n), update(last, yy, logB, gBb, m));
	}

	private static double[] update(double epsilon, SoftMinima minima, double[] logWeights, double[] potential, int size) {
		double[] h = new double[potential.length];
		for (int j = 0; j < h.length; j++) {
			h[j] = logWeights[j] + potential[j] / epsilon;
		}
		double[] updated = new double[size];
		minima.all(epsilon, h, updated);
		return updated;
	}

	private static double[] mean(double[] old, double[] updated) {
		double[] mean = new double[old.length];
		for (int i = 0; i < mean.length; i++) {
			mean[i] = (old[i] + updated[i]) / 2;
		}
		return mean;
	}
}
