package org.nullcline.similarity;

/** Some rows of many, evenly spaced, so that networks with the same trials are compared at the same samples. */
public final class EvenSamples {

	private EvenSamples() {
	}

	/**
	 * Rows 0, n/m, 2n/m, ... of n, where there are more than m; else all.
	 *
	 * @param rows [sample][value]; they are not copied
	 * @param most how many samples to take at most
	 */
	public static double[][] of(double[][] rows, int most) {
		if (rows.length <= most) {
			return rows;
		}
		double[][] taken = new double[most][];
		for (int i = 0; i < most; i++) {
			taken[i] = rows[(int) ((long) i * rows.length / most)];
		}
		return taken;
	}
}
