package org.nullcline.dynamics;

import org.nullcline.linearalgebra.Complex;

/**
 * m = (z - 1)/(z + 1 + 1e-8), which takes an eigenvalue of a map to what it would be in continuous time: the unit circle
 * becomes the imaginary axis, and |z| > 1 is Re m > 0 up to the small number that keeps z = -1 finite.
 */
public final class MoebiusMap {

	private static final double REGULARIZATION = 1e-8;

	private MoebiusMap() {
	}

	public static Complex of(Complex z) {
		double a = z.real() - 1;
		double c = z.real() + 1 + REGULARIZATION;
		double b = z.imaginary();
		double square = c * c + b * b;
		return new Complex((a * c + b * b) / square, b * (c - a) / square);
	}
}
