package org.nullcline.ui.plots.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class UnitOrderTest {

	private static final double[][] ROWS = { { 1, 0 }, { 0, 3 }, { 2, 0.1 }, { 0.1, 1 } };

	@Test
	void everyOrderHasEveryRowOnce() {
		int[] groups = { 1, 0, 1, 0 };
		for (UnitOrder order : UnitOrder.values()) {
			int[] sorted = order.order(ROWS, groups).clone();
			Arrays.sort(sorted);
			assertArrayEquals(new int[] { 0, 1, 2, 3 }, sorted, order.toString());
			assertArrayEquals(new int[0], order == UnitOrder.EIGENVECTOR ? new int[0] : order.order(new double[0][], new int[0]));
		}
	}

	@Test
	void byNumberGroupMagnitudeAndSimilarity() {
		int[] groups = { 1, 0, 1, 0 };
		assertArrayEquals(new int[] { 0, 1, 2, 3 }, UnitOrder.NUMBER.order(ROWS, groups));
		assertArrayEquals(new int[] { 1, 3, 0, 2 }, UnitOrder.GROUP.order(ROWS, groups));
		assertArrayEquals(new int[] { 1, 2, 3, 0 }, UnitOrder.MAGNITUDE.order(ROWS, groups));
		int[] similar = UnitOrder.SIMILARITY.order(ROWS, groups);
		// Rows 0 and 2 point one way, rows 1 and 3 the other: each pair stands side by side.
		assertEquals(1, Math.abs(place(similar, 0) - place(similar, 2)));
		assertEquals(1, Math.abs(place(similar, 1) - place(similar, 3)));
	}

	@Test
	void byTheLeadingEigenvector() {
		// A ring: the leading eigenvectors of a rotation are complex, and phases go round in its order.
		int n = 7;
		int[] ring = { 3, 0, 5, 1, 6, 2, 4 };
		double[][] rotation = new double[n][n];
		for (int k = 0; k < n; k++) {
			rotation[ring[(k + 1) % n]][ring[k]] = k == 0 ? 1.001 : 1;
		}
		int[] phases = UnitOrder.EIGENVECTOR.order(rotation, new int[n]);
		int[] steps = IntStream.range(0, n)
				.map(i -> Math.floorMod(place(ring, phases[(i + 1) % n]) - place(ring, phases[i]), n)).distinct().toArray();
		assertEquals(1, steps.length, "equal steps round the ring: " + Arrays.toString(phases));
		// A rank of one: u v^T with u descending in the order 2, 0, 1.
		double[] u = { 2, 1, 3 };
		double[][] outer = Arrays.stream(u).mapToObj(value -> new double[] { value, 2 * value, value }).toArray(double[][]::new);
		assertArrayEquals(new int[] { 2, 0, 1 }, UnitOrder.EIGENVECTOR.order(outer, new int[3]));
		double[][] wide = Arrays.stream(u).mapToObj(value -> new double[] { value, value, value, value }).toArray(double[][]::new);
		assertArrayEquals(new int[] { 2, 0, 1 }, UnitOrder.EIGENVECTOR.order(wide, new int[3]));
	}

	@Test
	void rowsOfZerosAreNoProblem() {
		double[][] zeros = new double[3][3];
		for (UnitOrder order : UnitOrder.values()) {
			assertTrue(order.order(zeros, new int[3]).length == 3, order.toString());
		}
	}

	private static int place(int[] order, int row) {
		return IntStream.range(0, order.length).filter(i -> order[i] == row).findFirst().orElseThrow();
	}
}
