package org.nullcline.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.linearalgebra.NativeArrays;

/** h_t = relu(W_hh h_(t-1) + W_ih x_t), y = A h: states and outputs that PyTorch gave in double precision. */
class BiasFreeReluNetworkTest {

	private static final double[] RECURRENT = { 0.5, -0.3, 0.2, 0.1, 0.4, -0.6, -0.2, 0.7, 0.3 };
	private static final double[] INPUT = { 0.3, -0.1, -0.4, 0.2, 0.6, 0.5 };
	private static final double[] READOUT = { 1, -0.5, 0.2, -0.3, 0.8, 0.1, 0.4, 0, -0.7 };
	private static final double[] X = { 1, -1, 0.5, 2, -1.5, 0.3, 0.2, -0.4, //
			-0.3, 0.8, 1.2, -0.6, 0, 1, -2, 0.5 };
	private static final double[] STATES = { 0.4, 0, 0.1, 0.17, 0.18, 1.25, 0, 0, 0, 0.1, 0, 0, //
			0, 0.28, 0.22, 0.38, 0, 0.682, 0.2264, 0, 0.6286, 0, 0.54548, 0 };
	private static final double[] OUTPUTS = { 0.42, -0.11, 0.09, 0.33, 0.218, -0.807, 0, 0, 0, //
			0.1, -0.03, 0.04, -0.096, 0.246, -0.154, 0.5164, -0.0458, -0.3254, 0.35212, -0.00506, -0.34946, -0.27274, 0.436384, 0 };

	@Test
	void statesAndOutputs() {
		Network network = Network.of(new VanillaCell(2, 3, TestCells.options(Nonlinearity.RELU, false, 1)), 3,
				Map.of("weight_ih_l0", NativeArrays.of(INPUT, 3, 2), "weight_hh_l0", NativeArrays.of(RECURRENT, 3, 3),
						Network.READOUT_WEIGHT, NativeArrays.of(READOUT, 3, 3), Network.INITIAL_STATE, NativeArrays.zeros(3)));
		assertFalse(network.weights().holds(Network.READOUT_BIAS));
		INDArray states = network.states(NativeArrays.of(X, 2, 4, 2));
		assertArrayEquals(STATES, NativeArrays.values(states), 1e-9);
		assertArrayEquals(OUTPUTS, NativeArrays.values(network.outputs(states)), 1e-9);
	}
}
