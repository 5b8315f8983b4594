package org.nullcline.linearalgebra;

/** A complex number. */
public record Complex(double real, double imaginary) {

	/** |z|, without overflow. */
	public double modulus() {
		return Math.hypot(real, imaginary);
	}

	/** arg z in radians, in (-pi, pi]. */
	public double argument() {
		return Math.atan2(imaginary, real);
	}
}
