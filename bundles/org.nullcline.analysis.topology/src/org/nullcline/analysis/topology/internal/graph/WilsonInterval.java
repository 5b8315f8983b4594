package org.nullcline.analysis.topology.internal.graph;

/**
 * The 95 % interval of a probability of which k successes in n trials are known (Wilson 1927).
 *
 * @param low  lower end
 * @param high upper end
 */
public record WilsonInterval(double low, double high) {

	private static final double Z = 1.959963984540054;

	/** @return from 0 to 1 where there are no trials */
	public static WilsonInterval of(int successes, int trials) {
		if (trials == 0) {
			return new WilsonInterval(0, 1);
		}
		double p = (double) successes / trials;
		double z2 = Z * Z;
		double centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
		double half = Z / (1 + z2 / trials) * Math.sqrt(p * (1 - p) / trials + z2 / (4.0 * trials * trials));
		return new WilsonInterval(Math.max(0, centre - half), Math.min(1, centre + half));
	}
}
