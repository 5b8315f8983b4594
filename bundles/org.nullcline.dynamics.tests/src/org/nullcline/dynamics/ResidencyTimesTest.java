package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

class ResidencyTimesTest {

	private static Network chain(double bound) {
		Network network = Network.initialize(new MarkovCell(bound), 2, RandomStreams.of(1));
		network.weights().get(Network.READOUT_WEIGHT).assign(NativeArrays.of(new double[] { 1, 0, 0, 1 }, 2, 2));
		return network;
	}

	/** First passage of a chain that stays with probability a, cut at n steps: (1 - a^n)/(1 - a) = 19.08 for a = 0.95. */
	@Test
	void aMarkovChainLeavesWhenItShould() {
		double a = 0.95;
		int most = 60;
		double expected = (1 - Math.pow(a, most)) / (1 - a);
		assertEquals(19.08, expected, 0.005);
		double[][] states = new double[500][];
		for (int s = 0; s < states.length; s++) {
			states[s] = s % 2 == 0 ? new double[] { 1, 0 } : new double[] { 0, 1 };
		}
		ResidencyTimes times = ResidencyTimes.measure(chain(1.6448536269514722), states, 20, most, 1,
				GaussianNoise.of(RandomStreams.of(1).stream("noise")), new NullProgressMonitor());
		double mean = Arrays.stream(times.times()).average().orElseThrow();
		// The standard deviation of one time is 17.3; 10,000 of them.
		assertEquals(expected, mean, 4 * 17.3 / 100);
		assertEquals(Math.pow(a, most), Arrays.stream(times.unended()).average().orElseThrow(), 0.01);
		// Logits stand still until the symbol changes.
		assertEquals(0, Arrays.stream(times.signChanges()).sum());
	}

	@Test
	void timesLieBetweenOneAndTheLongest() {
		double[][] state = { { 1, 0 } };
		GaussianNoise noise = GaussianNoise.of(RandomStreams.of(1).stream("noise"));
		assertEquals(1, ResidencyTimes.measure(chain(-100), state, 20, 60, 1, noise, new NullProgressMonitor()).times()[0], 1e-12);
		ResidencyTimes never = ResidencyTimes.measure(chain(100), state, 20, 60, 1, noise, new NullProgressMonitor());
		assertEquals(60, never.times()[0], 1e-12);
		assertEquals(1, never.unended()[0], 1e-12);
	}

	/** What a state gets does not depend on how many others are measured with it, although rows of a batch are shared. */
	@Test
	void rolloutsDependOnTheirNumberAlone() {
		double[][] states = new double[700][];
		Arrays.setAll(states, s -> s % 2 == 0 ? new double[] { 1, 0 } : new double[] { 0, 1 });
		GaussianNoise noise = GaussianNoise.of(RandomStreams.of(1).stream("noise"));
		double[] all = ResidencyTimes.measure(chain(1.2), states, 20, 60, 1, noise, new NullProgressMonitor()).times();
		double[] few = ResidencyTimes.measure(chain(1.2), Arrays.copyOf(states, 3), 20, 60, 1, noise, new NullProgressMonitor()).times();
		assertArrayEquals(Arrays.copyOf(all, 3), few);
		assertTrue(few[0] != few[1]);
	}
}
