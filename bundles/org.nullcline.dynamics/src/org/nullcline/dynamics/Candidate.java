package org.nullcline.dynamics;

/**
 * A state on its way to become a fixed point.
 *
 * @param state the full state
 * @param q     1/2 |F(x*, h) - h|^2 at this state
 * @param seeds how many seeds it stands for
 */
record Candidate(double[] state, double q, int seeds) {

	static double distance(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += (a[i] - b[i]) * (a[i] - b[i]);
		}
		return Math.sqrt(sum);
	}
}
