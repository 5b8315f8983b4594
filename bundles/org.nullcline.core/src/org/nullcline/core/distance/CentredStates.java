package org.nullcline.core.distance;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.linearalgebra.NativeRuntime;
import org.nullcline.linearalgebra.SingularValues;
import org.nullcline.linearalgebra.TallDecomposition;

/**
 * The states of a network over samples, with the mean of each unit taken away, as their thin singular value decomposition
 * X = U diag(s) V'. Distances share it: the columns of U are the principal components of the network, scaled to length 1.
 * No covariance is ever inverted. Not thread-safe.
 */
public final class CentredStates implements AutoCloseable {

	/** Directions with a singular value below this fraction of the largest are rounding errors: of silent units, say. */
	private static final double RANK_TOLERANCE = 1e-10;
	/** The same as a fraction of the length of the states before the mean was taken away; it tells that nothing varies. */
	private static final double CONSTANT_TOLERANCE = 1e-14;

	private final int samples;
	private final int units;
	private final double[] singularValues;
	private final double[][] loadings;
	private TallDecomposition decomposition;
	private INDArray basis;

	private CentredStates(int samples, int units, double[] singularValues, double[][] loadings,
			TallDecomposition decomposition, INDArray basis) {
		this.samples = samples;
		this.units = units;
		this.singularValues = singularValues;
		this.loadings = loadings;
		this.decomposition = decomposition;
		this.basis = basis;
	}

	/**
	 * Decomposes states.
	 *
	 * @param states [sample][unit]
	 * @throws IllegalArgumentException saying what is wrong, if a state is not finite, or the states do not vary
	 */
	public static CentredStates of(double[][] states) {
		int units = states.length == 0 ? 0 : states[0].length;
		double[] values = new double[states.length * units];
		for (int i = 0; i < states.length; i++) {
			System.arraycopy(states[i], 0, values, i * units, units);
		}
		return of(values, units);
	}

	/**
	 * Decomposes states.
	 *
	 * @param states one sample after the other
	 * @param units  number of values of a sample
	 * @throws IllegalArgumentException saying what is wrong, if a state is not finite, or the states do not vary
	 */
	public static CentredStates of(double[] states, int units) {
		if (units == 0 || states.length < 2 * units) {
			throw new IllegalArgumentException("fewer than two samples, or no units, cannot be compared");
		}
		NativeRuntime.load();
		int samples = states.length / units;
		double scale = 0;
		double[] mean = new double[units];
		for (int i = 0; i < samples; i++) {
			for (int j = 0; j < units; j++) {
				double value = states[i * units + j];
				if (!Double.isFinite(value)) {
					throw new IllegalArgumentException("value " + j + " of sample " + i + " is " + value
							+ ", no finite number");
				}
				scale = Math.max(scale, Math.abs(value));
				mean[j] += value / samples;
			}
		}
		INDArray centred = NativeArrays.of(transposed(states, mean, samples), units, samples);
		return samples < units ? wide(centred, scale) : tall(centred, scale);
	}

	private static CentredStates tall(INDArray centred, double scale) {
		int units = (int) centred.size(0);
		int samples = (int) centred.size(1);
		TallDecomposition decomposition = TallDecomposition.of(centred);
		double[] values = decomposition.values();
		int rank = rank(values, scale * Math.sqrt(samples));
		double[] right = NativeArrays.values(decomposition.right());
		double[][] loadings = new double[rank][units];
		for (int k = 0; k < rank; k++) {
			for (int j = 0; j < units; j++) {
				loadings[k][j] = right[j * units + k];
			}
		}
		return new CentredStates(samples, units, Arrays.copyOf(values, rank), loadings, decomposition, null);
	}

	private static CentredStates wide(INDArray centred, double scale) {
		int units = (int) centred.size(0);
		int samples = (int) centred.size(1);
		SingularValues decomposition = Lapack.singularValues(centred);
		int rank = rank(decomposition.values(), scale * Math.sqrt(samples));
		double[][] left = NativeArrays.rows(decomposition.left());
		double[][] loadings = new double[rank][units];
		for (int k = 0; k < rank; k++) {
			for (int j = 0; j < units; j++) {
				loadings[k][j] = left[j][k];
			}
		}
		return new CentredStates(samples, units, Arrays.copyOf(decomposition.values(), rank), loadings, null,
				decomposition.right());
	}

	private static int rank(double[] values, double length) {
		int rank = 0;
		while (rank < values.length && values[rank] > RANK_TOLERANCE * values[0]
				&& values[rank] > CONSTANT_TOLERANCE * length) {
			rank++;
		}
		if (rank == 0) {
			throw new IllegalArgumentException("the states are the same in every sample, so that there is nothing to compare");
		}
		return rank;
	}

	/** In blocks that fit into the cache: [unit, sample]. */
	private static double[] transposed(double[] states, double[] mean, int samples) {
		int units = mean.length;
		double[] result = new double[states.length];
		int block = 32;
		for (int from = 0; from < samples; from += block) {
			int to = Math.min(samples, from + block);
			for (int j = 0; j < units; j++) {
				for (int i = from; i < to; i++) {
					result[j * samples + i] = states[i * units + j] - mean[j];
				}
			}
		}
		return result;
	}

	/** Number of samples. */
	public int samples() {
		return samples;
	}

	/** Number of units. */
	public int units() {
		return units;
	}

	/** Number of directions in which the states vary at all. */
	public int rank() {
		return singularValues.length;
	}

	/** s, descending, one for each of the {@link #rank} directions. */
	public double[] singularValues() {
		return singularValues.clone();
	}

	/** V', [direction][unit], {@link #rank} rows: how much each unit takes part in a direction. */
	public double[][] loadings() {
		return loadings;
	}

	/**
	 * The first columns of U as rows, [direction, sample], orthonormal, largest variance first. Not to be changed.
	 *
	 * @param count from 1 to {@link #rank}
	 * @return an array with at least so many rows
	 */
	public INDArray basis(int count) {
		if (count < 1 || count > rank()) {
			throw new IllegalArgumentException(count + " directions of states that vary in " + rank());
		}
		if (basis == null || basis.size(0) < count) {
			if (decomposition == null) {
				throw new IllegalStateException("the states are closed");
			}
			basis = decomposition.left(count);
		}
		return basis;
	}

	/**
	 * Guards against correlations by chance.
	 *
	 * @param directions number of directions that are to be correlated
	 * @param factor     how many samples there must be for each
	 * @throws IllegalArgumentException saying how many samples there are and how many are needed
	 */
	public void requireSamples(int directions, int factor) {
		if (samples < (long) factor * directions) {
			throw new IllegalArgumentException(samples + " samples are too few to correlate " + directions
					+ " directions: the result would be mostly chance. At least " + (long) factor * directions + " are needed");
		}
	}

	/** Frees what no given basis needs. */
	@Override
	public void close() {
		if (decomposition != null) {
			decomposition.close();
			decomposition = null;
		}
	}
}
