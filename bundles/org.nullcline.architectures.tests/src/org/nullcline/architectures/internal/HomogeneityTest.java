package org.nullcline.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.UnitDrives;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * A rectified network without biases is positively homogeneous, F(c h, c x) = c F(h, x) for c > 0; what follows from that
 * holds exactly, whatever the weights.
 */
class HomogeneityTest {

	private static final int UNITS = 30;
	private static final int INPUTS = 7;
	private static final int STEPS = 60;

	private static Network network(long seed, boolean biases) {
		return Network.initialize(new VanillaCell(INPUTS, UNITS, TestCells.options(Nonlinearity.RELU, biases, 1)), 3,
				RandomStreams.of(seed));
	}

	private static double[] noise(long seed, double deviation) {
		RandomStream random = RandomStreams.of(seed).stream("noise");
		double[] values = new double[STEPS * INPUTS];
		for (int i = 0; i < values.length; i++) {
			values[i] = deviation * random.nextGaussian();
		}
		return values;
	}

	private static INDArray states(Network network, double[] inputs) {
		return network.states(NativeArrays.of(inputs, 1, STEPS, INPUTS));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.1, 0.37, 2, 3.3, 4 })
	void statesScaleWithTheNoise(double sigma) {
		for (long seed = 1; seed <= 5; seed++) {
			Network network = network(seed, false);
			double[] one = NativeArrays.values(states(network, noise(seed, 1)));
			double[] scaled = NativeArrays.values(states(network, noise(seed, sigma)));
			double[] expected = java.util.Arrays.stream(one).map(value -> sigma * value).toArray();
			assertArrayEquals(expected, scaled, 1e-12 * (1 + java.util.Arrays.stream(expected).max().orElse(0)));
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.1, 0.5, 2, 4 })
	void symbolsAndActiveUnitsDoNotDependOnTheNoiseLevel(double sigma) {
		for (long seed = 1; seed <= 5; seed++) {
			Network network = network(seed, false);
			INDArray one = states(network, noise(seed, 1));
			INDArray scaled = states(network, noise(seed, sigma));
			double[] a = NativeArrays.values(one);
			double[] b = NativeArrays.values(scaled);
			for (int i = 0; i < a.length; i++) {
				assertEquals(a[i] > 0, b[i] > 0, "unit " + i % UNITS + " in step " + i / UNITS);
			}
			double[] ya = NativeArrays.values(network.outputs(one));
			double[] yb = NativeArrays.values(network.outputs(scaled));
			for (int t = 0; t < STEPS; t++) {
				assertEquals(symbol(ya, t), symbol(yb, t));
			}
			INDArray x = NativeArrays.zeros(STEPS, INPUTS);
			assertArrayEquals(NativeArrays.values(network.cell().stateJacobian(network.weights(), x, NativeArrays.of(a, STEPS, UNITS))),
					NativeArrays.values(network.cell().stateJacobian(network.weights(), x, NativeArrays.of(b, STEPS, UNITS))));
		}
	}

	@Test
	void withoutInputTheOriginIsFixedAndRaysStayRays() {
		Network network = network(1, false);
		INDArray none = NativeArrays.zeros(1, INPUTS);
		assertArrayEquals(new double[UNITS],
				NativeArrays.values(network.cell().step(network.weights(), none, NativeArrays.zeros(1, UNITS))));
		double[] h = NativeArrays.values(NativeArrays.of(noise(2, 1), STEPS * INPUTS));
		double[] start = java.util.Arrays.copyOf(h, UNITS);
		double[] far = java.util.Arrays.stream(start).map(value -> 8 * value).toArray();
		double[] next = NativeArrays.values(network.cell().step(network.weights(), none, NativeArrays.of(start, 1, UNITS)));
		double[] farNext = NativeArrays.values(network.cell().step(network.weights(), none, NativeArrays.of(far, 1, UNITS)));
		assertArrayEquals(java.util.Arrays.stream(next).map(value -> 8 * value).toArray(), farNext, 1e-12);
	}

	@Test
	void cellsTellTheDrivesOfTheirUnits() {
		UnitDrives drives = network(1, false).cell().unitDrives().orElseThrow();
		assertEquals(new UnitDrives("weight_hh_l0", "weight_ih_l0", true, false), drives);
		assertTrue(network(1, true).cell().unitDrives().orElseThrow().biased());
		assertFalse(new GruCell(INPUTS, UNITS, CellOptions.DEFAULT, true, 1).unitDrives().isPresent());
	}

	private static int symbol(double[] outputs, int step) {
		int best = 0;
		for (int k = 1; k < 3; k++) {
			best = outputs[3 * step + k] > outputs[3 * step + best] ? k : best;
		}
		return best;
	}
}
