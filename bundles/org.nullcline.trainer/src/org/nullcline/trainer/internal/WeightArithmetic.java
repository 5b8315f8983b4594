package org.nullcline.trainer.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/** Arithmetic over all arrays of a network; sums in a fixed order, so that results are reproducible. */
final class WeightArithmetic {

	private WeightArithmetic() {
	}

	/** Euclidean norm over all arrays. */
	static double norm(Weights weights) {
		double sum = 0;
		for (INDArray array : weights.arrays().values()) {
			MemorySegment memory = NativeArrays.memory(array);
			for (long i = 0; i < array.length(); i++) {
				double value = memory.getAtIndex(JAVA_DOUBLE, i);
				sum += value * value;
			}
		}
		return Math.sqrt(sum);
	}

	/** target *= factor. */
	static void scale(Weights target, double factor) {
		for (INDArray array : target.arrays().values()) {
			MemorySegment memory = NativeArrays.memory(array);
			for (long i = 0; i < array.length(); i++) {
				memory.setAtIndex(JAVA_DOUBLE, i, factor * memory.getAtIndex(JAVA_DOUBLE, i));
			}
		}
	}

	/** target += factor * source, for the arrays that the source holds. */
	static void add(Weights target, double factor, Weights source) {
		source.arrays().forEach((name, array) -> {
			MemorySegment from = NativeArrays.memory(array);
			MemorySegment to = NativeArrays.memory(target.get(name));
			for (long i = 0; i < array.length(); i++) {
				to.setAtIndex(JAVA_DOUBLE, i, to.getAtIndex(JAVA_DOUBLE, i) + factor * from.getAtIndex(JAVA_DOUBLE, i));
			}
		});
	}

	/** Makes the Euclidean norm over all arrays the limit where it is larger; a limit of 0 is none. */
	static void clip(Weights target, double limit) {
		if (limit > 0) {
			clip(target, limit, norm(target));
		}
	}

	/** As {@link #clip(Weights, double)}, with the norm known already. */
	static void clip(Weights target, double limit, double norm) {
		if (limit > 0 && norm > limit) {
			scale(target, limit / norm);
		}
	}
}
