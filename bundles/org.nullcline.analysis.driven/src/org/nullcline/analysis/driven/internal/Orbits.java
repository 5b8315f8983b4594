package org.nullcline.analysis.driven.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.RoundTrips;
import org.nullcline.dynamics.SymbolPairs;
import org.nullcline.dynamics.SymbolPairs.Pair;
import org.nullcline.dynamics.WilsonInterval;
import org.nullcline.hmm.HiddenMarkovStatistics;

/**
 * The orbits of a driven run: one for each pair of symbols between which it goes to and fro, each in the plane of the two
 * leading principal components of its own states.
 *
 * @param pairs that the run joins
 * @param trips of each pair
 */
record Orbits(SymbolPairs pairs, List<RoundTrips> trips) {

	private static final int FEWEST_TRIPS = 5;
	private static final double MOST = 0.9;
	private static final double HALF = 0.5;

	static Orbits of(DrivenTrajectory run, Parameters parameters) {
		SymbolPairs pairs = SymbolPairs.of(run, parameters.getReal("minimum-share"), parameters.getReal("minimum-part"));
		List<RoundTrips> trips = new ArrayList<>();
		for (Pair pair : pairs.pairs()) {
			double[][] own = IntStream.range(0, run.steps()).filter(t -> pair.contains(run.symbols()[t])).mapToObj(t -> run.states()[t])
					.toArray(double[][]::new);
			trips.add(RoundTrips.of(PrincipalComponents.of(own).project(run.states(), 2), run.symbols(), pair,
					parameters.getInteger("shortest-dwell")));
		}
		return new Orbits(pairs, trips);
	}

	/** The pairs that a model joins. */
	private static SymbolPairs expected(HiddenMarkovStatistics statistics, Parameters parameters) {
		return SymbolPairs.of(statistics.symbolFrequencies(), statistics.symbolPairs(), parameters.getReal("minimum-share"), parameters.getReal("minimum-part"));
	}

	/** G2. */
	Finding direction() {
		int all = trips.stream().mapToInt(t -> t.windings().length).sum();
		int along = trips.stream().mapToInt(RoundTrips::inOneDirection).sum();
		double share = (double) along / all;
		WilsonInterval wilson = WilsonInterval.of(along, all);
		Interval interval = all == 0 ? Interval.unknown("unknown: the run has no round trip")
				: new Interval(wilson.low(), wilson.high(), "95 % Wilson over " + all + " round trips");
		Verdict verdict = Verdict.UNDECIDED;
		if (all >= FEWEST_TRIPS && interval.high() < MOST) {
			verdict = Verdict.NOT_REPRODUCED;
		} else if (all >= FEWEST_TRIPS && share >= MOST && interval.low() > HALF) {
			verdict = Verdict.REPRODUCED;
		}
		StringBuilder words = new StringBuilder("Round trips between two symbols that go round the orbit's centre, in the direction of"
				+ " most of them:");
		for (int n = 0; n < trips.size(); n++) {
			words.append(String.format(Locale.ROOT, " symbols %s %d of %d %s%s", pairs.pairs().get(n), trips.get(n).inOneDirection(),
					trips.get(n).windings().length,
					trips.get(n).direction() > 0 ? "counter-clockwise" : trips.get(n).direction() < 0 ? "clockwise" : "with no direction",
					n == trips.size() - 1 ? "." : ";"));
		}
		return new Finding("Driven trajectories go round their orbits in one direction.", share, interval,
				">= 0.9 of the round trips; interval above 0.5", DrivenStateSpaceAnalysis.REFERENCE, verdict,
				trips.isEmpty() ? "The run joins no two symbols." : words.toString());
	}

	/** G3. */
	Finding number(Optional<HiddenMarkovStatistics> model, Parameters parameters) {
		int count = pairs.pairs().size();
		String claim = "There is one orbit for each pair of symbols that the model joins, and none besides.";
		if (model.isEmpty()) {
			return new Finding(claim, count, Interval.exact(count), "= the number of the model", DrivenStateSpaceAnalysis.REFERENCE,
					Verdict.UNDECIDED, "Symbols joined: " + pairs.words() + ". Which ones should be is known for a task with a hidden Markov"
							+ " model only; name one with --task.");
		}
		SymbolPairs expected = expected(model.get(), parameters);
		return new Finding(claim, count, Interval.exact(count), "= " + expected.pairs().size(), DrivenStateSpaceAnalysis.REFERENCE,
				expected.equals(pairs) ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
				"Symbols joined by the network: " + pairs.words() + "; by the model: " + expected.words()
						+ ". In the paper, chains have one orbit, the fully connected and the cyclic model have several.");
	}
}
