package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStreams;

class GaussianNoiseTest {

	private static final int TRAJECTORIES = 400;
	private static final int STEPS = 25;
	private static final int CHANNELS = 100;
	private static final int N = TRAJECTORIES * STEPS * CHANNELS;

	private static double[] draw() {
		GaussianNoise noise = GaussianNoise.of(RandomStreams.of(7).stream("noise"));
		double[] values = new double[N];
		for (int k = 0; k < TRAJECTORIES; k++) {
			for (int t = 0; t < STEPS; t++) {
				noise.fill(k, t, values, (k * STEPS + t) * CHANNELS, CHANNELS);
			}
		}
		return values;
	}

	/** Five standard errors each: sqrt(1/n), sqrt(2/n), sqrt(15/n), sqrt(96/n). */
	@Test
	void momentsAreThoseOfTheNormalLaw() {
		double[] values = draw();
		assertEquals(0, mean(values, 1), 5 * Math.sqrt(1.0 / N));
		assertEquals(1, mean(values, 2), 5 * Math.sqrt(2.0 / N));
		assertEquals(0, mean(values, 3), 5 * Math.sqrt(15.0 / N));
		assertEquals(3, mean(values, 4), 5 * Math.sqrt(96.0 / N));
	}

	/** P(|x| > z) in the body and in the tail beyond the last layer, whose edge is 3.44. */
	@Test
	void tailsAreThoseOfTheNormalLaw() {
		double[] values = draw();
		double[][] law = { { 0.5, 0.6170750774519738 }, { 1, 0.31731050786291415 }, { 2, 0.04550026389635842 },
				{ 3.5, 4.652581580710801e-4 }, { 4, 6.334248366623996e-5 } };
		for (double[] pair : law) {
			double share = (double) Arrays.stream(values).filter(v -> Math.abs(v) > pair[0]).count() / N;
			assertEquals(pair[1], share, 5 * Math.sqrt(pair[1] / N), "beyond " + pair[0]);
		}
	}

	@Test
	void neighborsAreIndependent() {
		double[] values = draw();
		for (int lag : new int[] { 1, CHANNELS, CHANNELS * STEPS }) {
			double sum = 0;
			for (int i = lag; i < N; i++) {
				sum += values[i] * values[i - lag];
			}
			assertEquals(0, sum / N, 5 / Math.sqrt(N), "lag " + lag);
		}
	}

	@Test
	void dependsOnTrajectoryAndStepAlone() {
		GaussianNoise noise = GaussianNoise.of(RandomStreams.of(7).stream("noise"));
		double[] late = new double[CHANNELS];
		noise.fill(3, 2, late, 0, CHANNELS);
		double[] all = draw();
		assertArrayEquals(Arrays.copyOfRange(all, (3 * STEPS + 2) * CHANNELS, (3 * STEPS + 3) * CHANNELS), late);
		double[] other = new double[CHANNELS];
		GaussianNoise.of(RandomStreams.of(8).stream("noise")).fill(3, 2, other, 0, CHANNELS);
		assertTrue(other[0] != late[0]);
	}

	private static double mean(double[] values, int power) {
		return Arrays.stream(values).map(v -> Math.pow(v, power)).sum() / values.length;
	}
}
