package org.nullcline.transport.internal;

import org.nullcline.transport.SoftMinimum;

/**
 * {@link SoftMinimum} for Hamming distances, in double precision: distances are small whole numbers, so that one exponential
 * for each of them and one for each column are enough.
 */
final class HammingSoftMinimum {

	/** Above this, what a sum lacks because factors were too small for a number is far below its rounding. */
	private static final double SMALLEST = 0x1p-800;

	private HammingSoftMinimum() {
	}

	/** All soft minima f_i = -epsilon log sum_j exp(h_j - C_ij / epsilon); every h is finite. */
	static void all(HammingCosts costs, double epsilon, double[] h, double[] f) {
		double largest = Double.NEGATIVE_INFINITY;
		for (double value : h) {
			largest = Math.max(largest, value);
		}
		double[] columns = new double[h.length];
		for (int j = 0; j < h.length; j++) {
			columns[j] = Math.exp(h[j] - largest);
		}
		double[] distances = new double[costs.steps() + 1];
		for (int c = 0; c < distances.length; c++) {
			distances[c] = Math.exp(-c / epsilon);
		}
		for (int i = 0; i < f.length; i++) {
			double sum = sum(costs, i, columns, distances);
			f[i] = sum > SMALLEST ? -epsilon * (largest + Math.log(sum)) : SoftMinimum.one(epsilon, costs::get, h, i);
		}
	}

	/** In two parts, because each addition waits for the one before it. */
	private static double sum(HammingCosts costs, int row, double[] columns, double[] distances) {
		double even = 0;
		double odd = 0;
		int j = 0;
		for (; j < columns.length - 1; j += 2) {
			even += columns[j] * distances[costs.get(row, j)];
			odd += columns[j + 1] * distances[costs.get(row, j + 1)];
		}
		return j < columns.length ? even + odd + columns[j] * distances[costs.get(row, j)] : even + odd;
	}
}
