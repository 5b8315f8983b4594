package org.nullcline.transport.internal;

/**
 * A potential in single precision without loss: whole units of cost, and the rest in bits.
 *
 * <p>The plan of potentials f and g is P_ij = exp((f_i + g_j - C_ij) / epsilon) = 2^((F_i + G_j - C_ij) q + u_i + v_j) with
 * whole F, G and q = 1 / (epsilon ln 2). Costs of sequences are whole, so the large terms cancel exactly, and what is
 * left has rests of at most q / 2 bits. The numbers (f_i + g_j - C_ij) / epsilon themselves, up to thousands, would cost
 * single precision four digits.
 */
final class SplitPotential {

	/** Padding lies this many times the length of the sequences below 0, and NOWHERE_BITS: nothing is transported there. */
	static final int NOWHERE_STEPS = 8;
	private static final double NOWHERE_BITS = 1000;

	private final int steps;
	private final int size;
	private final int[] whole;
	private final float[] rest;

	/**
	 * @param size  number of points; the arrays are padded to whole blocks
	 * @param steps the largest cost
	 */
	SplitPotential(int size, int steps) {
		this.size = size;
		this.steps = steps;
		whole = new int[HammingCosts.padded(size)];
		rest = new float[whole.length];
	}

	/**
	 * Takes over a potential.
	 *
	 * @param bitsPerCost q, how many bits one unit of cost is
	 */
	void set(double[] potential, double bitsPerCost) {
		for (int i = 0; i < potential.length; i++) {
			double rounded = Math.rint(potential[i]);
			whole[i] = (int) rounded;
			rest[i] = (float) ((potential[i] - rounded) * bitsPerCost);
		}
		int nowhere = -NOWHERE_STEPS * steps - (int) (NOWHERE_BITS / bitsPerCost);
		java.util.Arrays.fill(whole, size, whole.length, nowhere);
	}

	/** F: in units of cost. */
	int[] whole() {
		return whole;
	}

	/** u: in bits. */
	float[] rest() {
		return rest;
	}
}
