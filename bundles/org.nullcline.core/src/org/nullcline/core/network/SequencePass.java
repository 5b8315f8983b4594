package org.nullcline.core.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs a cell over a sequence and differentiates through it. Holds its buffers from one call to the next; belongs to one
 * thread. All arrays are dense and double precision, whatever precision the pass works in.
 */
public interface SequencePass extends AutoCloseable {

	/** Runs the sequence. The weights and inputs must not change before {@link #backward} has been called. */
	void forward(Weights weights, SequenceInputs inputs);

	/** The states after each step of the last {@link #forward}, [time, batch, state]; valid until the next call. */
	INDArray states();

	/**
	 * Back-propagates through the sequence of the last {@link #forward}. May be called once for each forward pass.
	 *
	 * @param stateGradient dL/dh for each step, where L depends on it directly, [time, batch, state]; unchanged
	 * @param gradient      dL/dw is added to the arrays that it holds; arrays that it does not hold are not differentiated
	 * @return dL/dh of the initial state, [batch, state]; valid until the next call
	 */
	INDArray backward(INDArray stateGradient, Weights gradient);

	/** dL/dx of the last {@link #backward}, [time, batch, input]; valid until the next call. */
	INDArray inputGradient();

	/** Frees the buffers. */
	@Override
	void close();
}
