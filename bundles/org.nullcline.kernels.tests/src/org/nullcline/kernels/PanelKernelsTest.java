package org.nullcline.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of the kernels against plain loops. */
class PanelKernelsTest {

	static Stream<Arguments> forms() {
		return Stream.of(Arguments.of(KernelForms.single(), 2e-6), Arguments.of(KernelForms.inDouble(), 1e-14),
				Arguments.of(KernelForms.plainSingle(), 2e-6), Arguments.of(KernelForms.plainDouble(), 1e-14));
	}

	@Test
	void theTestsRunWithTheVectorApi() {
		assertTrue(KernelForms.hasVectors(), "start with --add-modules jdk.incubator.vector");
		assertTrue(KernelForms.single().description().startsWith("Vector API"), KernelForms.single().description());
		assertTrue(KernelForms.plainSingle().description().startsWith("plain Java"));
	}

	@ParameterizedTest
	@MethodSource("forms")
	void whatIsReadIsWritten(PanelKernels kernels, double tolerance) {
		double[] matrix = values(7, 5 * 19);
		Panels panels = kernels.allocate(9, 23);
		kernels.read(MemorySegment.ofArray(matrix), 0, 19, 5, 19, panels, 3, 2);
		double[] found = new double[5 * 19];
		kernels.write(panels, 3, 2, 5, 19, MemorySegment.ofArray(found), 0, 19);
		assertArrayEquals(matrix, found, tolerance);
		kernels.addTo(panels, 3, 2, 5, 19, MemorySegment.ofArray(found), 0, 19);
		assertEquals(2 * matrix[20], found[20], 2 * tolerance);
		double[] all = new double[9 * 23];
		kernels.write(panels, 0, 0, 9, 23, MemorySegment.ofArray(all), 0, 23);
		assertEquals(0, all[2 * 23 + 5]);
		assertEquals(0, all[3 * 23 + 1]);
		assertEquals(0, all[3 * 23 + 21]);
		Panels transposed = kernels.allocate(19, 5);
		kernels.readTransposed(MemorySegment.ofArray(matrix), 0, 19, 19, 5, transposed, 0, 0);
		double[] turned = new double[19 * 5];
		kernels.write(transposed, 0, 0, 19, 5, MemorySegment.ofArray(turned), 0, 5);
		assertEquals(matrix[2 * 19 + 7], turned[7 * 5 + 2], tolerance);
	}

	/** C = [A X] B, with more columns of A than are multiplied at once, and more of X than a panel has. */
	@ParameterizedTest
	@MethodSource("forms")
	void productsAgreeWithLoops(PanelKernels kernels, double tolerance) {
		for (int[] size : new int[][] { { 4, 3, 2, 1 }, { 8, 37, 5, 21 }, { 12, 600, 70, 40 }, { 4, 0, 3, 9 }, { 4, 64, 0, 64 } }) {
			int rows = size[0];
			int inner = kernels.panels(size[1]) * kernels.width();
			int further = size[2];
			int columns = size[3];
			double[] a = padded(values(1, rows * size[1]), rows, size[1], inner);
			double[] x = values(2, rows * further);
			double[] b = values(3, (inner + further) * columns);
			double[] c = values(4, rows * columns);
			Panels left = inner == 0 ? null : panels(kernels, a, rows, inner);
			Panels second = panels(kernels, x, rows, Math.max(1, further));
			Panels right = panels(kernels, b, inner + further, columns);
			for (boolean add : new boolean[] { false, true }) {
				Panels product = panels(kernels, c, rows, columns);
				kernels.multiply(left, 0, second, 0, further, right, product, 0, rows, add);
				double[] found = matrix(kernels, product, rows, columns);
				for (int i = 0; i < rows; i++) {
					for (int j = 0; j < columns; j++) {
						double expected = add ? c[i * columns + j] : 0;
						for (int k = 0; k < inner + further; k++) {
							expected += (k < inner ? a[i * inner + k] : x[i * further + k - inner]) * b[k * columns + j];
						}
						assertEquals(expected, found[i * columns + j], tolerance * (10 + inner + further));
					}
				}
			}
		}
	}

