package org.nullcline.core.network;

import java.util.List;

/**
 * One array of weights.
 *
 * @param name  PyTorch's name where there is one, for example {@code weight_hh_l0}
 * @param shape rows and columns, or one length
 */
public record WeightDeclaration(String name, List<Integer> shape) {

	public WeightDeclaration(String name, Integer... shape) {
		this(name, List.of(shape));
	}

	long[] dimensions() {
		return shape.stream().mapToLong(Integer::longValue).toArray();
	}
}
