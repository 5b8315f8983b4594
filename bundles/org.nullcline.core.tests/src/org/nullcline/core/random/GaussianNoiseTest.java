package org.nullcline.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class GaussianNoiseTest {

	private static final int COUNT = 1_000_000;

	/** P(Z below x), from a table. */
	private static final double[][] NORMAL = { { -4, 3.167124183312e-5 }, { -3.7, 1.0779973347738e-4 },
			{ -3, 0.0013498980316301 }, { -2, 0.0227501319481792 }, { -1, 0.1586552539314571 }, { -0.5, 0.3085375387259869 },
			{ -0.1, 0.4601721627229710 }, { 0, 0.5 }, { 0.25, 0.5987063256829237 }, { 0.75, 0.7733726476231317 },
			{ 1.5, 0.9331927987311419 }, { 2.5, 0.9937903346742238 }, { 3.5, 0.9997673709209645 }, { 4, 0.9999683287581669 } };

	private static double[] draw() {
		double[] values = new double[COUNT];
		GaussianNoise.fill(values, RandomStreams.of(1).stream("noise"));
		return values;
	}

	@Test
	void theDistributionIsNormal() {
		double[] values = draw();
		Arrays.sort(values);
		for (double[] entry : NORMAL) {
			int position = Arrays.binarySearch(values, entry[0]);
			double below = (position < 0 ? -position - 1 : position) / (double) COUNT;
			assertEquals(entry[1], below, 4.5 * Math.sqrt(entry[1] * (1 - entry[1]) / COUNT), "below " + entry[0]);
		}
	}

	@Test
	void momentsAndNeighboursAreThoseOfIndependentNumbers() {
		double[] values = draw();
		double[] moments = new double[5];
		double neighbours = 0;
		for (int n = 0; n < COUNT; n++) {
			for (int power = 1; power <= 4; power++) {
				moments[power] += Math.pow(values[n], power) / COUNT;
			}
			neighbours += n == 0 ? 0 : values[n] * values[n - 1] / COUNT;
		}
		double bound = 4.5 / Math.sqrt(COUNT);
		assertEquals(0, moments[1], bound);
		assertEquals(1, moments[2], Math.sqrt(2) * bound);
		assertEquals(0, moments[3], Math.sqrt(15) * bound);
		assertEquals(3, moments[4], Math.sqrt(96) * bound);
		assertEquals(0, neighbours, bound);
	}

	@Test
	void theNumbersDependOnTheStreamAlone() {
		assertArrayEquals(draw(), draw());
	}
}
