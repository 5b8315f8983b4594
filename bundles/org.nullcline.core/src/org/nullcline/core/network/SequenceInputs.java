package org.nullcline.core.network;

import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What drives a network through a sequence.
 *
 * @param inputs       [time, batch, input]
 * @param initialState [batch, state]
 * @param stateNoise   [time, batch, state], added to the state after each step: h_t = F(x_t, h_(t-1)) + noise_t
 */
public record SequenceInputs(INDArray inputs, INDArray initialState, Optional<INDArray> stateNoise) {

	/** Without noise. */
	public SequenceInputs(INDArray inputs, INDArray initialState) {
		this(inputs, initialState, Optional.empty());
	}
}
