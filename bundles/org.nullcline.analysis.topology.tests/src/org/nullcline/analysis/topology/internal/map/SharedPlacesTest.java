package org.nullcline.analysis.topology.internal.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SharedPlacesTest {

	@Test
	void networksThatShareNoPlaceStayWhereTheyAre() {
		double[][] points = { { 0, 0 }, { 1, 0 }, { 0, 0 } };
		double[][] distances = { { 0, 1, 0.1 }, { 1, 0, 1 }, { 0.1, 1, 0 } };
		double[][] placed = SharedPlaces.sideBySide(points, distances);
		for (int i = 0; i < 3; i++) {
			assertArrayEquals(points[i], placed[i]);
		}
	}

	@Test
	void networksOfOnePlaceAreSeenSideBySide() {
		int n = 40;
		double[][] points = new double[n + 1][2];
		points[n] = new double[] { 10, 0 };
		double[][] distances = new double[n + 1][n + 1];
		for (int i = 0; i < n; i++) {
			distances[i][n] = 10;
			distances[n][i] = 10;
		}
		double[][] placed = SharedPlaces.sideBySide(points, distances);
		assertArrayEquals(points[n], placed[n]);
		for (int i = 0; i < n; i++) {
			assertTrue(Math.hypot(placed[i][0], placed[i][1]) < 2, "far from its place");
			for (int j = 0; j < i; j++) {
				assertTrue(Math.hypot(placed[i][0] - placed[j][0], placed[i][1] - placed[j][1]) > 0.15, "hides another");
			}
		}
	}

	@Test
	void allMayShareOnePlace() {
		double[][] placed = SharedPlaces.sideBySide(new double[3][2], new double[3][3]);
		assertEquals(3, java.util.Arrays.stream(placed).map(java.util.Arrays::toString).distinct().count());
	}
}
