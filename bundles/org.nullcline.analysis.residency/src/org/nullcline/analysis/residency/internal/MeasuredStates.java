package org.nullcline.analysis.residency.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.ResidencyRegion;
import org.nullcline.dynamics.ResidencyTimes;

/**
 * The states of one run and what was measured of each.
 *
 * @param run      the run
 * @param times    residency times and sign changes
 * @param unstable number of eigenvalues |z| > 1 of dF/dh without input
 * @param regions  of the states
 * @param blocks   for bootstrap
 */
record MeasuredStates(DrivenTrajectory run, ResidencyTimes times, int[] unstable, ResidencyRegion[] regions, int blocks) {

	/** Number of states. */
	int count() {
		return regions.length;
	}

	/** Fraction of the states in a region. */
	double share(ResidencyRegion region) {
		return (double) Arrays.stream(regions).filter(r -> r == region).count() / count();
	}

	/** All states once. */
	int[] all() {
		return IntStream.range(0, count()).toArray();
	}

	/** Mean number of unstable eigenvalues of those of the given states that lie in a region; NaN if none does. */
	double unstable(int[] states, ResidencyRegion region) {
		return Arrays.stream(states).filter(s -> regions[s] == region).mapToDouble(s -> unstable[s]).average().orElse(Double.NaN);
	}

	/** Fraction without unstable eigenvalue. */
	double contracting(int[] states, ResidencyRegion region) {
		return Arrays.stream(states).filter(s -> regions[s] == region).mapToDouble(s -> unstable[s] == 0 ? 1 : 0).average()
				.orElse(Double.NaN);
	}

	/** Mean number of sign changes. */
	double signChanges(int[] states, ResidencyRegion region) {
		return Arrays.stream(states).filter(s -> regions[s] == region).mapToDouble(s -> times.signChanges()[s]).average()
				.orElse(Double.NaN);
	}
}