	/** One to four columns are a case of their own, five are not; rows that fill no block of eight come last. */
	@ParameterizedTest
	@MethodSource("forms")
	void productsOfFewColumnsAgreeWithLoops(PanelKernels kernels, double tolerance) {
		for (int columns = 1; columns <= 5; columns++) {
			for (int rows : new int[] { 4, 8, 20 }) {
				int inner = 3 * kernels.width();
				double[] a = values(columns, (rows + 1) * inner);
				double[] b = values(9, inner * columns);
				Panels product = kernels.allocate(rows + 2, columns);
				kernels.multiplyFewColumns(panels(kernels, a, rows + 1, inner), 1, panels(kernels, b, inner, columns), columns, product,
						2, rows);
				double[] found = matrix(kernels, product, rows + 2, columns);
				for (int i = 0; i < rows; i++) {
					for (int j = 0; j < columns; j++) {
						double expected = 0;
						for (int k = 0; k < inner; k++) {
							expected += a[(i + 1) * inner + k] * b[k * columns + j];
						}
						assertEquals(expected, found[(i + 2) * columns + j], tolerance * inner);
					}
				}
				assertEquals(0, found[0]);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("forms")
	void transposesAreAdded(PanelKernels kernels, double tolerance) {
		double[] matrix = values(7, 5 * 19);
		double[] found = new double[2 + 11 * 4];
		java.util.Arrays.fill(found, 1);
		// Rows 1 to 3 and columns 2 to 12 become columns 0 to 2 of a matrix with four columns.
		kernels.addTransposedTo(panels(kernels, matrix, 5, 19), 1, 2, 3, 11, MemorySegment.ofArray(found), 2, 4);
		for (int r = 0; r < 4; r++) {
			for (int c = 0; c < 11; c++) {
				double expected = 1 + (r < 3 ? matrix[(1 + r) * 19 + 2 + c] : 0);
				assertEquals(expected, found[2 + c * 4 + r], 2 * tolerance);
			}
		}
		assertEquals(1, found[0]);
	}

	@ParameterizedTest
	@MethodSource("forms")
	void transposedProductsAgreeWithLoops(PanelKernels kernels, double tolerance) {
		int rows = 300;
		for (int[] size : new int[][] { { 21, 35 }, { 3, 64 }, { 40, 4 }, { 1, 1 }, { 32, 9 } }) {
			int m = size[0];
			int n = size[1];
			double[] d = values(5, rows * m);
			double[] h = values(6, rows * n);
			int padded = kernels.panels(m) * kernels.width();
			Panels product = kernels.allocate(padded + kernels.width(), n);
			kernels.multiplyTransposed(panels(kernels, d, rows, m), 2, m, panels(kernels, h, rows, n), 1, n, rows - 2, product,
					kernels.width());
			double[] found = matrix(kernels, product, padded + kernels.width(), n);
			for (int i = 0; i < m; i++) {
				for (int j = 0; j < n; j++) {
					double expected = 0;
					for (int r = 0; r < rows - 2; r++) {
						expected += d[(r + 2) * m + i] * h[(r + 1) * n + j];
					}
					assertEquals(expected, found[(i + kernels.width()) * n + j], tolerance * rows);
				}
			}
			assertEquals(0, found[0]);
		}
	}

	@ParameterizedTest
	@MethodSource("forms")
	void pointwiseFunctionsAndTheirSlopes(PanelKernels kernels, double tolerance) {
		int rows = 2000;
		double[] x = new double[rows];
		for (int i = 0; i < rows; i++) {
			x[i] = -30 + 60.0 * i / (rows - 1);
		}
		double[] by = values(8, rows);
		for (PointwiseFunction f : PointwiseFunction.values()) {
			DoubleUnaryOperator value = switch (f) {
			case TANH -> Math::tanh;
			case RELU -> u -> Math.max(u, 0);
			case LOGISTIC -> u -> 1 / (1 + Math.exp(-u));
			case SOFTPLUS -> u -> Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
			case LINEAR -> u -> u;
			};
			Panels drive = panels(kernels, x, rows, 1);
			Panels activity = kernels.allocate(rows, 1);
			kernels.activate(f, drive, 0, activity, 0, rows);
			Panels slopes = kernels.allocate(rows, 1);
			kernels.slope(f, activity, 0, panels(kernels, by, rows, 1), 0, slopes, 0, rows);
			double[] y = matrix(kernels, activity, rows, 1);
			double[] s = matrix(kernels, slopes, rows, 1);
			for (int i = 0; i < rows; i++) {
				double expected = value.applyAsDouble(x[i]);
				assertEquals(expected, y[i], tolerance * Math.max(1, Math.abs(expected)), f + " at " + x[i]);
				double slope = (value.applyAsDouble(x[i] + 1e-6) - value.applyAsDouble(x[i] - 1e-6)) / 2e-6;
				assertEquals(slope * by[i], s[i], 1e-6 + 4 * tolerance, f + "' at " + x[i]);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("forms")
	void whatIsNearlyNothingBecomesNothing(PanelKernels kernels, double tolerance) {
		boolean single = tolerance > 1e-10;
		Panels panels = panels(kernels, new double[] { single ? 1e-21 : 1e-201, single ? -1e-30 : -1e-300, Double.NaN,
				single ? -1e-19 : -1e-199 }, 4, 1);
		kernels.flush(panels, 0, 4);
		double[] found = matrix(kernels, panels, 4, 1);
		assertEquals(0, Math.abs(found[0]));
		assertEquals(0, Math.abs(found[1]));
		assertTrue(Double.isNaN(found[2]));
		assertTrue(found[3] < 0);
	}

	/** A diverged network must be seen as one. */
	@ParameterizedTest
	@MethodSource("forms")
	void whatIsNoNumberStaysNone(PanelKernels kernels, double tolerance) {
		for (PointwiseFunction f : PointwiseFunction.values()) {
			Panels panels = panels(kernels, new double[] { Double.NaN, 1e30, -1e30, 0 }, 4, 1);
			kernels.activate(f, panels, 0, panels, 0, 4);
			double[] found = matrix(kernels, panels, 4, 1);
			assertTrue(Double.isNaN(found[0]), f.toString());
			if (f == PointwiseFunction.TANH) {
				assertEquals(1, found[1], 3e-7);
				assertEquals(-1, found[2], 3e-7);
				assertEquals(0, found[3]);
			}
		}
	}

	/** The same numbers at the beginning, when code is interpreted, and after it has been compiled. */
	@Test
	void compilingChangesNoBit() {
		for (PanelKernels kernels : new PanelKernels[] { KernelForms.single(), KernelForms.inDouble() }) {
			double[] first = someWork(kernels);
			for (int i = 0; i < 3000; i++) {
				double[] later = someWork(kernels);
				if (i % 500 == 0) {
					assertArrayEquals(first, later, 0);
				}
			}
		}
	}

	private static double[] someWork(PanelKernels kernels) {
		Panels a = panels(kernels, values(1, 8 * 32), 8, 32);
		Panels b = panels(kernels, values(2, 32 * 32), 32, 32);
		Panels c = kernels.allocate(8, 32);
		kernels.multiply(a, 0, null, 0, 0, b, c, 0, 8, false);
		kernels.activate(PointwiseFunction.TANH, c, 0, c, 0, 8);
		kernels.interpolate(c, a, 0, c, 0, c, 0, 8);
		Panels g = kernels.allocate(32, 32);
		kernels.multiplyTransposed(c, 0, 32, a, 0, 32, 8, g, 0);
		return matrix(kernels, g, 32, 32);
	}

	@Test
	void impossibleSizesAreRefused() {
		PanelKernels kernels = KernelForms.plainSingle();
		assertThrows(IllegalArgumentException.class, () -> kernels.allocate(1 << 20, 1 << 14));
		assertThrows(IndexOutOfBoundsException.class, () -> kernels.allocate(4, 4).slice(1, 9));
		Panels panels = kernels.allocate(6, 2);
		assertThrows(IllegalArgumentException.class,
				() -> kernels.multiply(panels, 0, null, 0, 0, panels, panels, 0, 6, false));
	}

	private static double[] values(int seed, int count) {
		double[] values = new double[count];
		for (int i = 0; i < count; i++) {
			values[i] = Math.sin(1 + i * (1.3 + 0.17 * seed));
		}
		return values;
	}

	private static double[] padded(double[] values, int rows, int columns, int width) {
		double[] padded = new double[rows * width];
		for (int r = 0; r < rows; r++) {
			System.arraycopy(values, r * columns, padded, r * width, columns);
		}
		return padded;
	}

	private static Panels panels(PanelKernels kernels, double[] matrix, int rows, int columns) {
		Panels panels = kernels.allocate(rows, columns);
		if (matrix.length > 0) {
			kernels.read(MemorySegment.ofArray(matrix), 0, columns, rows, columns, panels, 0, 0);
		}
		return panels;
	}

	private static double[] matrix(PanelKernels kernels, Panels panels, int rows, int columns) {
		double[] matrix = new double[rows * columns];
		kernels.write(panels, 0, 0, rows, columns, MemorySegment.ofArray(matrix), 0, columns);
		return matrix;
	}
}
