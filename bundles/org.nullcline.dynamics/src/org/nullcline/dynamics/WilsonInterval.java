package org.nullcline.dynamics;

/**
 * The 95 % interval of a probability of which k successes in n trials are known (Wilson 1927).
 *
 * @param low  lower end
 * @param high upper end
 */
public record WilsonInterval(double low, double high) {

	private static final double Z = 1.959963984540054;

	/**
	 * @param successes need not be whole: of pairs of networks, for example, the share times the effective number of trials
	 * @param trials    independent ones
	 * @return from 0 to 1 where there are no trials
	 */
	public static WilsonInterval of(double successes, double trials) {
		if (trials == 0) {
			return new WilsonInterval(0, 1);
		}
		double p = successes / trials;
		double z2 = Z * Z;
		double centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
		double half = Z / (1 + z2 / trials) * Math.sqrt(p * (1 - p) / trials + z2 / (4 * trials * trials));
		return new WilsonInterval(Math.max(0, centre - half), Math.min(1, centre + half));
	}
}
