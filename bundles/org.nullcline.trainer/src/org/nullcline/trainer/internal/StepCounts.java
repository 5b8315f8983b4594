package org.nullcline.trainer.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * How many steps each array has been trained for. An array that is frozen at first begins at 1 when its turn comes, as in
 * PyTorch.
 *
 * <p>The count is part of an optimizer's memory, so that a run that is resumed goes on from it. All elements of an array
 * hold the same number, except where a mask made it 0.
 */
final class StepCounts {

	/** The name in the memory. */
	static final String NAME = "steps";

	private static final int BLOCK = 64;

	private StepCounts() {
	}

	/** Counts a step of an array, and says which it is: 1 for the first. */
	static long next(Map<String, Weights> memory, String array) {
		INDArray counts = memory.get(NAME).get(array);
		MemorySegment segment = NativeArrays.memory(counts);
		long length = counts.length();
		double count = 0;
		for (long i = 0; i < length && count == 0; i++) {
			count = segment.getAtIndex(JAVA_DOUBLE, i);
		}
		count++;
		double[] block = new double[(int) Math.min(BLOCK, length)];
		Arrays.fill(block, count);
		for (long from = 0; from < length; from += BLOCK) {
			MemorySegment.copy(block, 0, segment, JAVA_DOUBLE, from * Double.BYTES, (int) Math.min(BLOCK, length - from));
		}
		Reference.reachabilityFence(counts);
		return (long) count;
	}
}
