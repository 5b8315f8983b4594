package org.nullcline.analysis.fidelity.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.SequenceBootstrap;
import org.nullcline.hmm.HiddenMarkovStatistics;
import org.nullcline.hmm.RunLengthLaw;
import org.nullcline.hmm.RunLengths;
import org.nullcline.hmm.SequenceStatistics;

/** How long the frequent symbols last, against the law of their runs in the model. */
final class DwellLaw {

	/** Runs of this length and more are alike. */
	private static final int LONGEST = 200;

	private final int[][] sequences;
	private final int symbols;
	private final int longest;
	private final int[] frequent;
	private final RunLengthLaw[] expected;
	private final RandomStreams random;

	/** @param smallest frequency in the model of a symbol whose runs are compared */
	DwellLaw(ComparedSymbols compared, HiddenMarkovStatistics statistics, double smallest, RandomStreams random) {
		this.random = random;
		sequences = compared.network();
		symbols = compared.model().symbols();
		longest = Math.min(LONGEST, compared.steps());
		double[] frequencies = statistics.symbolFrequencies();
		frequent = IntStream.range(0, symbols).filter(k -> frequencies[k] >= smallest && frequencies[k] < 1).toArray();
		expected = Arrays.stream(frequent).mapToObj(k -> statistics.symbolRuns(k, compared.steps())).toArray(RunLengthLaw[]::new);
	}

	/** The symbols that are compared. */
	int[] symbols() {
		return frequent;
	}

	RunLengthLaw expected(int index) {
		return expected[index];
	}

	/** The law of the network; nothing if no run of the symbol begins. */
	Optional<RunLengthLaw> found(int index) {
		return law(new SequenceStatistics(sequences, symbols).runs(frequent[index]));
	}

	/** The finding of the panel. */
	Finding finding(double limit) {
		if (frequent.length == 0 || longest < 2) {
			return new Finding(claim(), Double.NaN, Interval.unknown("unknown: no symbol is frequent enough"), "< " + limit, Panel.OWN,
					Verdict.UNDECIDED, "The model has no symbol whose runs could be compared.");
		}
		double[][] rows = Arrays.stream(sequences).map(this::row).toArray(double[][]::new);
		double value = distance(SequenceBootstrap.means(rows));
		return Panel.close(claim(), value, SequenceBootstrap.interval(rows, this::distance, random.stream("dwells")), limit,
				String.format(Locale.ROOT, "< %s", limit), Panel.OWN, words());
	}

	private static String claim() {
		return "Symbols last as long as in the model.";
	}

	/** Mean, coefficient of variation and mean rate, side by side. */
	String words() {
		StringBuilder words = new StringBuilder("Largest difference of P(L > l). Network (model):");
		for (int n = 0; n < frequent.length; n++) {
			Optional<RunLengthLaw> law = found(n);
			words.append(String.format(Locale.ROOT, " symbol %d mean %s (%.3g), CV %s (%.3g), E[1/L] %s (%.3g)%s", frequent[n],
					text(law.map(RunLengthLaw::mean)), expected[n].mean(), text(law.map(RunLengthLaw::variationCoefficient)),
					expected[n].variationCoefficient(), text(law.map(RunLengthLaw::meanRate)), expected[n].meanRate(),
					n == frequent.length - 1 ? "." : ";"));
		}
		return words.toString();
	}

	private static String text(Optional<Double> value) {
		return value.map(v -> String.format(Locale.ROOT, "%.3g", v)).orElse("-");
	}

	/** Runs that ended and runs that were cut off, by symbol and length. */
	private double[] row(int[] sequence) {
		double[] row = new double[2 * frequent.length * (longest + 1)];
		SequenceStatistics statistics = new SequenceStatistics(new int[][] { sequence }, symbols);
		for (int n = 0; n < frequent.length; n++) {
			RunLengths runs = statistics.runs(frequent[n]);
			for (int l = 0; l < runs.completed().length; l++) {
				if (l < longest) {
					row[2 * n * (longest + 1) + l] = runs.completed()[l];
					row[(2 * n + 1) * (longest + 1) + l] = runs.censored()[l];
				} else {
					row[(2 * n + 1) * (longest + 1) + longest] += runs.completed()[l] + runs.censored()[l];
				}
			}
		}
		return row;
	}

	/** The largest distance of the survival curves of a symbol; 1 for a symbol without runs. */
	private double distance(double[] means) {
		double largest = 0;
		for (int n = 0; n < frequent.length; n++) {
			long[] completed = counts(means, 2 * n);
			long[] censored = counts(means, 2 * n + 1);
			Optional<RunLengthLaw> law = law(new RunLengths(completed, censored));
			largest = Math.max(largest, law.isEmpty() ? 1 : distance(law.get(), expected[n]));
		}
		return largest;
	}

	private long[] counts(double[] means, int block) {
		return Arrays.stream(means, block * (longest + 1), (block + 1) * (longest + 1)).mapToLong(mean -> Math.round(mean * sequences.length))
				.toArray();
	}

	private static Optional<RunLengthLaw> law(RunLengths runs) {
		return runs.completedRuns() + runs.censoredRuns() == 0 ? Optional.empty() : Optional.of(runs.law());
	}

	private static double distance(RunLengthLaw a, RunLengthLaw b) {
		return IntStream.range(0, a.survival().length).mapToDouble(l -> Math.abs(a.survival(l) - b.survival(l))).max().orElse(0);
	}

	/** Which symbols were left out, as a note; empty if none was. */
	List<String> notes() {
		return frequent.length == symbols ? List.of()
				: List.of("Dwell times and autocorrelations are compared for the symbols " + Arrays.toString(frequent)
						+ ", which are frequent in the model.");
	}
}
