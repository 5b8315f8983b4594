package org.nullcline.core.network;

import java.util.List;

/**
 * One array of weights.
 *
 * @param name  PyTorch's name where there is one, for example {@code weight_hh_l0}
 * @param role  what the array is for; a penalty may apply to some roles only
 * @param shape rows and columns, or one length
 */
public record WeightDeclaration(String name, Role role, List<Integer> shape) {

	/** What an array of weights is for. */
	public enum Role {
		INPUT, RECURRENT, BIAS, READOUT, INITIAL_STATE, OTHER
	}

	public WeightDeclaration(String name, Role role, Integer... shape) {
		this(name, role, List.of(shape));
	}

	/** An array of no particular role. */
	public WeightDeclaration(String name, Integer... shape) {
		this(name, Role.OTHER, List.of(shape));
	}

	long[] dimensions() {
		return shape.stream().mapToLong(Integer::longValue).toArray();
	}
}
