package org.nullcline.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

class LocalSpectraTest {

	/** Nonzero eigenvalues of D W are those of W[S, S]. */
	@Test
	void activePartHasTheNonzeroEigenvalues() {
		int n = 12;
		RandomStream random = RandomStreams.of(3).stream("weights");
		double[][] weights = new double[n][n];
		double[][] masked = new double[n][n];
		int[] active = { 0, 3, 4, 7, 10 };
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				weights[i][j] = random.nextGaussian();
			}
		}
		for (int i : active) {
			masked[i] = weights[i];
		}
		List<Complex> full = Lapack.eigenvalues(NativeArrays.of(masked));
		List<Complex> part = LocalSpectra.active(weights, active);
		assertEquals(active.length, part.size());
		for (int k = 0; k < active.length; k++) {
			assertEquals(full.get(k).modulus(), part.get(k).modulus(), 1e-10);
		}
		assertEquals(0, full.get(active.length).modulus(), 1e-10);
		assertTrue(LocalSpectra.active(weights, new int[0]).isEmpty());
	}

	@Test
	void moebiusMapTakesTheCircleToTheAxis() {
		assertMaps(0.5, 0, -1 / 3.0, 0);
		assertMaps(-0.5, 0, -3, 0);
		assertMaps(1.2, 0, 0.0909091, 0);
		assertMaps(Math.cos(0.3), Math.sin(0.3), 0, 0.151135);
		assertMaps(0.9 * Math.cos(0.5), 0.9 * Math.sin(0.5), -0.056053, 0.254589);
		for (double angle = -3; angle <= 3; angle += 0.25) {
			assertMaps(Math.cos(angle), Math.sin(angle), 0, Math.tan(angle / 2));
			assertTrue(MoebiusMap.of(new Complex(1.01 * Math.cos(angle), 1.01 * Math.sin(angle))).real() > 0);
			assertTrue(MoebiusMap.of(new Complex(0.99 * Math.cos(angle), 0.99 * Math.sin(angle))).real() < 0);
		}
	}

	private static void assertMaps(double real, double imaginary, double expectedReal, double expectedImaginary) {
		Complex mapped = MoebiusMap.of(new Complex(real, imaginary));
		assertEquals(expectedReal, mapped.real(), 2e-6);
		assertEquals(expectedImaginary, mapped.imaginary(), 2e-6);
	}
}
