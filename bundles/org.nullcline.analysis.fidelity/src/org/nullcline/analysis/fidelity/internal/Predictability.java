package org.nullcline.analysis.fidelity.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.SampleMean;
import org.nullcline.dynamics.SequenceBootstrap;
import org.nullcline.hmm.HiddenMarkovInference;
import org.nullcline.hmm.HiddenMarkovStatistics;
import org.nullcline.hmm.SymbolEntropy;

/**
 * How well symbols can be predicted: sequences that vary too little are too likely under the model, have too little entropy,
 * or remember too long.
 */
final class Predictability {

	private static final double Z = 1.959963984540054;
	/** Blocks of symbols that are counted in each sequence. */
	private static final int MOST_BLOCKS = 1024;

	private final ComparedSymbols compared;
	private final int[] frequent;
	private final int lags;
	private final double[][] expected;
	private final int order;
	private final RandomStreams random;
	private final double[] network;
	private final double[] model;

	/** @param frequent symbols whose autocorrelation is compared */
	Predictability(ComparedSymbols compared, HiddenMarkovStatistics statistics, int[] frequent, Parameters parameters,
			RandomStreams random) {
		this.compared = compared;
		this.frequent = frequent;
		this.random = random;
		lags = Math.min(parameters.getInteger("lags"), compared.steps() / 2);
		expected = Arrays.stream(frequent).mapToObj(symbol -> IntStream.rangeClosed(0, lags)
				.mapToDouble(lag -> statistics.autocorrelation(symbol, lag, compared.steps())).toArray()).toArray(double[][]::new);
		int wanted = Math.min(parameters.getInteger("entropy-order"), compared.steps() - 1);
		while (wanted > 0 && Math.pow(compared.model().symbols(), wanted + 1) > MOST_BLOCKS) {
			wanted--;
		}
		order = wanted;
		network = perSymbol(compared.network());
		model = perSymbol(compared.first());
	}

	private double[] perSymbol(int[][] sequences) {
		return Arrays.stream(HiddenMarkovInference.logLikelihoods(compared.model(), sequences)).map(value -> value / compared.steps())
				.toArray();
	}

	int lags() {
		return lags;
	}

	/** Mean log-likelihood per symbol under the model, of the network's and of the model's own sequences. */
	double[] logLikelihoods() {
		return new double[] { SampleMean.of(network).mean(), SampleMean.of(model).mean() };
	}

	/** Order of the conditional entropy, and its value in bits for the network and the model. */
	double[] entropies() {
		return new double[] { order, SymbolEntropy.of(compared.network(), compared.model().symbols(), order),
				SymbolEntropy.of(compared.model(), order, compared.steps()) };
	}

	List<Finding> panel(Parameters parameters) {
		List<Finding> findings = new ArrayList<>();
		findings.add(likelihood(parameters.getReal("likelihood-tolerance")));
		findings.add(entropy(parameters.getReal("entropy-tolerance")));
		if (frequent.length > 0 && lags > 0) {
			findings.add(autocorrelation(parameters.getReal("autocorrelation-tolerance")));
		}
		return findings;
	}

	private Finding likelihood(double limit) {
		String claim = "Under the model, the network's sequences are as likely as the model's own.";
		String threshold = String.format(Locale.ROOT, "within ±%s of the model's own", limit);
		long impossible = Arrays.stream(network).filter(value -> value == Double.NEGATIVE_INFINITY).count();
		if (impossible > 0) {
			return new Finding(claim, Double.NEGATIVE_INFINITY,
					new Interval(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, "exact count"), threshold, Panel.OWN,
					Verdict.NOT_REPRODUCED, impossible + " of " + network.length + " sequences are impossible under the model.");
		}
		SampleMean found = SampleMean.of(network);
		SampleMean expected = SampleMean.of(model);
		double value = (found.mean() - expected.mean()) / Math.abs(expected.mean());
		double margin = Z * Math.hypot(found.standardError(), expected.standardError()) / Math.abs(expected.mean());
		return Panel.close(claim, value, new Interval(value - margin, value + margin, "95 % normal over sequences"), limit, threshold,
				Panel.OWN, String.format(Locale.ROOT,
						"Mean log-likelihood per symbol %.4g, of the model's own sequences %.4g; more is a sign of sequences that vary too"
								+ " little.",
						found.mean(), expected.mean()));
	}

