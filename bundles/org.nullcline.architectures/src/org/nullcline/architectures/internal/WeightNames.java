package org.nullcline.architectures.internal;

/**
 * PyTorch's names of the weights of a recurrent layer.
 *
 * @param layer 0 is the layer that sees the input
 */
record WeightNames(int layer) {

	/** W_ih, [blocks x units, input]. */
	String inputWeight() {
		return "weight_ih_l" + layer;
	}

	/** W_hh, [blocks x units, unit]. */
	String recurrentWeight() {
		return "weight_hh_l" + layer;
	}

	/** b_ih, [blocks x units]. */
	String inputBias() {
		return "bias_ih_l" + layer;
	}

	/** b_hh, [blocks x units]. */
	String recurrentBias() {
		return "bias_hh_l" + layer;
	}
}
