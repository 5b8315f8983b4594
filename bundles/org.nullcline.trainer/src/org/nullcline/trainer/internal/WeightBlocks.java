package org.nullcline.trainer.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Arithmetic element by element over native arrays, through Java arrays of one block: loops over those are compiled to
 * vector instructions, loops over native memory are not.
 */
final class WeightBlocks {

	/** Values in a block; a handful of blocks stay in the first-level cache. */
	static final int SIZE = 512;

	private static final int MOST_ARRAYS = 4;

	/** Kept from array to array and from step to step: they are taken up again in the first-level cache. */
	private static final ThreadLocal<double[][]> BLOCKS = ThreadLocal.withInitial(() -> new double[MOST_ARRAYS][SIZE]);

	private WeightBlocks() {
	}

	/** What is done with a block. */
	@FunctionalInterface
	interface Arithmetic {

		/**
		 * Changes all blocks but the first; it must not update arrays itself, whose blocks would be the same.
		 *
		 * @param blocks the same elements of each array, the one that is only read first
		 * @param length how many elements of each block count
		 */
		void apply(double[][] blocks, int length);
	}

	/**
	 * Changes arrays in place.
	 *
	 * @param read    an array that stays as it is
	 * @param changed arrays of the same shape
	 */
	static void update(Arithmetic arithmetic, INDArray read, INDArray... changed) {
		long length = read.length();
		MemorySegment[] memory = new MemorySegment[1 + changed.length];
		memory[0] = NativeArrays.memory(read);
		for (int k = 0; k < changed.length; k++) {
			memory[k + 1] = NativeArrays.memory(changed[k]);
		}
		double[][] blocks = memory.length <= MOST_ARRAYS ? BLOCKS.get() : new double[memory.length][SIZE];
		for (long from = 0; from < length; from += SIZE) {
			int count = (int) Math.min(SIZE, length - from);
			for (int k = 0; k < memory.length; k++) {
				MemorySegment.copy(memory[k], JAVA_DOUBLE, from * Double.BYTES, blocks[k], 0, count);
			}
			arithmetic.apply(blocks, count);
			for (int k = 1; k < memory.length; k++) {
				MemorySegment.copy(blocks[k], 0, memory[k], JAVA_DOUBLE, from * Double.BYTES, count);
			}
		}
		Reference.reachabilityFence(read);
		Reference.reachabilityFence(changed);
	}
}
