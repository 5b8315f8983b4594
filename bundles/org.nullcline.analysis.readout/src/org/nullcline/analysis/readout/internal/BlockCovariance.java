package org.nullcline.analysis.readout.internal;

import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Sums and products of states by blocks of neighbouring steps, from which the leading plane of any choice of blocks follows
 * without going back to the states.
 */
final class BlockCovariance {

	private final int length;
	private final double[][] sums;
	/** [block][i * size + j], the upper triangle. */
	private final double[][] products;
	private final int size;

	/** @param states [step][unit]; steps that do not fill a block are left out */
	BlockCovariance(double[][] states, int blocks) {
		length = states.length / blocks;
		size = states[0].length;
		sums = new double[blocks][size];
		products = new double[blocks][size * size];
		for (int b = 0; b < blocks; b++) {
			for (int t = b * length; t < (b + 1) * length; t++) {
				double[] state = states[t];
				for (int i = 0; i < size; i++) {
					sums[b][i] += state[i];
					if (state[i] != 0) {
						for (int j = i; j < size; j++) {
							products[b][i * size + j] += state[i] * state[j];
						}
					}
				}
			}
		}
	}

	int blocks() {
		return sums.length;
	}

	int length() {
		return length;
	}

	/**
	 * The plane of the two leading principal components.
	 *
	 * @param chosen blocks, each as often as it is given
	 * @return two orthonormal vectors
	 */
	double[][] plane(int[] chosen) {
		double n = (double) chosen.length * length;
		double[] mean = new double[size];
		double[] covariance = new double[size * size];
		for (int b : chosen) {
			for (int i = 0; i < size; i++) {
				mean[i] += sums[b][i] / n;
				for (int j = i; j < size; j++) {
					covariance[i * size + j] += products[b][i * size + j] / n;
				}
			}
		}
		for (int i = 0; i < size; i++) {
			for (int j = i; j < size; j++) {
				covariance[i * size + j] -= mean[i] * mean[j];
				covariance[j * size + i] = covariance[i * size + j];
			}
		}
		double[][] vectors = NativeArrays.rows(Lapack.symmetricEigen(NativeArrays.of(covariance, size, size)).vectors());
		return new double[][] { vectors[0], vectors[1] };
	}

	/** The length of a unit vector's projection on a plane. */
	static double projection(double[] direction, double[][] plane) {
		double norm = 0;
		double square = 0;
		for (double[] axis : plane) {
			double dot = 0;
			for (int i = 0; i < direction.length; i++) {
				dot += direction[i] * axis[i];
			}
			square += dot * dot;
		}
		for (double value : direction) {
			norm += value * value;
		}
		return Math.sqrt(square / norm);
	}
}
