package org.nullcline.analysis.weights.internal;

import org.nullcline.dynamics.Proportion;

/**
 * The units without which a network does not leave a symbol.
 *
 * @param symbol    that it does not leave
 * @param units     ascending
 * @param tried     number of triplets
 * @param searched  switches in the search
 * @param confirmed switches with new start states and noise
 * @param baseline  switches of the same trajectories without an intervention
 * @param random    fraction of switches of these trajectories under each random triplet
 * @param singles   fraction of switches in the search while one unit alone is silent, by unit
 * @param signature drives of all units
 */
record KickGroup(int symbol, int[] units, int tried, Proportion searched, Proportion confirmed, Proportion baseline,
		double[] random, double[] singles, Signature signature) {

	/** Fraction of random triplets, the group itself counted as one, that keep as many trajectories from switching. */
	double chance() {
		long asGood = java.util.Arrays.stream(random).filter(value -> value <= confirmed.value()).count();
		return (asGood + 1.0) / (random.length + 1);
	}
}
