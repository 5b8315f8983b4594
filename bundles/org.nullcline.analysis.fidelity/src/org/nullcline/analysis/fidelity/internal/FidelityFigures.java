package org.nullcline.analysis.fidelity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.hmm.GeometricDwell;
import org.nullcline.hmm.RunLengthLaw;

/** The figures of the analysis: always the network beside the model. */
final class FidelityFigures {

	/** Survival below this is not drawn. */
	private static final double NEGLIGIBLE = 1e-3;

	private FidelityFigures() {
	}

	static List<Figure> of(ComparedSymbols compared, MatchedDistances distances, SymbolLaw law,
			DwellLaw dwells, Predictability predictability) {
		List<Figure> figures = new ArrayList<>();
		figures.add(transitions(law));
		figures.add(volatility(compared));
		for (int n = 0; n < dwells.symbols().length; n++) {
			figures.add(survival(dwells, n));
		}
		if (predictability.lags() > 0 && dwells.symbols().length > 0) {
			figures.add(autocorrelation(dwells.symbols(), predictability));
		}
		figures.add(matched(distances));
		return figures;
	}

	private static Figure transitions(SymbolLaw law) {
		double[][] found = law.transitions();
		double[][] expected = law.expectedTransitions();
		double[][] difference = new double[found.length][found.length];
		List<String> labels = IntStream.range(0, found.length).mapToObj(Integer::toString).toList();
		for (int a = 0; a < found.length; a++) {
			for (int b = 0; b < found.length; b++) {
				difference[a][b] = found[a][b] - (Double.isNaN(expected[a][b]) ? 0 : expected[a][b]);
			}
		}
		return new Figure("symbol-transitions", "Symbol transitions, network less model", "P(next symbol | symbol).", "next symbol",
				"symbol", true, List.of(new Figure.Grid("difference", difference, labels, labels)));
	}

	private static Figure volatility(ComparedSymbols compared) {
		return new Figure("volatility", "Changes of the symbol in a sequence", "Sequences of the network and as many of the model.",
				"changes", "fraction of the sequences", false, List.of(changes("model", compared.first(), Hue.BLACK),
						changes("network", compared.network(), Hue.RED)));
	}

	private static Figure.Line changes(String name, int[][] sequences, Hue hue) {
		double[] share = new double[sequences[0].length];
		for (int[] sequence : sequences) {
			share[(int) IntStream.range(1, sequence.length).filter(t -> sequence[t] != sequence[t - 1]).count()] += 1.0 / sequences.length;
		}
		return new Figure.Line(name, IntStream.range(0, share.length).asDoubleStream().toArray(), share, hue, false);
	}

	private static Figure survival(DwellLaw dwells, int index) {
		int symbol = dwells.symbols()[index];
		RunLengthLaw expected = dwells.expected(index);
		Optional<RunLengthLaw> found = dwells.found(index);
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(curve("model", expected, Hue.BLACK, false));
		found.ifPresent(law -> layers.add(curve("network", law, Hue.RED, false)));
		found.ifPresent(law -> {
			GeometricDwell geometric = new GeometricDwell(1 / law.mean());
			double[] survival = IntStream.range(0, law.survival().length).mapToDouble(geometric::survival).toArray();
			layers.add(curve("geometric with the network's mean", new RunLengthLaw(survival), Hue.GREY, true));
		});
		return new Figure("survival-" + symbol, "How long symbol " + symbol + " lasts",
				"Fraction of the runs that are longer. Runs that the end of a sequence cuts off are taken as such.", "steps", "P(L > l)",
				false, layers);
	}

	private static Figure.Line curve(String name, RunLengthLaw law, Hue hue, boolean thin) {
		int length = 1;
		while (length < law.survival().length && law.survival(length - 1) > NEGLIGIBLE) {
			length++;
		}
		return new Figure.Line(name, IntStream.range(0, length).asDoubleStream().toArray(),
				IntStream.range(0, length).mapToDouble(law::survival).toArray(), hue, thin);
	}

	private static Figure autocorrelation(int[] symbols, Predictability predictability) {
		List<Figure.Layer> layers = new ArrayList<>();
		double[] lags = IntStream.rangeClosed(0, predictability.lags()).asDoubleStream().toArray();
		double[][] found = predictability.autocorrelations();
		for (int n = 0; n < symbols.length; n++) {
			int symbol = symbols[n];
			layers.add(new Figure.Line("model, symbol " + symbol, lags, predictability.expectedAutocorrelations()[n],
					Hue.category(n), true));
			layers.add(new Figure.Line("network, symbol " + symbol, lags, found[n], Hue.category(n), false));
		}
		return new Figure("autocorrelation", "Autocorrelation of the symbols", "Thin lines: the model.", "lag (steps)", "correlation",
				false, layers);
	}

	private static Figure matched(MatchedDistances distances) {
		double[] repeats = IntStream.rangeClosed(1, distances.network().length).asDoubleStream().toArray();
		return new Figure("matched-distance", "Matched distance", "Each point is one set of sequences, matched with a set of the model.",
				"set", "mean distance", false,
				List.of(new Figure.Points("model", repeats, distances.baseline(), Hue.BLACK, Marker.CIRCLE, List.of()),
						new Figure.Points("network", repeats, distances.network(), Hue.RED, Marker.DOT, List.of())));
	}
}
