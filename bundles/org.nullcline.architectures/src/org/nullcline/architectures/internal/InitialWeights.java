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
		double[] values = new double[(int) array.length()];
		for (int i = 0; i < values.length; i++) {
			values[i] = deviation * random.nextGaussian();
		}
		array.assign(NativeArrays.of(values, array.shape()));
	}

	/** Fills each square block of rows of a [blocks x units, units] array with gain times a random orthogonal matrix. */
	static void orthogonalBlocks(INDArray array, double gain, RandomStream random) {
		int units = (int) array.size(1);
		int blocks = (int) array.size(0) / units;
		MemorySegment memory = NativeArrays.memory(array);
		for (int block = 0; block < blocks; block++) {
			double[] gaussian = new double[units * units];
			for (int i = 0; i < gaussian.length; i++) {
				gaussian[i] = random.nextGaussian();
			}
			double[] orthogonal = NativeArrays.values(Lapack.orthonormalBasis(NativeArrays.of(gaussian, units, units)));
			for (int i = 0; i < orthogonal.length; i++) {
				memory.setAtIndex(ValueLayout.JAVA_DOUBLE, (long) block * units * units + i, gain * orthogonal[i]);
			}
		}
		java.lang.ref.Reference.reachabilityFence(array);
	}
}
