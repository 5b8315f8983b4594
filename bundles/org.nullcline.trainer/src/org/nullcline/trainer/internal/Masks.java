package org.nullcline.trainer.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitPermutation;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** The weights of a network that do not exist, and everything about them kept at exactly 0. */
final class Masks {

	private final Map<String, INDArray> masks;
	/** Positions in C order, by array. */
	private final Map<String, int[]> absent = new LinkedHashMap<>();

	/** @param random the streams that the network was initialized from */
	Masks(Network network, RandomStreams random) {
		masks = network.cell().masks(random);
		masks.forEach((name, mask) -> {
			double[] values = NativeArrays.values(mask);
			int[] positions = IntStream.range(0, values.length).filter(i -> values[i] == 0).toArray();
			if (positions.length > 0) {
				absent.put(name, positions);
			}
		});
	}

	/** @throws IllegalStateException naming the array, if its absent weights would be others after the permutation */
	void requireInvariant(UnitPermutation permutation) {
		Map<String, INDArray> permuted = new LinkedHashMap<>();
		masks.forEach((name, mask) -> permuted.put(name, NativeArrays.of(NativeArrays.values(mask), mask.shape())));
		permutation.apply(permuted);
		masks.forEach((name, mask) -> {
			if (!Arrays.equals(NativeArrays.values(mask), NativeArrays.values(permuted.get(name)))) {
				throw new IllegalStateException("the array '" + name + "' has a mask that does not fit its units in another order,"
						+ " so they cannot be moved");
			}
		});
	}

	/** Sets to 0 what belongs to absent weights: of the weights, of a gradient, or of the memory of an optimizer. */
	void apply(Weights arrays) {
		absent.forEach((name, positions) -> {
			if (arrays.holds(name)) {
				INDArray array = arrays.get(name);
				MemorySegment memory = NativeArrays.memory(array);
				for (int position : positions) {
					// No product: not a number times 0 is no 0.
					memory.setAtIndex(JAVA_DOUBLE, position, 0);
				}
				Reference.reachabilityFence(array);
			}
		});
	}
}
