package org.nullcline.core.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;

/** Policies against their definitions. */
class ActionSpaceTest {

	private static final double[] OUTPUTS = { 0.4, -1.3, 2.1 };

	static Stream<ActionSpace> spaces() {
		return Stream.of(new ActionSpace.Discrete(3), new ActionSpace.Gaussian(3, 0.6));
	}

	private static double[] differences(ToDoubleFunction<double[]> function) {
		double[] slopes = new double[OUTPUTS.length];
		for (int k = 0; k < OUTPUTS.length; k++) {
			double[] above = OUTPUTS.clone();
			double[] below = OUTPUTS.clone();
			above[k] += 1e-5;
			below[k] -= 1e-5;
			slopes[k] = (function.applyAsDouble(above) - function.applyAsDouble(below)) / 2e-5;
		}
		return slopes;
	}

	@ParameterizedTest
	@MethodSource("spaces")
	void derivativesAgreeWithCentralDifferences(ActionSpace space) {
		double[] gradient = new double[3];
		RandomStream random = RandomStreams.of(1).stream("actions");
		for (int draw = 0; draw < 5; draw++) {
			double[] action = space.sample(OUTPUTS, random);
			space.logProbability(OUTPUTS, action, gradient);
			assertArrayEquals(differences(y -> space.logProbability(y, action, new double[3])), gradient, 1e-8);
			assertArrayEquals(action, space.decode(space.encode(action)));
			assertEquals(space.outputs(), space.encode(action).length);
		}
		space.entropy(OUTPUTS, gradient);
		assertArrayEquals(differences(y -> space.entropy(y, new double[3])), gradient, 1e-8);
	}

	/** The entropy is the mean of -log p over draws, within five standard errors. */
	@ParameterizedTest
	@MethodSource("spaces")
	void theEntropyIsThatOfTheDraws(ActionSpace space) {
		RandomStream random = RandomStreams.of(1).stream("actions");
		int draws = 20_000;
		double sum = 0;
		double squares = 0;
		for (int draw = 0; draw < draws; draw++) {
			double surprise = -space.logProbability(OUTPUTS, space.sample(OUTPUTS, random), new double[3]);
			sum += surprise;
			squares += surprise * surprise;
		}
		double mean = sum / draws;
		assertEquals(space.entropy(OUTPUTS, new double[3]), mean, 5 * Math.sqrt((squares / draws - mean * mean) / draws));
	}

	@Test
	void noActionIsMoreProbableThanTheBest() {
		ActionSpace.Discrete discrete = new ActionSpace.Discrete(3);
		assertEquals(2, discrete.best(OUTPUTS)[0]);
		assertArrayEquals(OUTPUTS, new ActionSpace.Gaussian(3, 0.6).best(OUTPUTS));
		double total = 0;
		for (int k = 0; k < 3; k++) {
			total += Math.exp(discrete.logProbability(OUTPUTS, new double[] { k }, new double[3]));
		}
		assertEquals(1, total, 1e-15);
		// Large outputs do not overflow.
		assertEquals(0, discrete.logProbability(new double[] { 1000, 0, 0 }, new double[] { 0 }, new double[3]));
	}

	@Test
	void impossibleSpacesAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new ActionSpace.Discrete(1));
		assertThrows(IllegalArgumentException.class, () -> new ActionSpace.Gaussian(0, 1));
		assertThrows(IllegalArgumentException.class, () -> new ActionSpace.Gaussian(1, 0));
	}
}
