package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

/** h' = tanh(rho R(theta) h): how much slower its limit cycle is than the linear dynamics at its origin. */
class OscillationTest {

	private static Network rotation(double rho, double frequency) {
		double theta = 2 * Math.PI * frequency;
		RateCell cell = new RateCell(1, 2, RateCell.Activation.TANH);
		Network network = Network.initialize(cell, 1, RandomStreams.of(1));
		network.weights().get("recurrent").assign(NativeArrays.of(new double[][] {
				{ rho * Math.cos(theta), -rho * Math.sin(theta) }, { rho * Math.sin(theta), rho * Math.cos(theta) } }));
		network.weights().get("input").assign(NativeArrays.zeros(2, 1));
		network.weights().get("bias").assign(NativeArrays.zeros(2));
		network.weights().get(Network.READOUT_WEIGHT).assign(NativeArrays.of(new double[] { 1, 0 }, 1, 2));
		network.weights().get(Network.INITIAL_STATE).assign(NativeArrays.of(new double[] { 0.3, 0.1 }, 2));
		return network;
	}

	@ParameterizedTest
	@CsvSource({ "1.05, .01, .009494", "1.05, .03, .029838", "1.05, .05, .049912", "1.1, .01, .008046", "1.1, .03, .029373",
			"1.1, .05, .049658", "1.3, .03, .025062", "1.3, .05, .047288" })
	void limitCycleIsSlowerThanItsLinearDynamics(double rho, double linear, double rotation) {
		Network network = rotation(rho, linear);
		Oscillation oscillation = Oscillation.of(network, new double[1], 1000, 6000);
		assertEquals(rotation, oscillation.frequency(), 2e-6);
		assertTrue(oscillation.encloses(new double[2]));
		assertFalse(oscillation.encloses(new double[] { 1.5, 0 }));
		assertEquals(linear, Linearization.frequency(
				Linearization.at(network.cell(), network.weights(), new double[1], new double[2]).eigen().values().getFirst()), 1e-9);
	}

	@Test
	void networkThatComesToRestHasNoFrequency() {
		Oscillation oscillation = Oscillation.of(rotation(1.3, 0.01), new double[1], 1000, 2000);
		assertEquals(0, oscillation.frequency());
		assertFalse(oscillation.encloses(new double[2]));
	}

	@Test
	void straightLines() {
		StraightLine line = StraightLine.fit(new double[] { 0, 1, 2, 3 }, new double[] { 1, 3, 5, 7 });
		assertEquals(2, line.slope(), 1e-12);
		assertEquals(1, line.offset(), 1e-12);
		assertEquals(1, line.correlation(), 1e-12);
		assertEquals(-1, StraightLine.rankCorrelation(new double[] { 1, 2, 3 }, new double[] { 5, -1, -100 }), 1e-12);
	}
}
