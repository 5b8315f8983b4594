package org.nullcline.runs.exchange;

import java.util.Map;

/**
 * The arrays of a recurrent layer in PyTorch's layout.
 *
 * @param layout  that the file has
 * @param arrays  by PyTorch's names
 * @param implied values of the architecture's parameters that follow from the arrays
 */
record RecurrentLayer(WeightLayout layout, Map<String, NamedArray> arrays, Map<String, String> implied) {

	/** Of the first layer, [blocks * unit, unit]. */
	static final String RECURRENT_WEIGHT = "weight_hh_l0";
	/** Of the first layer, [blocks * unit, input]. */
	static final String INPUT_WEIGHT = "weight_ih_l0";
	static final String INPUT_BIAS = "bias_ih_l0";
	static final String RECURRENT_BIAS = "bias_hh_l0";

	boolean hasBiases() {
		return arrays.keySet().stream().anyMatch(name -> name.startsWith("bias_"));
	}

	/** Number of layers that are stacked on each other. */
	int layers() {
		return arrays.keySet().stream().filter(name -> name.startsWith("weight_hh_l"))
				.mapToInt(name -> 1 + Integer.parseInt(name.substring("weight_hh_l".length()))).max().orElse(1);
	}
}
