package org.nullcline.analysis.fidelity.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.SequenceBootstrap;
import org.nullcline.hmm.HiddenMarkovStatistics;
import org.nullcline.hmm.Moments;

/** Frequencies of symbols, transitions between them and their number, against the closed form of the model. */
final class SymbolLaw {

	/** Largest squared difference of an entry in the paper's figures for ten channels and more. */
	private static final double PUBLISHED_SQUARED_ERROR = 0.01;

	private final int symbols;
	/** Of each sequence: transitions [symbol * symbols + next], frequencies, changes, squared changes. */
	private final double[][] rows;
	private final double[][] expectedTransitions;
	private final double[] expectedFrequencies;
	private final Moments expectedVolatility;
	private final double[] means;
	private final RandomStreams random;

	SymbolLaw(ComparedSymbols compared, HiddenMarkovStatistics statistics, RandomStreams random) {
		this.random = random;
		symbols = compared.model().symbols();
		expectedTransitions = statistics.symbolTransitions(compared.steps());
		expectedFrequencies = new double[symbols];
		for (int k = 0; k < symbols; k++) {
			expectedFrequencies[k] = statistics.frequency(k, compared.steps()).mean();
		}
		expectedVolatility = statistics.volatility(compared.steps());
		rows = Arrays.stream(compared.network()).map(this::row).toArray(double[][]::new);
		means = SequenceBootstrap.means(rows);
	}

	private double[] row(int[] sequence) {
		double[] row = new double[symbols * symbols + symbols + 2];
		int changes = 0;
		for (int t = 0; t < sequence.length; t++) {
			row[symbols * symbols + sequence[t]] += 1.0 / sequence.length;
			if (t > 0) {
				row[sequence[t - 1] * symbols + sequence[t]]++;
				changes += sequence[t] != sequence[t - 1] ? 1 : 0;
			}
		}
		row[row.length - 2] = changes;
		row[row.length - 1] = (double) changes * changes;
		return row;
	}

	/** P(next symbol | symbol) of the network; 0 in the row of a symbol that never comes. */
	double[][] transitions() {
		return transitions(means);
	}

	double[][] expectedTransitions() {
		return expectedTransitions;
	}

	double[] frequencies() {
		return Arrays.copyOfRange(means, symbols * symbols, symbols * symbols + symbols);
	}

	double[] expectedFrequencies() {
		return expectedFrequencies;
	}

	/** Number of changes in a sequence. */
	Moments volatility() {
		return new Moments(means[means.length - 2], deviation(means));
	}

	Moments expectedVolatility() {
		return expectedVolatility;
	}

	/** The largest squared difference of an entry of the transitions. */
	double squaredError() {
		return Math.pow(largestTransitionError(means), 2);
	}

	/** The findings that are part of the panel. */
	List<Finding> panel(Parameters parameters) {
		List<Finding> findings = new ArrayList<>();
		findings.add(finding("No probability of a symbol after another one differs much from that of the model.",
				this::largestTransitionError, parameters.getReal("transition-tolerance"), "< %s", "transitions", Panel.REFERENCE,
				"Largest difference of an entry of the matrix of transitions between symbols."));
		findings.add(finding("Every symbol is about as frequent as in the model.", this::largestFrequencyError,
				parameters.getReal("frequency-tolerance"), "< %s", "frequencies", Panel.REFERENCE,
				"Largest difference of the frequency of a symbol. " + frequencyWords()));
		findings.add(finding("No symbol comes several times too often or too seldom.", this::largestFrequencyFactor,
				parameters.getReal("frequency-factor"), "a factor < %s", "factors", Panel.OWN,
				"Largest factor between the frequencies of a symbol, either way. " + frequencyWords()));
		findings.add(finding("Symbols change as often as in the model.", m -> m[m.length - 2] / expectedVolatility.mean() - 1,
				parameters.getReal("volatility-tolerance"), "within ±%s of the mean", "volatility", Panel.REFERENCE, volatilityWords()));
		findings.add(finding("The number of changes varies as much from sequence to sequence as in the model.",
				m -> deviation(m) / expectedVolatility.deviation() - 1, parameters.getReal("spread-tolerance"),
				"within ±%s of the deviation", "spread", Panel.OWN, volatilityWords()));
		return findings;
	}

	/** What the paper's figures show; a weaker claim than that of the panel. */
	Finding published() {
		return finding("No entry of the symbol transitions has a squared error above 0.01.",
				m -> Math.pow(largestTransitionError(m), 2), PUBLISHED_SQUARED_ERROR, "<= %s", "squares", Panel.REFERENCE,
				String.format(Locale.ROOT, "Largest squared difference of an entry: %.3g.", squaredError()));
	}

	private Finding finding(String claim, ToDoubleFunction<double[]> statistic, double limit, String threshold, String stream,
			String reference, String explanation) {
		double value = statistic.applyAsDouble(means);
		Interval interval = Double.isFinite(value) ? SequenceBootstrap.interval(rows, statistic, random.stream(stream))
				: new Interval(value, value, "a symbol of the model never comes");
		return Panel.close(claim, value, interval, limit, String.format(Locale.ROOT, threshold, limit), reference, explanation);
	}

	private double largestTransitionError(double[] m) {
		double[][] found = transitions(m);
		double largest = 0;
		for (int a = 0; a < symbols; a++) {
			for (int b = 0; b < symbols; b++) {
				// The model has no row for a symbol that it never emits.
				double expected = Double.isNaN(expectedTransitions[a][b]) ? 0 : expectedTransitions[a][b];
				largest = Math.max(largest, Math.abs(found[a][b] - expected));
			}
		}
		return largest;
	}

	private double[][] transitions(double[] m) {
		double[][] transitions = new double[symbols][symbols];
		for (int a = 0; a < symbols; a++) {
			double sum = Arrays.stream(m, a * symbols, (a + 1) * symbols).sum();
			for (int b = 0; b < symbols && sum > 0; b++) {
				transitions[a][b] = m[a * symbols + b] / sum;
			}
		}
		return transitions;
	}

	private double largestFrequencyError(double[] m) {
		double largest = 0;
		for (int k = 0; k < symbols; k++) {
			largest = Math.max(largest, Math.abs(m[symbols * symbols + k] - expectedFrequencies[k]));
		}
		return largest;
	}

	private double largestFrequencyFactor(double[] m) {
		double largest = 1;
		for (int k = 0; k < symbols; k++) {
			double found = m[symbols * symbols + k];
			if (found != expectedFrequencies[k]) {
				largest = Math.max(largest, Math.max(found / expectedFrequencies[k], expectedFrequencies[k] / found));
			}
		}
		return largest;
	}

	private double deviation(double[] m) {
		double n = rows.length;
		double mean = m[m.length - 2];
		return Math.sqrt(Math.max(0, (m[m.length - 1] - mean * mean) * n / (n - 1)));
	}

	private String frequencyWords() {
		StringBuilder words = new StringBuilder("Network (model):");
		for (int k = 0; k < symbols; k++) {
			words.append(String.format(Locale.ROOT, " symbol %d %.3g (%.3g)%s", k, means[symbols * symbols + k], expectedFrequencies[k],
					k == symbols - 1 ? "." : ","));
		}
		return words.toString();
	}

	private String volatilityWords() {
		return String.format(Locale.ROOT, "Changes in a sequence: %.4g ± %.3g, in the model %.4g ± %.3g.", means[means.length - 2],
				deviation(means), expectedVolatility.mean(), expectedVolatility.deviation());
	}
}
