package org.nullcline.linearalgebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class LinearAlgebraTest {

	private final Random random = new Random(5);

	@Test
	void productsAgreeWithTheDefinition() {
		for (boolean transposeA : new boolean[] { false, true }) {
			for (boolean transposeB : new boolean[] { false, true }) {
				INDArray a = gaussian(transposeA ? 4 : 3, transposeA ? 3 : 4);
				INDArray b = gaussian(transposeB ? 5 : 4, transposeB ? 4 : 5);
				INDArray c = Blas.product(a, transposeA, b, transposeB);
				for (int i = 0; i < 3; i++) {
					for (int j = 0; j < 5; j++) {
						double sum = 0;
						for (int k = 0; k < 4; k++) {
							sum += (transposeA ? a.getDouble(k, i) : a.getDouble(i, k))
									* (transposeB ? b.getDouble(j, k) : b.getDouble(k, j));
						}
						assertEquals(sum, c.getDouble(i, j), 1e-13);
					}
				}
			}
		}
	}

	@Test
	void productsOfPartsStayInTheirArrays() {
		INDArray a = gaussian(4, 4);
		INDArray c = NativeArrays.zeros(4, 4);
		Blas.multiply(false, false, 2, 2, 2, 1, a, 5, 4, a, 0, 4, 0, c, 2, 4);
		assertEquals(a.getDouble(1, 1) * a.getDouble(0, 0) + a.getDouble(1, 2) * a.getDouble(1, 0), c.getDouble(0, 2), 1e-14);
		assertEquals(0, c.getDouble(0, 0));
		assertThrows(IllegalArgumentException.class,
				() -> Blas.multiply(false, false, 4, 4, 4, 1, a, 1, 4, a, 0, 4, 0, c, 0, 4));
		assertThrows(IllegalArgumentException.class, () -> Blas.product(gaussian(2, 3), false, gaussian(2, 3), false));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 30, 64 })
	void eigenvectorsSatisfyTheirEquations(int n) {
		double[][] a = NativeArrays.rows(gaussian(n, n));
		EigenDecomposition e = Lapack.eigen(NativeArrays.of(a));
		double before = Double.POSITIVE_INFINITY;
		for (int k = 0; k < n; k++) {
			Complex value = e.values().get(k);
			assertTrue(value.modulus() <= before + 1e-12);
			before = value.modulus();
			double pairing = 0;
			for (int i = 0; i < n; i++) {
				double real = 0;
				double imaginary = 0;
				double leftReal = 0;
				double leftImaginary = 0;
				for (int j = 0; j < n; j++) {
					real += a[i][j] * e.right()[k][j].real();
					imaginary += a[i][j] * e.right()[k][j].imaginary();
					leftReal += a[j][i] * e.left()[k][j].real();
					leftImaginary += a[j][i] * e.left()[k][j].imaginary();
				}
				Complex r = e.right()[k][i];
				Complex l = e.left()[k][i];
				assertEquals(value.real() * r.real() - value.imaginary() * r.imaginary(), real, 1e-10);
				assertEquals(value.real() * r.imaginary() + value.imaginary() * r.real(), imaginary, 1e-10);
				double scale = 1 + l.modulus();
				assertEquals(value.real() * l.real() - value.imaginary() * l.imaginary(), leftReal, 1e-9 * scale);
				assertEquals(value.real() * l.imaginary() + value.imaginary() * l.real(), leftImaginary, 1e-9 * scale);
				pairing += l.real() * r.real() - l.imaginary() * r.imaginary();
			}
			assertEquals(1, pairing, 1e-9);
		}
	}

	@Test
	void rotationsHaveTheirAngleAsArgument() {
		double angle = 0.3;
		EigenDecomposition e = Lapack.eigen(NativeArrays.of(new double[][] {
				{ 1.1 * Math.cos(angle), -1.1 * Math.sin(angle) }, { 1.1 * Math.sin(angle), 1.1 * Math.cos(angle) } }));
		assertEquals(1.1, e.values().get(0).modulus(), 1e-14);
		assertEquals(angle, Math.abs(e.values().get(0).argument()), 1e-14);
	}

	/** Small and large: blocked algorithms begin at 32 or 64. */
	@Test
	void singularValuesRebuildTheMatrix() {
		for (int[] shape : new int[][] { { 9, 4 }, { 4, 9 }, { 5, 5 }, { 200, 64 }, { 65, 130 } }) {
			INDArray a = gaussian(shape[0], shape[1]);
			SingularValues s = Lapack.singularValues(a);
			for (int i = 0; i < shape[0]; i++) {
				for (int j = 0; j < shape[1]; j++) {
					double sum = 0;
					for (int k = 0; k < s.values().length; k++) {
						sum += s.left().getDouble(i, k) * s.values()[k] * s.right().getDouble(k, j);
					}
					assertEquals(a.getDouble(i, j), sum, 1e-12);
				}
			}
			for (int k = 1; k < s.values().length; k++) {
				assertTrue(s.values()[k] <= s.values()[k - 1]);
			}
		}
	}

	@Test
	void symmetricEigenvaluesOfAKnownMatrix() {
		Lapack.SymmetricEigen e = Lapack.symmetricEigen(NativeArrays.of(new double[][] { { 2, 1 }, { 1, 2 } }));
		assertArrayEquals(new double[] { 3, 1 }, e.values(), 1e-14);
		assertEquals(Math.abs(e.vectors().getDouble(0, 0)), Math.sqrt(0.5), 1e-14);
	}

	/** The sizes at which some kernels of OpenBLAS fail. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 6, 8, 17, 33, 64, 100, 128 })
	void solvesLinearSystems(int n) {
		INDArray a = gaussian(n, n);
		INDArray x = gaussian(n, 2);
		INDArray found = Lapack.solve(a, Blas.product(a, false, x, false)).orElseThrow();
		assertTrue(found.equalsWithEps(x, 1e-9), "size " + n);
	}

	@Test
	void saysWhenASystemHasNoSolution() {
		assertFalse(Lapack.solve(NativeArrays.zeros(3, 3), gaussian(3, 1)).isPresent());
	}

	@Test
	void orthonormalBasisIsOne() {
		INDArray q = Lapack.orthonormalBasis(gaussian(80, 70));
		INDArray identity = Blas.product(q, true, q, false);
		for (int i = 0; i < 70; i++) {
			for (int j = 0; j < 70; j++) {
				assertEquals(i == j ? 1 : 0, identity.getDouble(i, j), 1e-13);
			}
		}
	}

	@Test
	void viewsAndOtherTypesAreCopiedBeforeTheirMemoryIsUsed() {
		INDArray a = gaussian(3, 4);
		INDArray transposed = a.transpose();
		assertFalse(NativeArrays.isDense(transposed));
		assertEquals(a.getDouble(1, 2), NativeArrays.rows(transposed)[2][1]);
		INDArray row = a.getRow(2);
		assertArrayEquals(NativeArrays.rows(a)[2], NativeArrays.values(row));
		assertThrows(IllegalArgumentException.class, () -> NativeArrays.memory(transposed));
	}

	/** An array that nobody holds any more must not be freed while it is read. */
	@Test
	void temporariesLiveUntilTheyAreRead() {
		for (int round = 0; round < 3000; round++) {
			double[] values = NativeArrays.values(NativeArrays.zeros(60, 1000).assign(round));
			for (double value : values) {
				if (value != round) {
					throw new AssertionError("read " + value + " for " + round);
				}
			}
		}
	}

	@Test
	void emptyArraysAreArrays() {
		INDArray empty = NativeArrays.zeros(0, 3);
		assertTrue(NativeArrays.isDense(empty));
		assertEquals(0, NativeArrays.values(empty).length);
		assertEquals(0, NativeArrays.rows(empty).length);
		assertEquals(0, NativeArrays.of(new double[0][]).length());
	}

	@Test
	void argumentsAreNotChanged() {
		INDArray a = gaussian(5, 5);
		INDArray before = a.dup();
		Lapack.eigen(a);
		Lapack.singularValues(a);
		Lapack.solve(a, a);
		Lapack.orthonormalBasis(a);
		assertEquals(before, a);
	}

	@Test
	void theSettingsOfTheLibrariesAreKnown() {
		assertEquals("1", NativeRuntime.settings().get("OMP_NUM_THREADS"));
		assertFalse(NativeRuntime.settings().get("OpenBLAS core").equals("unknown"));
	}

	private INDArray gaussian(int rows, int columns) {
		double[] values = random.doubles((long) rows * columns, -1, 1).toArray();
		return NativeArrays.of(values, rows, columns);
	}

	@Test
	void leadingDimensionsAreExchanged() {
		int m = 19;
		int n = 5;
		int k = 3;
		INDArray source = NativeArrays.of(IntStream.range(0, m * n * k).asDoubleStream().toArray(), m, n, k);
		INDArray target = NativeArrays.zeros(n, m, k);
		NativeArrays.swapLeading(source, target);
		for (int i = 0; i < m; i++) {
			for (int j = 0; j < n; j++) {
				for (int c = 0; c < k; c++) {
					assertEquals((i * n + j) * k + c, target.getDouble(j, i, c));
				}
			}
		}
		assertThrows(IllegalArgumentException.class, () -> NativeArrays.swapLeading(source, NativeArrays.zeros(m, n, k)));
	}
}
