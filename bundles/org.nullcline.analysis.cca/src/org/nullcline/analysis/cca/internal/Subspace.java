package org.nullcline.analysis.cca.internal;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.linearalgebra.SingularValues;

/**
 * The leading directions of a network's states over samples: U of the thin singular value decomposition of the centred
 * states. Canonical correlations of two networks are the singular values of the product of two such bases, so no
 * covariance is ever inverted.
 *
 * @param basis orthonormal columns, largest variance first, [sample, direction]
 * @param rank  number of directions in which the states vary at all
 */
record Subspace(INDArray basis, int rank) {

	/** Directions with a singular value below this fraction of the largest are rounding errors: of silent units, say. */
	private static final double RANK_TOLERANCE = 1e-10;
	/** With fewer samples than this for each variable, correlations are mostly chance. */
	static final int SAMPLES_PER_VARIABLE = 5;

	/**
	 * @param states     [sample][variable]
	 * @param dimensions largest number of directions kept
	 * @throws IllegalArgumentException saying what is missing, if there are too few samples, or values that are not finite,
	 *                                  or no variation at all
	 */
	static Subspace of(double[][] states, int dimensions) {
		int samples = states.length;
		int variables = samples == 0 ? 0 : states[0].length;
		if (samples < SAMPLES_PER_VARIABLE * variables || samples < 2) {
			throw new IllegalArgumentException(samples + " samples are too few for " + variables
					+ " state values: correlations would be mostly chance. At least " + SAMPLES_PER_VARIABLE * variables
					+ " are needed");
		}
		INDArray centred = NativeArrays.of(centred(states));
		SingularValues decomposition = Lapack.singularValues(centred);
		centred.close();
		double[] values = decomposition.values();
		// The scale of the states tells a constant from rounding errors; the largest singular value alone does not.
		double scale = Arrays.stream(states).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0) * Math.sqrt(samples);
		int rank = 0;
		while (rank < values.length && values[rank] > RANK_TOLERANCE * values[0] && values[rank] > 1e-14 * scale) {
			rank++;
		}
		if (rank == 0) {
			throw new IllegalArgumentException("its states are the same at every step of every trial");
		}
		int kept = Math.min(rank, dimensions);
		double[] u = NativeArrays.values(decomposition.left());
		decomposition.left().close();
		double[] basis = new double[samples * kept];
		for (int i = 0; i < samples; i++) {
			System.arraycopy(u, i * values.length, basis, i * kept, kept);
		}
		return new Subspace(NativeArrays.of(basis, samples, kept), rank);
	}

	/** Number of directions kept. */
	int dimensions() {
		return (int) basis.size(1);
	}

	/** The inner products of this basis with another, [this direction][other direction]. */
	double[][] products(Subspace other) {
		return NativeArrays.rows(Blas.product(basis, true, other.basis, false));
	}

	/**
	 * Canonical correlations between the first directions of two subspaces, from their {@link #products}.
	 *
	 * @param dimensions number of directions of each; at most what both have
	 * @return descending, in [0, 1]
	 */
	static double[] correlations(double[][] products, int dimensions) {
		double[][] leading = new double[dimensions][];
		for (int i = 0; i < dimensions; i++) {
			leading[i] = Arrays.copyOf(products[i], dimensions);
		}
		return clipped(Lapack.singularValues(NativeArrays.of(leading)).values());
	}

	/** Canonical correlations between all kept directions of two subspaces: as many as the smaller of them has. */
	double[] correlations(Subspace other) {
		return clipped(Lapack.singularValues(NativeArrays.of(products(other))).values());
	}

	private static double[] clipped(double[] values) {
		return Arrays.stream(values).map(value -> Math.clamp(value, 0, 1)).toArray();
	}

	private static double[][] centred(double[][] states) {
		int variables = states[0].length;
		double[] mean = new double[variables];
		for (double[] state : states) {
			for (int j = 0; j < variables; j++) {
				if (!Double.isFinite(state[j])) {
					throw new IllegalArgumentException("its states are not finite. Was the training stable?");
				}
				mean[j] += state[j] / states.length;
			}
		}
		double[][] centred = new double[states.length][variables];
		for (int i = 0; i < states.length; i++) {
			for (int j = 0; j < variables; j++) {
				centred[i][j] = states[i][j] - mean[j];
			}
		}
		return centred;
	}
}
