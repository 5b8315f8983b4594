package org.nullcline.analysis.composition.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.ResidencyRegion;
import org.nullcline.dynamics.SymbolPairs;
import org.nullcline.dynamics.SymbolPairs.Pair;
import org.nullcline.dynamics.WilsonInterval;
import org.nullcline.linearalgebra.NativeArrays;

/** The claims about orbits that are put together from equal parts. */
final class CompositionFindings {

	private static final String REFERENCE = "Torre et al. 2025, compositional reuse";
	/** So few trajectories that leave a symbol while its triplet is silent are "none". */
	private static final double NEAR_ZERO = 0.1;

	private CompositionFindings() {
	}

	/** M1. */
	static Finding allowedHaveOrbits(List<PairOrbit> orbits, List<Pair> allowed, double smallest) {
		List<PairOrbit> asked = orbits.stream().filter(orbit -> allowed.contains(orbit.pair())).toList();
		long whole = asked.stream().filter(orbit -> orbit.isWhole(smallest)).count();
		List<String> words = new ArrayList<>();
		for (PairOrbit orbit : asked) {
			words.add(orbit.regions().length == 0 ? "symbols " + orbit.pair() + ": no stretch that is long enough"
					: String.format(Locale.ROOT, "symbols %s: transition %.3g, kick-zone %.3g, cluster %.3g, none %.3g", orbit.pair(),
							orbit.share(ResidencyRegion.TRANSITION), orbit.share(ResidencyRegion.KICK_ZONE),
							orbit.share(ResidencyRegion.CLUSTER), orbit.share(ResidencyRegion.UNASSIGNED)));
		}
		boolean measured = asked.stream().allMatch(orbit -> orbit.regions().length > 0);
		Verdict verdict = asked.isEmpty() ? Verdict.UNDECIDED
				: whole == asked.size() ? Verdict.REPRODUCED : measured ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		return new Finding("Each pair of symbols that the model joins has an orbit of its own, with clusters, a kick-zone and transitions.",
				whole, Interval.exact(whole), String.format(Locale.ROOT, "= %d pairs; each region at least %s of the states", asked.size(),
						smallest),
				REFERENCE, verdict, asked.isEmpty() ? "No two frequent symbols are joined." : String.join("; ", words) + ".");
	}

	/** M2; nothing if every pair of frequent symbols is joined by the model. */
	static Optional<Finding> forbiddenHaveNone(DrivenTrajectory run, List<Pair> forbidden, double[] shares, double smallestShare,
			double smallestPart) {
		if (forbidden.isEmpty()) {
			return Optional.empty();
		}
		int all = 0;
		int largest = 0;
		Pair most = forbidden.getFirst();
		for (Pair pair : SymbolPairs.all(shares, smallestShare)) {
			int between = between(run, pair);
			all += between;
			if (forbidden.contains(pair) && between > largest) {
				largest = between;
				most = pair;
			}
		}
		WilsonInterval wilson = WilsonInterval.of(largest, all);
		Verdict verdict = all == 0 ? Verdict.UNDECIDED
				: wilson.high() < smallestPart ? Verdict.REPRODUCED
						: wilson.low() > smallestPart ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		return Optional.of(new Finding("Pairs of symbols that the model does not join have no orbit.", (double) largest / all,
				new Interval(wilson.low(), wilson.high(), "95 % Wilson over " + all + " changes"), "< " + smallestPart + " of the changes",
				REFERENCE, verdict, String.format(Locale.ROOT, "Pairs that are not joined: %s. Most changes are between symbols %s: %d of %d.",
						new SymbolPairs(forbidden).words(), most, largest, all)));
	}

	private static int between(DrivenTrajectory run, Pair pair) {
		return (int) Arrays.stream(run.switches())
				.filter(t -> pair.contains(run.symbols()[t]) && pair.contains(run.symbols()[t - 1])).count();
	}

	/**
	 * M3.
	 *
	 * @param weights  the result of the analysis of kick neurons
	 * @param frequent symbols
	 */
	static Finding oneTripletPerSymbol(Optional<AnalysisResult> weights, int[] frequent) {
		String claim = "Each symbol has a kick triplet of its own.";
		String threshold = "= " + frequent.length + " symbols, triplets that share no unit";
		if (weights.isEmpty() || !weights.get().arrays().containsKey("kick_units")) {
			return new Finding(claim, Double.NaN, Interval.unknown("unknown: no kick neurons are known"), threshold, REFERENCE,
					Verdict.UNDECIDED, "The analysis weights has found no kick neurons of this network.");
		}
		double[] symbols = NativeArrays.values(weights.get().arrays().get("kick_symbols"));
		double[][] units = NativeArrays.rows(weights.get().arrays().get("kick_units"));
		Set<Double> seen = new HashSet<>();
		int stopped = 0;
		boolean disjoint = true;
		List<String> words = new ArrayList<>();
		for (int g = 0; g < symbols.length; g++) {
			double switches = weights.get().values().getOrDefault("switches_without_group_" + (int) symbols[g], Double.NaN);
			stopped += switches < NEAR_ZERO ? 1 : 0;
			for (double unit : units[g]) {
				disjoint &= seen.add(unit);
			}
			words.add(String.format(Locale.ROOT, "symbol %d units %s, %.3g still switch", (int) symbols[g],
					Arrays.toString(Arrays.stream(units[g]).mapToInt(unit -> (int) unit).toArray()), switches));
		}
		Verdict verdict = stopped == frequent.length && disjoint ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED;
		return new Finding(claim, stopped, Interval.exact(stopped), threshold, REFERENCE, verdict,
				"A symbol counts if fewer than a tenth of the trajectories leave it while its triplet is silent: " + String.join("; ", words)
						+ (disjoint ? "." : ". Some triplets share units."));
	}
}
