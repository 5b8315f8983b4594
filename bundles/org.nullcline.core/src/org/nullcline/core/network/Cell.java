package org.nullcline.core.network;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStreams;

/**
 * The update h' = F(x, h) of a recurrent network. A cell has no weights of its own and no mutable state, so one instance
 * serves many threads; {@link #sequence} gives each thread its buffers.
 */
public interface Cell {

	/** Number of input channels. */
	int inputs();

	/** Number of hidden units that the readout sees: the first values of the state. */
	int units();

	StateLayout state();

	/** The cell's weight arrays, in the order in which they are saved. */
	List<WeightDeclaration> weights();

	/** Draws initial weights into arrays of zeros; each array from a stream of its own name. */
	void initialize(Weights weights, RandomStreams random);

	/**
	 * One step, written to be read: the reference that faster code is held against.
	 *
	 * @param inputs [batch, input]
	 * @param state  [batch, state]
	 * @return the next state, [batch, state]; the arguments are unchanged
	 */
	INDArray step(Weights weights, INDArray inputs, INDArray state);

	/** Buffers and kernels for sequences of one length and batch size. */
	SequencePass sequence(int steps, int batch);

	/**
	 * The derivative of the next state by the state.
	 *
	 * @param inputs [batch, input]
	 * @param state  [batch, state]
	 * @return [batch, next state, state]; by central differences unless the cell knows better
	 */
	default INDArray stateJacobian(Weights weights, INDArray inputs, INDArray state) {
		return NumericalJacobian.byState(this, weights, inputs, state);
	}

	/**
	 * The derivative of the next state by the input.
	 *
	 * @return [batch, next state, input]; by central differences unless the cell knows better
	 */
	default INDArray inputJacobian(Weights weights, INDArray inputs, INDArray state) {
		return NumericalJacobian.byInput(this, weights, inputs, state);
	}

	/** How the Jacobians are computed, for the record: {@code analytic} or {@code central differences}. */
	default String jacobianMethod() {
		return "central differences";
	}
}
