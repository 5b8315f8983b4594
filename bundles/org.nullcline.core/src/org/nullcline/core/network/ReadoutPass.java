package org.nullcline.core.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A pass that reads out as well, so that states need not leave the layout in which it computes. A pass that is none is
 * read out by its caller, with the same result up to rounding.
 */
public interface ReadoutPass extends SequencePass {

	/**
	 * y = W_o h + b_o for all steps of the last {@link #forward}, with the weights given there.
	 *
	 * @return [time, batch, output]; valid until the next call
	 */
	INDArray outputs();

	/**
	 * Back-propagates from the outputs, through readout and sequence.
	 *
	 * @param outputGradient dL/dy, [time, batch, output]; unchanged
	 * @param gradient       dL/dw is added to the arrays that it holds, readout included; arrays that it does not hold are
	 *                       not differentiated
	 * @return dL/dh of the initial state, [batch, state]; valid until the next call
	 */
	INDArray backwardFromOutputs(INDArray outputGradient, Weights gradient);
}
