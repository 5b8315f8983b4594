package org.nullcline.dynamics;

import org.nullcline.core.analysis.Finding.Interval;

/**
 * A number of successes among trials.
 *
 * @param successes at most {@code trials}
 */
public record Proportion(int successes, int trials) {

	private static final double Z = 1.959963984540054;

	/** successes / trials; NaN without trials. */
	public double value() {
		return (double) successes / trials;
	}

	/** The 95 % interval of the probability (Wilson 1927); from 0 to 1 without trials. */
	public Interval interval() {
		if (trials == 0) {
			return new Interval(0, 1, "no trials");
		}
		double z2 = Z * Z;
		double centre = (value() + z2 / (2 * trials)) / (1 + z2 / trials);
		double half = Z / (1 + z2 / trials) * Math.sqrt(value() * (1 - value()) / trials + z2 / (4.0 * trials * trials));
		return new Interval(Math.max(0, centre - half), Math.min(1, centre + half), "95 % Wilson over " + trials + " trajectories");
	}
}
