package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

class EigenModesTest {

	private static Linearization linearization(double[][] jacobian) {
		var matrix = NativeArrays.of(jacobian);
		return new Linearization(new double[jacobian.length], matrix, Lapack.eigen(matrix));
	}

	private static EigenModes modes(double[][] jacobian) {
		return EigenModes.of(linearization(jacobian)).orElseThrow();
	}

	private static double[][] random(int n, String name) {
		RandomStream stream = RandomStreams.of(7).stream(name);
		double[][] matrix = new double[n][n];
		for (double[] row : matrix) {
			for (int j = 0; j < n; j++) {
				row[j] = stream.nextGaussian() / Math.sqrt(n);
			}
		}
		return matrix;
	}

	/** The sum over all modes of lambda^power r l must be that power of the matrix. */
	private static void assertSumIsPower(double[][] matrix, EigenModes modes, int power) {
		int n = matrix.length;
		for (int j = 0; j < n; j++) {
			double[] column = new double[n];
			column[j] = 1;
			double[] direct = column.clone();
			for (int t = 0; t < power; t++) {
				direct = apply(matrix, direct);
			}
			for (int i = 0; i < n; i++) {
				double[] row = new double[n];
				row[i] = 1;
				assertEquals(direct[i], modes.response(row, column, power + 1)[n - 1], 1e-10, "entry " + i + ", " + j);
			}
		}
	}

	private static double[] apply(double[][] matrix, double[] vector) {
		double[] product = new double[vector.length];
		for (int i = 0; i < vector.length; i++) {
			for (int j = 0; j < vector.length; j++) {
				product[i] += matrix[i][j] * vector[j];
			}
		}
		return product;
	}

	private static Complex product(Complex[] a, Complex[] b) {
		double real = 0;
		double imaginary = 0;
		for (int i = 0; i < a.length; i++) {
			real += a[i].real() * b[i].real() - a[i].imaginary() * b[i].imaginary();
			imaginary += a[i].real() * b[i].imaginary() + a[i].imaginary() * b[i].real();
		}
		return new Complex(real, imaginary);
	}

	@Test
	void leftAndRightEigenvectorsAreBiorthogonal() {
		EigenModes modes = modes(random(24, "general"));
		assertTrue(modes.biorthogonality() < 1e-10, "" + modes.biorthogonality());
		assertTrue(modes.values().stream().anyMatch(value -> value.imaginary() != 0));
		for (int k = 0; k < 24; k++) {
			for (int l = 0; l < 24; l++) {
				Complex product = product(modes.left(k), modes.right(l));
				assertEquals(k == l ? 1 : 0, product.real(), 1e-10);
				assertEquals(0, product.imaginary(), 1e-10);
			}
		}
	}

	@Test
	void eigenvectorsBelongToTheirEigenvalues() {
		double[][] matrix = random(9, "eigenvectors");
		EigenModes modes = modes(matrix);
		for (int k = 0; k < 9; k++) {
			Complex value = modes.values().get(k);
			Complex[] r = modes.right(k);
			Complex[] l = modes.left(k);
			for (int i = 0; i < 9; i++) {
				double real = 0;
				double imaginary = 0;
				double leftReal = 0;
				double leftImaginary = 0;
				for (int j = 0; j < 9; j++) {
					real += matrix[i][j] * r[j].real();
					imaginary += matrix[i][j] * r[j].imaginary();
					leftReal += l[j].real() * matrix[j][i];
					leftImaginary += l[j].imaginary() * matrix[j][i];
				}
				assertEquals(value.real() * r[i].real() - value.imaginary() * r[i].imaginary(), real, 1e-11);
				assertEquals(value.real() * r[i].imaginary() + value.imaginary() * r[i].real(), imaginary, 1e-11);
				assertEquals(value.real() * l[i].real() - value.imaginary() * l[i].imaginary(), leftReal, 1e-10);
				assertEquals(value.real() * l[i].imaginary() + value.imaginary() * l[i].real(), leftImaginary, 1e-10);
			}
		}
	}

