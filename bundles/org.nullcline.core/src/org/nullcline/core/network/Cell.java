package org.nullcline.core.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

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
	 * Draws the initial readout of a network of this cell into arrays of zeros: weights N(0, 1 / units) and zero bias, unless the
	 * cell has its own way.
	 *
	 * @param weights of the whole network
	 */
	default void initializeReadout(Weights weights, RandomStreams random) {
		INDArray readout = weights.get(Network.READOUT_WEIGHT);
		RandomStream stream = random.stream(Network.READOUT_WEIGHT);
		double[] values = new double[(int) readout.length()];
		for (int i = 0; i < values.length; i++) {
			values[i] = stream.nextGaussian() / Math.sqrt(units());
		}
		readout.assign(NativeArrays.of(values, readout.shape()));
	}

	/**
	 * One step, written to be read: the reference that faster code is held against.
	 *
	 * @param inputs [batch, input]
	 * @param state  [batch, state]
	 * @return the next state, [batch, state]; the arguments are unchanged
	 */
	INDArray step(Weights weights, INDArray inputs, INDArray state);

	/**
	 * Buffers and kernels for sequences of one length and batch size. A cell that gives only a step is run by its step and
	 * differentiated by central differences ({@link StepwisePass}), which is slow: two steps per weight and time step.
	 *
	 * @param precision in which to compute; a pass may be more precise than asked for
	 */
	default SequencePass sequence(int steps, int batch, Precision precision) {
		return new StepwisePass(this, steps, batch);
	}

	/** How gradients are computed, for the record: {@code analytic} or {@code central differences}. */
	default String gradientMethod() {
		return "central differences";
	}

	/**
	 * Whether gates, which depend on state and input, decide how much of the state is kept, as in an LSTM or a GRU. Some
	 * claims about networks are about gated ones only.
	 */
	default boolean gated() {
		return false;
	}

	/**
	 * Where the drives of single units are found among the weights, for interventions on them and for weights between units.
	 * Nothing for a cell that is not of the form h' = f(W h + V x + b), for example one with gates, a leak or several layers.
	 */
	default Optional<UnitDrives> unitDrives() {
		return Optional.empty();
	}

	/** Whether the readout of a network of this cell has a bias. */
	default boolean readoutBias() {
		return true;
	}

	/**
	 * Which weights exist: arrays of 0 and 1 by the name of the weight array that they belong to, of the same shape. A
	 * weight whose mask is 0 is 0 and stays so. Arrays without a mask are dense.
	 *
	 * @param random for masks that are drawn, each from a stream of its own name; the same streams give the same masks
	 */
	default Map<String, INDArray> masks(RandomStreams random) {
		return Map.of();
	}

	/**
	 * Where the hidden units that the readout sees lie in the arrays of the cell and in the initial state, so that they can be
	 * put into another order without changing what the network does. Told from roles and shapes where a cell has one recurrent
	 * array and a state of parts that are all as long as there are units; any other cell says it itself.
	 *
	 * @return all blocks; empty if the units cannot be put into another order
	 */
	default List<UnitBlock> unitBlocks() {
		return UnitBlocks.byRole(this);
	}

	/**
	 * Where the hidden units are in the plane. Positions belong to places, not to units: a hook that puts the units into
	 * another order moves them to other positions.
	 *
	 * @return x and y of each unit, [unit][2]; a square grid in the unit square unless the cell has another arrangement
	 */
	default double[][] unitPositions() {
		return UnitPositions.grid(units());
	}

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
