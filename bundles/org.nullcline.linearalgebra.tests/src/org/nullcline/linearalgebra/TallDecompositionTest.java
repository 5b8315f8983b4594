package org.nullcline.linearalgebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class TallDecompositionTest {

	@Test
	void isTheDecompositionOfTheWhole() {
		double[][] matrix = matrix(57, 6);
		SingularValues expected = Lapack.singularValues(NativeArrays.of(matrix));
		TallDecomposition found = TallDecomposition.of(NativeArrays.of(transposed(matrix)));
		assertArrayEquals(expected.values(), found.values(), 1e-12);
		double[][] left = NativeArrays.rows(found.left(6));
		double[][] right = NativeArrays.rows(found.right());
		for (int i = 0; i < 57; i++) {
			for (int j = 0; j < 6; j++) {
				double sum = 0;
				for (int k = 0; k < 6; k++) {
					sum += left[k][i] * found.values()[k] * right[j][k];
				}
				assertEquals(matrix[i][j], sum, 1e-12);
			}
		}
		for (int k = 0; k < 6; k++) {
			for (int l = 0; l < 6; l++) {
				double product = 0;
				for (int i = 0; i < 57; i++) {
					product += left[k][i] * left[l][i];
				}
				assertEquals(k == l ? 1 : 0, product, 1e-12);
			}
		}
		double[][] first = NativeArrays.rows(found.left(2));
		assertEquals(2, first.length);
		assertArrayEquals(left[1], first[1], 1e-12);
	}

	@Test
	void wideMatricesAreRefused() {
		INDArray wide = NativeArrays.of(transposed(matrix(3, 5)));
		assertThrows(IllegalArgumentException.class, () -> TallDecomposition.of(wide));
	}

	@Test
	void singularValuesOfAPart() {
		double[][] matrix = matrix(7, 9);
		double[][] part = new double[3][4];
		for (int i = 0; i < 3; i++) {
			System.arraycopy(matrix[2 + i], 1, part[i], 0, 4);
		}
		double[] expected = Lapack.singularValues(NativeArrays.of(part)).values();
		assertArrayEquals(expected, Lapack.singularValues(NativeArrays.of(matrix), 2 * 9 + 1, 3, 4, 9), 1e-13);
		INDArray array = NativeArrays.of(matrix);
		assertThrows(IllegalArgumentException.class, () -> Lapack.singularValues(array, 5 * 9, 3, 4, 9));
	}

	private static double[][] matrix(int rows, int columns) {
		Random random = new Random(1);
		double[][] matrix = new double[rows][columns];
		for (double[] row : matrix) {
			for (int j = 0; j < columns; j++) {
				row[j] = random.nextGaussian();
			}
		}
		return matrix;
	}

	private static double[][] transposed(double[][] matrix) {
		double[][] result = new double[matrix[0].length][matrix.length];
		for (int i = 0; i < matrix.length; i++) {
			for (int j = 0; j < matrix[0].length; j++) {
				result[j][i] = matrix[i][j];
			}
		}
		return result;
	}
}
