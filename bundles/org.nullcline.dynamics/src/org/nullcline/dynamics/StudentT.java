package org.nullcline.dynamics;

/** Student's t distribution with a whole number of degrees of freedom. */
public final class StudentT {

	private static final int HALVINGS = 60;
	/** From here on the normal distribution does: its quantile is less than 0.3 % smaller. */
	private static final int NORMAL = 1000;

	private StudentT() {
	}

	/**
	 * The t that |T| exceeds with a probability of 5 %.
	 *
	 * @param degrees of freedom, at least 1
	 */
	public static double two95(int degrees) {
		if (degrees < 1) {
			return Double.NaN;
		}
		int n = Math.min(degrees, NORMAL);
		double low = 0;
		double high = Math.PI / 2;
		for (int k = 0; k < HALVINGS; k++) {
			double middle = (low + high) / 2;
			if (inside(middle, n) < 0.95) {
				low = middle;
			} else {
				high = middle;
			}
		}
		return Math.tan((low + high) / 2) * Math.sqrt(n);
	}

	/** P(|T| < sqrt(n) tan(angle)), by the finite series of Abramowitz and Stegun 1964, 26.7.3 and 26.7.4. */
	private static double inside(double angle, int n) {
		double cosine = Math.cos(angle);
		boolean odd = n % 2 == 1;
		double term = odd ? cosine : 1;
		double sum = n == 1 ? 0 : term;
		for (int k = odd ? 3 : 2; k <= n - 2; k += 2) {
			term *= cosine * cosine * (k - 1) / k;
			sum += term;
		}
		double series = Math.sin(angle) * sum;
		return odd ? 2 / Math.PI * (angle + series) : series;
	}
}
