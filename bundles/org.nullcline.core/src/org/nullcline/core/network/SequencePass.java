package org.nullcline.core.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs a cell over a sequence and differentiates through it. Holds its buffers from one call to the next; belongs to one
 * thread.
 */
public interface SequencePass extends AutoCloseable {

	/**
	 * Runs the sequence.
	 *
	 * @param inputs       [time, batch, input]
	 * @param initialState [batch, state]
	 * @return the states after each step, [time, batch, state]; valid until the next call
	 */
	INDArray forward(Weights weights, INDArray inputs, INDArray initialState);

	/**
	 * Back-propagates through the sequence of the last {@link #forward}, with the same weights and inputs.
	 *
	 * @param stateGradient dL/dh for each step, where L depends on it directly, [time, batch, state]; used as working
	 *                      memory and changed
	 * @param gradient      dL/dw is added to these arrays
	 * @return dL/dh of the initial state, [batch, state]; valid until the next call
	 */
	INDArray backward(INDArray stateGradient, Weights gradient);

	/** Frees the buffers. */
	@Override
	void close();
}
