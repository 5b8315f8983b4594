package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.NativeArrays;

class PrincipalComponentsTest {

	@Test
	void ellipse() {
		double[][] samples = new double[100][];
		for (int k = 0; k < 100; k++) {
			double a = 3 * Math.cos(2 * Math.PI * k / 100);
			double b = Math.sin(2 * Math.PI * k / 100);
			samples[k] = new double[] { 5 + 0.6 * a - 0.8 * b, -1 + 0.8 * a + 0.6 * b, 7 };
		}
		PrincipalComponents components = PrincipalComponents.of(samples);
		assertArrayEquals(new double[] { 5, -1, 7 }, components.mean(), 1e-12);
		assertArrayEquals(new double[] { 450.0 / 99, 50.0 / 99, 0 }, components.variances(), 1e-12);
		double[][] rows = NativeArrays.rows(components.components());
		assertArrayEquals(new double[] { 0.6, 0.8, 0 }, rows[0], 1e-12);
		assertArrayEquals(new double[] { 0.8, -0.6, 0 }, rows[1], 1e-12);
		assertArrayEquals(new double[] { 0.9, 0.1, 0 }, components.explainedFractions(), 1e-12);
		assertEquals(1 / (0.81 + 0.01), components.participationRatio(), 1e-12);
		double[][] projected = components.project(samples, 2);
		for (int k = 0; k < 100; k++) {
			assertEquals(3 * Math.cos(2 * Math.PI * k / 100), projected[k][0], 1e-12);
			assertEquals(-Math.sin(2 * Math.PI * k / 100), projected[k][1], 1e-12);
		}
	}

	@Test
	void signDoesNotDependOnTheOrderOfSamples() {
		double[][] samples = SeedStates.around(new double[7], 40, 1, RandomStreams.of(2).stream("samples"));
		double[][] reversed = new double[40][];
		for (int i = 0; i < 40; i++) {
			reversed[i] = samples[39 - i];
		}
		double[][] first = NativeArrays.rows(PrincipalComponents.of(samples).components());
		double[][] second = NativeArrays.rows(PrincipalComponents.of(reversed).components());
		for (int k = 0; k < 7; k++) {
			assertArrayEquals(first[k], second[k], 1e-10);
			assertTrue(Arrays.stream(first[k]).max().getAsDouble() >= -Arrays.stream(first[k]).min().getAsDouble());
		}
	}

	@Test
	void fewerComponentsThanAskedFor() {
		double[][] projected = PrincipalComponents.of(new double[][] { { 1 }, { 3 } }).project(new double[][] { { 4 } }, 3);
		assertArrayEquals(new double[] { 2, 0, 0 }, projected[0], 1e-12);
		PrincipalComponents constant = PrincipalComponents.of(new double[][] { { 2, 2 }, { 2, 2 } });
		assertArrayEquals(new double[] { 0, 0 }, constant.explainedFractions());
		assertTrue(Double.isNaN(constant.participationRatio()));
		assertThrows(IllegalArgumentException.class, () -> PrincipalComponents.of(new double[][] { { 1 } }));
	}
}