	@Test
	void allModesTogetherAreTheDynamics() {
		double[][] matrix = random(12, "power");
		EigenModes modes = modes(matrix);
		for (int power : new int[] { 0, 1, 2, 9 }) {
			assertSumIsPower(matrix, modes, power);
		}
	}

	@Test
	void equalEigenvaluesAndSilentUnits() {
		// Units 4 and 5 are silent; units 0 to 2 are alike and do not see each other, so 2 is a threefold eigenvalue.
		double[][] matrix = { { 2, 0, 0, 0.3, 1, 2 }, { 0, 2, 0, -0.2, 3, 1 }, { 0, 0, 2, 0.1, 1, 1 }, { 0, 0, 0, 0.5, 4, 2 },
				{ 0, 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0, 0 } };
		EigenModes modes = modes(matrix);
		assertTrue(modes.biorthogonality() < 1e-10);
		for (int power : new int[] { 0, 1, 4 }) {
			assertSumIsPower(matrix, modes, power);
		}
	}

	@Test
	void jordanBlockHasNoModes() {
		assertTrue(EigenModes.of(linearization(new double[][] { { 0.9, 1 }, { 0, 0.9 } })).isEmpty());
		assertFalse(EigenModes.of(linearization(new double[][] { { 0.9, 1 }, { 0, 0.8 } })).isEmpty());
	}

	/** The line attractor of ReLU units: W = [[.5, -.5], [-.5, .5]], b = 1, B = (.5, -.5); an input u moves s by u/2. */
	@Test
	void exactLineAttractor() {
		RateCell cell = new RateCell(1, 2, RateCell.Activation.RELU);
		var weights = cell.weights(new double[][] { { 0.5, -0.5 }, { -0.5, 0.5 } }, new double[][] { { 0.5 }, { -0.5 } },
				new double[] { 1, 1 });
		for (double s : new double[] { -0.8, 0, 0.6 }) {
			double[] state = { 1 + s, 1 - s };
			double[] next = NativeArrays.values(cell.step(weights, NativeArrays.of(new double[1], 1, 1), NativeArrays.of(state, 1, 2)));
			assertEquals(state[0], next[0], 1e-15);
			assertEquals(state[1], next[1], 1e-15);
			EigenModes modes = modes(NativeArrays.rows(Linearization.at(cell, weights, new double[1], state).jacobian()));
			assertEquals(1, modes.values().get(0).real(), 1e-9);
			assertEquals(0, modes.values().get(1).modulus(), 1e-9);
			double[] input = NativeArrays
					.values(cell.inputJacobian(weights, NativeArrays.of(new double[1], 1, 1), NativeArrays.of(state, 1, 2)));
			double[] position = { 0.5, -0.5 };
			// This cell's Jacobians are central differences, exact to some 1e-11 only.
			for (int step : new int[] { 1, 2, 50 }) {
				double[] response = modes.response(position, input, step);
				assertEquals(0.5, response[0], 1e-8);
				assertEquals(0.5, response[1], 1e-8);
			}
		}
	}

	/** h' = tanh(rho R(theta) h): the origin's eigenvalues are rho e^(+-i theta). */
	@Test
	void rotation() {
		double rho = 1.1;
		double theta = 2 * Math.PI * 0.03;
		EigenModes modes = modes(new double[][] { { rho * Math.cos(theta), -rho * Math.sin(theta) },
				{ rho * Math.sin(theta), rho * Math.cos(theta) } });
		assertEquals(List.of(true, false), modes.values().stream().map(value -> value.imaginary() > 0).toList());
		assertEquals(rho, modes.values().get(0).modulus(), 1e-14);
		assertEquals(0.03, Linearization.frequency(modes.values().get(0)), 1e-14);
		assertEquals(1, modes.condition(), 1e-12);
		// A pair is never split: already the first value has both.
		double[] response = modes.response(new double[] { 1, 0 }, new double[] { 1, 0 }, 5);
		assertEquals(Math.pow(rho, 4) * Math.cos(4 * theta), response[0], 1e-12);
		assertEquals(response[1], response[0]);
	}
}
