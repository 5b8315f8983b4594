package org.nullcline.similarity.internal;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.distance.CentredStates;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Principal components of the centred states of a network, scaled to length 1: U of X = U S V'. All that these distances need
 * of a pair is the product U_x' U_y.
 *
 * @param basis          U', [direction, sample], at least {@code count} rows
 * @param count          number of directions
 * @param singularValues S of these directions, descending
 * @param loadings       V' of these directions, [direction][unit]
 */
record Directions(INDArray basis, int count, double[] singularValues, double[][] loadings) {

	/** The first directions; all of them if there are no more. */
	static Directions of(CentredStates states, int most) {
		int count = Math.min(most, states.rank());
		return new Directions(states.basis(count), count, java.util.Arrays.copyOf(states.singularValues(), count),
				java.util.Arrays.copyOf(states.loadings(), count));
	}

	/** Number of samples. */
	int samples() {
		return (int) basis.size(1);
	}

	/** U_x' U_y of all directions, [direction, other direction]. */
	INDArray products(Directions other) {
		return products(count, other, other.count);
	}

	/** U_x' U_y of the first directions, [direction, other direction]. */
	INDArray products(int rows, Directions other, int columns) {
		requireSameSamples(samples(), other.samples());
		INDArray result = NativeArrays.zeros(rows, columns);
		Blas.multiply(false, true, rows, columns, samples(), 1, basis, 0, samples(), other.basis, 0, samples(), 0, result, 0,
				columns);
		return result;
	}

	/** The first directions of several networks as the rows of one matrix. */
	static INDArray stacked(List<Directions> networks, int directions) {
		int samples = networks.getFirst().samples();
		INDArray stack = NativeArrays.zeros((long) networks.size() * directions, samples);
		MemorySegment target = NativeArrays.memory(stack);
		long length = (long) directions * samples * Double.BYTES;
		for (int i = 0; i < networks.size(); i++) {
			Directions network = networks.get(i);
			requireSameSamples(samples, network.samples());
			MemorySegment.copy(NativeArrays.memory(network.basis), 0, target, i * length, length);
			Reference.reachabilityFence(network);
		}
		Reference.reachabilityFence(stack);
		return stack;
	}

	static void requireSameSamples(int first, int second) {
		if (first != second) {
			throw new IllegalArgumentException("there are " + first + " samples of one network and " + second
					+ " of the other; sample i of one must belong to sample i of the other");
		}
	}
}
