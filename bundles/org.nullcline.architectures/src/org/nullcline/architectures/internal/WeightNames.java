package org.nullcline.architectures.internal;

/** PyTorch's names of the weights of a recurrent layer. */
final class WeightNames {

	static final String INPUT_WEIGHT = "weight_ih_l0";
	static final String RECURRENT_WEIGHT = "weight_hh_l0";
	static final String INPUT_BIAS = "bias_ih_l0";
	static final String RECURRENT_BIAS = "bias_hh_l0";

	private WeightNames() {
	}
}
