package org.nullcline.dynamics;

/**
 * Small systems of normal equations A'A g = A'b, whose columns may differ by many orders of magnitude: they are brought to unit
 * length first. A ridge on the unit diagonal keeps columns apart that are the same but for rounding.
 */
final class NormalEquations {

	private NormalEquations() {
	}

	/**
	 * Solves by Cholesky's decomposition.
	 *
	 * @param products A'A, symmetric, row after row
	 * @param stride   elements from row to row
	 * @param right    A'b; its length is the number of columns of A
	 * @param ridge    added to each element of the diagonal after scaling
	 * @return g, 0 for columns of length 0
	 */
	static double[] solve(double[] products, int stride, double[] right, double ridge) {
		int n = right.length;
		double[] scale = new double[n];
		for (int i = 0; i < n; i++) {
			double square = products[i * stride + i];
			scale[i] = square > 0 ? 1 / Math.sqrt(square) : 0;
		}
		double[] factor = new double[n * n];
		double[] g = new double[n];
		for (int i = 0; i < n; i++) {
			double value = right[i] * scale[i];
			for (int j = 0; j <= i; j++) {
				double sum = i == j ? 1 + ridge : products[i * stride + j] * scale[i] * scale[j];
				for (int k = 0; k < j; k++) {
					sum -= factor[i * n + k] * factor[j * n + k];
				}
				// The diagonal of a positive definite matrix; rounding may leave less than the ridge.
				factor[i * n + j] = i == j ? Math.sqrt(Math.max(sum, ridge)) : sum / factor[j * n + j];
			}
			for (int k = 0; k < i; k++) {
				value -= factor[i * n + k] * g[k];
			}
			g[i] = value / factor[i * n + i];
		}
		for (int i = n - 1; i >= 0; i--) {
			for (int k = i + 1; k < n; k++) {
				g[i] -= factor[k * n + i] * g[k];
			}
			g[i] /= factor[i * n + i];
		}
		for (int i = 0; i < n; i++) {
			g[i] *= scale[i];
		}
		return g;
	}
}
