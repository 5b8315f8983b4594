package org.nullcline.hmm;

import java.util.Comparator;
import java.util.List;

/**
 * A model fitted to sequences.
 *
 * @param runs one for each first guess, in their order
 */
public record BaumWelchFit(List<BaumWelchRun> runs) {

	public BaumWelchFit {
		runs = List.copyOf(runs);
	}

	/** The run with the largest likelihood, of equal ones the first. Ask it whether it has converged. */
	public BaumWelchRun best() {
		return runs.stream().max(Comparator.comparingDouble(BaumWelchRun::logLikelihood)
				.thenComparing(run -> -runs.indexOf(run))).orElseThrow();
	}

	/** How many runs ended within a distance of the largest log-likelihood: few of many are a sign of bad local maxima. */
	public int runsNearBest(double distance) {
		double best = best().logLikelihood();
		return (int) runs.stream().filter(run -> best - run.logLikelihood() <= distance).count();
	}
}
