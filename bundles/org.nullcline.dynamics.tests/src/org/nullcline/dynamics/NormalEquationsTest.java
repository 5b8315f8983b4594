package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStreams;

class NormalEquationsTest {

	@Test
	void columnsOfVeryDifferentLength() {
		double[][] columns = SeedStates.around(new double[9], 5, 1, RandomStreams.of(1).stream("columns"));
		double[] scales = { 1, 1e-3, 1e4, 1e-7, 1e-11 };
		double[] right = new double[9];
		double[] expected = new double[5];
		for (int i = 0; i < 5; i++) {
			expected[i] = (i - 1.5) / scales[i];
			for (int j = 0; j < 9; j++) {
				columns[i][j] *= scales[i];
				right[j] += expected[i] * columns[i][j];
			}
		}
		double[] found = NormalEquations.solve(products(columns, 6), 6, products(columns, right), 1e-13);
		for (int i = 0; i < 5; i++) {
			assertEquals(expected[i], found[i], 1e-9 * Math.abs(expected[i]));
		}
	}

	@Test
	void equalAndEmptyColumns() {
		double[][] columns = { { 1, 2 }, { 0, 0 }, { 1, 2 } };
		double[] found = NormalEquations.solve(products(columns, 3), 3, products(columns, new double[] { 3, 6 }), 1e-8);
		assertEquals(0, found[1]);
		assertEquals(3, found[0] + found[2], 1e-6, "any split will do");
		assertEquals(1.5, found[0], 1e-3, "the shortest is preferred");
	}

	private static double[] products(double[][] columns, int stride) {
		double[] products = new double[stride * stride];
		for (int i = 0; i < columns.length; i++) {
			for (int j = 0; j < columns.length; j++) {
				products[i * stride + j] = StateVectors.dot(columns[i], 0, columns[j], 0, columns[i].length);
			}
		}
		return products;
	}

	private static double[] products(double[][] columns, double[] right) {
		double[] products = new double[columns.length];
		for (int i = 0; i < columns.length; i++) {
			products[i] = StateVectors.dot(columns[i], 0, right, 0, right.length);
		}
		return products;
	}
}
