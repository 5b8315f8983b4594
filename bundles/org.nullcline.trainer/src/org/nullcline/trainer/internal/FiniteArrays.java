package org.nullcline.trainer.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.linearalgebra.NativeArrays;

/** Finds what is not a number in arrays of plug-ins: a few steps later it would be blamed on the learning rate. */
final class FiniteArrays {

	private FiniteArrays() {
	}

	/**
	 * @param what the array is, for the message
	 * @throws ContributionException naming plug-in, array and place, if a value is infinite or not a number
	 */
	static void require(String what, INDArray array, Contribution contribution) throws ContributionException {
		if (areFinite(array)) {
			return;
		}
		INDArray dense = NativeArrays.dense(array);
		MemorySegment memory = NativeArrays.memory(dense);
		for (long i = 0; i < dense.length(); i++) {
			double value = memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
			if (!Double.isFinite(value)) {
				throw new ContributionException(contribution, what + ": found " + value + " at " + Arrays.toString(position(i, dense.shape()))
						+ " of an array of shape " + Arrays.toString(dense.shape()), null);
			}
		}
		Reference.reachabilityFence(dense);
	}

	/** Whether no value is infinite or not a number. */
	static boolean areFinite(INDArray array) {
		INDArray dense = NativeArrays.dense(array);
		MemorySegment memory = NativeArrays.memory(dense);
		double sum = 0;
		for (long i = 0; i < dense.length(); i++) {
			// Zero, unless a value is infinite or not a number.
			sum += 0 * memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
		}
		Reference.reachabilityFence(dense);
		return sum == 0;
	}

	private static long[] position(long index, long[] shape) {
		long[] position = new long[shape.length];
		long rest = index;
		for (int k = shape.length - 1; k >= 0; k--) {
			position[k] = rest % shape[k];
			rest /= shape[k];
		}
		return position;
	}
}
