package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.nullcline.dynamics.SymbolPairs.Pair;

class RoundTripsTest {

	private static final Pair PAIR = new Pair(0, 2);

	/** Positions on a noisy circle, or on a line that is walked to and fro; the symbol changes half-way. */
	private static RoundTrips walk(int turns, double direction, boolean round) {
		Random random = new Random(1);
		int each = 40;
		double[][] plane = new double[turns * each][];
		int[] symbols = new int[plane.length];
		for (int t = 0; t < plane.length; t++) {
			double angle = direction * 2 * Math.PI * t / each;
			plane[t] = new double[] { Math.cos(angle) + 0.1 * random.nextGaussian(),
					(round ? Math.sin(angle) : 0.6) + 0.1 * random.nextGaussian() };
			symbols[t] = plane[t][0] > 0 ? 0 : 2;
		}
		return RoundTrips.of(plane, symbols, PAIR, 3);
	}

	@Test
	void roundAndToAndFro() {
		RoundTrips left = walk(20, 1, true);
		assertEquals(1, left.direction());
		assertEquals(left.windings().length, left.inOneDirection());
		assertEquals(18, left.windings().length, 1);
		assertEquals(-1, walk(20, -1, true).direction());
		RoundTrips back = walk(20, 1, false);
		assertEquals(0, back.inOneDirection());
		assertEquals(18, back.windings().length, 1);
	}

	@Test
	void aTripOverAThirdSymbolIsNone() {
		int[] symbols = { 2, 0, 0, 1, 1, 0, 0, 2, 2, 0, 0, 2, 2, 0, 0 };
		double[][] plane = new double[symbols.length][2];
		// The first stay in 0 ends with a 1; the others end in 2, and come back.
		assertEquals(1, RoundTrips.of(plane, symbols, PAIR, 1).windings().length);
	}

	@Test
	void flickerIsNoTrip() {
		assertArrayEquals(new int[] { 0, 0, 0, 0, 0, 2, 2, 2 }, RoundTrips.steady(new int[] { 0, 0, 0, 2, 0, 2, 2, 2 }, 2));
		assertArrayEquals(new int[] { 0, 0, 2, 2, 2 }, RoundTrips.steady(new int[] { 0, 0, 2, 2, 2 }, 3));
	}

	@Test
	void pairsOfFrequentSymbols() {
		double[] shares = { 0.45, 0.1, 0.44, 0.01 };
		double[][] flows = { { 9, 0.05, 3, 4 }, { 0.05, 9, 1, 0 }, { 3, 1, 9, 0 }, { 4, 0, 0, 9 } };
		SymbolPairs pairs = SymbolPairs.of(shares, flows, 0.05, 0.1);
		// The rare symbol joins nothing, however often it comes by; 0 and 1 hardly ever follow one another.
		assertEquals(List.of(new Pair(0, 2), new Pair(1, 2)), pairs.pairs());
		assertEquals("0 and 2, 1 and 2", pairs.words());
		assertEquals(3, SymbolPairs.all(shares, 0.05).size());
	}
}
