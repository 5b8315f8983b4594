package org.nullcline.architectures.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

/** Draws the first weights of a cell. */
final class InitialWeights {

	private InitialWeights() {
	}

	/** Fills an array with N(0, 1/columns): variance scaling by fan-in. */
	static void scaledGaussian(INDArray array, RandomStream random) {
		double deviation = 1 / Math.sqrt(array.size(1));
		array.assign(NativeArrays.of(gaussian((int) array.length(), deviation, random), array.shape()));
	}

	/** Fills an array with numbers that are uniform on (-bound, bound). */
	static void uniform(INDArray array, double bound, RandomStream random) {
		double[] values = new double[(int) array.length()];
		for (int i = 0; i < values.length; i++) {
			values[i] = bound * (2 * random.nextDouble() - 1);
		}
		array.assign(NativeArrays.of(values, array.shape()));
	}

	/**
	 * Fills each square block of rows of a [blocks x units, units] array on its own. Orthogonal and Gaussian weights are
	 * divided by the square root of the density, so that those which the mask leaves drive a unit with the variance of a
	 * dense matrix. The identity is left as it is; a mask takes it from some units.
	 */
	static void recurrent(INDArray array, CellOptions options, RandomStream random) {
		int units = (int) array.size(1);
		int blocks = (int) array.size(0) / units;
		double gain = options.gain();
		double thinned = gain / Math.sqrt(options.density());
		MemorySegment memory = NativeArrays.memory(array);
		for (int block = 0; block < blocks; block++) {
			double[] values = switch (options.initialization()) {
			case ORTHOGONAL -> orthogonal(units, thinned, random);
			case GAUSSIAN -> gaussian(units * units, thinned / Math.sqrt(units), random);
			case NEAR_IDENTITY -> nearIdentity(units, gain, random);
			case PYTORCH -> throw new IllegalArgumentException("PyTorch draws all arrays of a cell alike");
			};
			MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_DOUBLE, (long) block * values.length * Double.BYTES,
					values.length);
		}
		java.lang.ref.Reference.reachabilityFence(array);
	}

	/** An array of 0 and 1, each entry 1 with the probability that is the density. */
	static INDArray mask(int rows, int columns, double density, RandomStream random) {
		double[] values = new double[rows * columns];
		for (int i = 0; i < values.length; i++) {
			values[i] = random.nextDouble() < density ? 1 : 0;
		}
		return NativeArrays.of(values, rows, columns);
	}

	private static double[] orthogonal(int units, double scale, RandomStream random) {
		INDArray gaussian = NativeArrays.of(gaussian(units * units, 1, random), units, units);
		double[] values = NativeArrays.values(Lapack.orthonormalBasis(gaussian));
		for (int i = 0; i < values.length; i++) {
			values[i] *= scale;
		}
		return values;
	}

	private static double[] nearIdentity(int units, double gain, RandomStream random) {
		double[] values = gaussian(units * units, 0.01, random);
		for (int i = 0; i < units; i++) {
			values[i * units + i] += gain;
		}
		return values;
	}

	private static double[] gaussian(int length, double deviation, RandomStream random) {
		double[] values = new double[length];
		for (int i = 0; i < length; i++) {
			values[i] = deviation * random.nextGaussian();
		}
		return values;
	}
}
