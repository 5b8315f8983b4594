package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class MemoriesTest {

	private static final List<double[]> SQUARE = List.of(new double[] { -1, -1 }, new double[] { 1, -1 }, new double[] { -1, 1 },
			new double[] { 1, 1 });

	@Test
	void signsTellTheCorner() {
		assertEquals(3, Memories.at(new double[] { 0.7, 1.3 }, SQUARE));
		assertEquals(3, Memories.at(new double[] { 0.2, 9 }, SQUARE));
		assertEquals(2, Memories.at(new double[] { -0.2, 0.3 }, SQUARE));
		assertEquals(0, Memories.at(new double[] { -0.06, -0.06 }, SQUARE));
	}

	@Test
	void noneInTheMiddle() {
		assertEquals(-1, Memories.at(new double[] { 1e-12, 1 }, SQUARE));
		assertEquals(-1, Memories.at(new double[] { 1, -0.04 }, SQUARE));
		assertEquals(-1, Memories.at(new double[] { 0, 0 }, List.of()));
	}

	@Test
	void unitsOfTheOutputsDoNotMatter() {
		List<double[]> graded = List.of(new double[] { 0, 0 }, new double[] { 500, 0 }, new double[] { 1000, 1 });
		assertEquals(1, Memories.at(new double[] { 400, 0.1 }, graded));
		assertEquals(2, Memories.at(new double[] { 800, 0.8 }, graded));
		assertEquals(0, Memories.at(new double[] { -100, 0 }, graded));
	}

	@Test
	void onlyACubeIsACube() {
		assertEquals(2, MemoryCube.of(SQUARE).orElseThrow().bits());
		assertTrue(MemoryCube.of(SQUARE.subList(0, 3)).isEmpty());
		assertFalse(MemoryCube.of(List.of(new double[] { 0 }, new double[] { 1 })).isEmpty());
	}
}
