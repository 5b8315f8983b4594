package org.nullcline.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RandomStreamTest {

	/** The known answers that the authors of Philox publish with Random123 (kat_vectors, philox4x32 10). */
	@Test
	void blockFunctionGivesTheKnownAnswers() {
		assertArrayEquals(new int[] { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 },
				RandomStream.philox(0, 0, 0, 0, 0, 0));
		assertArrayEquals(new int[] { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd },
				RandomStream.philox(-1, -1, -1, -1, -1, -1));
		assertArrayEquals(new int[] { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 },
				RandomStream.philox(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0));
	}

	@Test
	void aStreamDependsOnSeedAndNameAlone() {
		RandomStreams streams = RandomStreams.of(7);
		RandomStream first = streams.stream("weights");
		streams.stream("something else").nextLong();
		RandomStream again = RandomStreams.of(7).stream("weights");
		for (int i = 0; i < 100; i++) {
			assertEquals(first.nextLong(), again.nextLong());
		}
		assertNotEquals(streams.stream("weights").nextLong(), streams.stream("noise").nextLong());
		assertNotEquals(streams.stream("weights").nextLong(), RandomStreams.of(8).stream("weights").nextLong());
		assertNotEquals(streams.stream("trials", 1).nextLong(), streams.stream("trials", 2).nextLong());
		assertNotEquals(streams.below("a").stream("x").nextLong(), streams.below("b").stream("x").nextLong());
	}

	@Test
	void gaussiansHaveTheMomentsOfTheStandardNormal() {
		RandomStream stream = RandomStreams.of(1).stream("gaussian");
		int n = 200_000;
		double[] sums = new double[4];
		for (int i = 0; i < n; i++) {
			double x = stream.nextGaussian();
			sums[0] += x;
			sums[1] += x * x;
			sums[2] += x * x * x;
			sums[3] += x * x * x * x;
		}
		// Five standard errors each.
		assertEquals(0, sums[0] / n, 5 * Math.sqrt(1.0 / n));
		assertEquals(1, sums[1] / n, 5 * Math.sqrt(2.0 / n));
		assertEquals(0, sums[2] / n, 5 * Math.sqrt(15.0 / n));
		assertEquals(3, sums[3] / n, 5 * Math.sqrt(96.0 / n));
	}

	@Test
	void boundedIntegersAreUniform() {
		RandomStream stream = RandomStreams.of(1).stream("integers");
		int[] counts = new int[7];
		for (int i = 0; i < 70_000; i++) {
			counts[stream.nextInt(7)]++;
		}
		for (int count : counts) {
			assertTrue(Math.abs(count - 10_000) < 500, "count " + count);
		}
	}
}