	private Finding entropy(double limit) {
		int symbols = compared.model().symbols();
		double[][] rows = Arrays.stream(compared.network()).map(sequence -> blocks(sequence, symbols)).toArray(double[][]::new);
		double[] entropies = entropies();
		Interval interval = SequenceBootstrap.interval(rows, means -> entropy(means, symbols) / entropies[2] - 1,
				random.stream("entropy"));
		return Panel.close("The next symbol is as uncertain as in the model.", entropies[1] / entropies[2] - 1, interval, limit,
				String.format(Locale.ROOT, "within ±%s of the model's entropy", limit), Panel.OWN,
				String.format(Locale.ROOT, "Entropy of a symbol given the %d before it: %.4g bits, in the model %.4g.", order, entropies[1],
						entropies[2]));
	}

	/** How often each block of order + 1 symbols comes. */
	private double[] blocks(int[] sequence, int symbols) {
		double[] counts = new double[(int) Math.pow(symbols, order + 1)];
		for (int t = order; t < sequence.length; t++) {
			int block = 0;
			for (int back = order; back >= 0; back--) {
				block = block * symbols + sequence[t - back];
			}
			counts[block]++;
		}
		return counts;
	}

	private static double entropy(double[] counts, int symbols) {
		double total = Arrays.stream(counts).sum();
		double entropy = 0;
		for (int context = 0; context < counts.length; context += symbols) {
			double seen = Arrays.stream(counts, context, context + symbols).sum();
			for (int k = context; k < context + symbols; k++) {
				entropy -= counts[k] > 0 ? counts[k] / total * Math.log(counts[k] / seen) / Math.log(2) : 0;
			}
		}
		return entropy;
	}

	private Finding autocorrelation(double limit) {
		double[][] rows = Arrays.stream(compared.network()).map(this::products).toArray(double[][]::new);
		double[] means = SequenceBootstrap.means(rows);
		return Panel.close("Symbols remember as long as in the model.", largestDifference(means),
				SequenceBootstrap.interval(rows, this::largestDifference, random.stream("autocorrelation")), limit,
				String.format(Locale.ROOT, "< %s", limit), Panel.OWN, String.format(Locale.ROOT,
						"Largest difference of the autocorrelation of a symbol over %d lags.", lags));
	}

	/** For each symbol its frequency, and how often it comes again after each lag. */
	private double[] products(int[] sequence) {
		double[] row = new double[frequent.length * (lags + 1)];
		for (int n = 0; n < frequent.length; n++) {
			for (int lag = 0; lag <= lags; lag++) {
				int count = 0;
				for (int t = 0; t + lag < sequence.length; t++) {
					count += sequence[t] == frequent[n] && sequence[t + lag] == frequent[n] ? 1 : 0;
				}
				row[n * (lags + 1) + lag] = (double) count / (sequence.length - lag);
			}
		}
		return row;
	}

	private double largestDifference(double[] means) {
		double largest = 0;
		for (int n = 0; n < frequent.length; n++) {
			double[] found = autocorrelation(means, n);
			for (int lag = 1; lag <= lags; lag++) {
				largest = Math.max(largest, Math.abs(found[lag] - expected[n][lag]));
			}
		}
		return largest;
	}

	/** Those of the frequent symbols in the model, [index][lag]. */
	double[][] expectedAutocorrelations() {
		return expected;
	}

	private double[] autocorrelation(double[] means, int index) {
		double frequency = means[index * (lags + 1)];
		double[] values = new double[lags + 1];
		for (int lag = 0; lag <= lags; lag++) {
			double variance = frequency - frequency * frequency;
			values[lag] = variance > 0 ? (means[index * (lags + 1) + lag] - frequency * frequency) / variance : 0;
		}
		return values;
	}

	/** Autocorrelation of the network by symbol and lag. */
	double[][] autocorrelations() {
		double[] means = SequenceBootstrap.means(Arrays.stream(compared.network()).map(this::products).toArray(double[][]::new));
		double[][] values = new double[frequent.length][];
		Arrays.setAll(values, n -> autocorrelation(means, n));
		return values;
	}
}
