package org.nullcline.architectures.internal;

import org.nullcline.core.parameter.Parameters;

/**
 * What all cells can be told.
 *
 * @param nonlinearity   f; gates stay logistic
 * @param biases         whether there are bias arrays, in the cell and in the readout
 * @param leak           alpha in (0, 1]: the next state is (1 - alpha) state + alpha F(x, state); 1 is no leak
 * @param initialization of the recurrent weights
 * @param gain           scale of the initial recurrent weights
 * @param density        probability in (0, 1] that a recurrent weight exists
 * @param layer          index in the names of the weights; 0 is the layer that sees the input
 */
record CellOptions(Nonlinearity nonlinearity, boolean biases, double leak, RecurrentInitialization initialization,
		double gain, double density, int layer) {

	/** tanh, biases, no leak, orthogonal times 0.9, dense. */
	static final CellOptions DEFAULT = new CellOptions(Nonlinearity.TANH, true, 1, RecurrentInitialization.ORTHOGONAL, 0.9,
			1, 0);

	CellOptions {
		requireFraction("leak", leak);
		requireFraction("density", density);
	}

	/** The options of layer 0, from the parameters that all architectures here have. */
	static CellOptions of(Parameters parameters) {
		return new CellOptions(Nonlinearity.of(parameters.getChoice("nonlinearity")), parameters.getBoolean("biases"),
				parameters.getReal("leak"), RecurrentInitialization.of(parameters.getChoice("initialization")),
				parameters.getReal("recurrent-gain"), parameters.getReal("density"), 0);
	}

	/** The same for another layer. */
	CellOptions ofLayer(int index) {
		return new CellOptions(nonlinearity, biases, leak, initialization, gain, density, index);
	}

	/** Names of the weights. */
	WeightNames names() {
		return new WeightNames(layer);
	}

	private static void requireFraction(String name, double value) {
		if (!(value > 0 && value <= 1)) {
			throw new IllegalArgumentException(name + " " + value + ": expected a number above 0 and up to 1");
		}
	}
}
