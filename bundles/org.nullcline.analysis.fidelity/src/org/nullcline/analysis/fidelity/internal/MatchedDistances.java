package org.nullcline.analysis.fidelity.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.dynamics.ParallelParts;
import org.nullcline.dynamics.SampleMean;
import org.nullcline.transport.EuclideanMatching;
import org.nullcline.transport.MatchingParameters;
import org.nullcline.transport.SymbolSequences;

/**
 * Mean distance of sequences to those of the model that they are matched with, against what sequences of the model itself
 * have. Distances depend on the number of sequences, so only those of one number can be compared.
 *
 * @param network   one value for each repeat
 * @param baseline  the same for sequences of the model
 * @param converged whether all matchings ended by their tolerance
 */
record MatchedDistances(double[] network, double[] baseline, boolean converged) {

	static MatchedDistances of(ComparedSymbols symbols, IProgressMonitor monitor) {
		int repeats = symbols.repeats();
		int count = symbols.model().symbols();
		List<EuclideanMatching> matchings = ParallelParts.compute(2 * repeats, part -> {
			int repeat = part % repeats;
			return EuclideanMatching.of(SymbolSequences.of(symbols.part(symbols.first(), repeat), count),
					SymbolSequences.of(symbols.part(part < repeats ? symbols.network() : symbols.second(), repeat), count),
					MatchingParameters.paper(), monitor);
		}, monitor);
		double[] values = matchings.stream().mapToDouble(EuclideanMatching::meanDistance).toArray();
		return new MatchedDistances(Arrays.copyOf(values, repeats),
				Arrays.copyOfRange(values, repeats, 2 * repeats), matchings.stream().allMatch(EuclideanMatching::converged));
	}

	double meanNetwork() {
		return SampleMean.of(network).mean();
	}

	double meanBaseline() {
		return SampleMean.of(baseline).mean();
	}

	Finding close(double limit) {
		return Panel.close(String.format(Locale.ROOT,
				"The matched distance of the network's sequences is within %s of that of the model's own.", limit),
				meanNetwork() - meanBaseline(), interval(), limit, String.format(Locale.ROOT, "within ±%s", limit), Panel.REFERENCE, words());
	}

	/** What the paper's figures show for chains of two states: generators that vary too little are matched more easily. */
	Finding below() {
		Interval interval = interval();
		Verdict verdict = interval.high() < 0 ? Verdict.REPRODUCED : interval.low() > 0 ? Verdict.NOT_REPRODUCED : Verdict.UNDECIDED;
		return new Finding("The matched distance of the network's sequences is below that of the model's own.",
				meanNetwork() - meanBaseline(), interval, "< 0", Panel.REFERENCE, verdict,
				words() + " A distance below that of the model is a sign of sequences that vary too little.");
	}

	private Interval interval() {
		double[] differences = new double[network.length];
		for (int k = 0; k < differences.length; k++) {
			differences[k] = network[k] - baseline[k];
		}
		return SampleMean.interval(differences, "independent sets of sequences");
	}

	private String words() {
		return String.format(Locale.ROOT, "Mean distance %.4g for the network, %.4g between two sets of the model.%s", meanNetwork(),
				meanBaseline(), converged ? "" : " Not every matching has converged.");
	}
}
