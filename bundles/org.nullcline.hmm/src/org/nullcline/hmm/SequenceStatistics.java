package org.nullcline.hmm;

import java.util.function.ToDoubleFunction;

import org.nullcline.hmm.internal.SymbolChecks;

/**
 * Statistics measured on sequences of symbols, to be held against {@link HiddenMarkovStatistics}. Deviations over sequences
 * have the denominator n - 1.
 */
public final class SequenceStatistics {

	private final int[][] sequences;
	private final int symbols;

	/**
	 * @param sequences not copied; must not change afterwards
	 * @param symbols   number of different symbols K
	 * @throws IllegalArgumentException naming the sequence, if there is none, one is empty or a number is no symbol
	 */
	public SequenceStatistics(int[][] sequences, int symbols) {
		if (sequences.length == 0) {
			throw new IllegalArgumentException("there are no sequences to take statistics of");
		}
		for (int n = 0; n < sequences.length; n++) {
			if (sequences[n].length == 0) {
				throw new IllegalArgumentException("sequence " + n + " is empty");
			}
		}
		SymbolChecks.check(sequences, symbols);
		this.sequences = sequences;
		this.symbols = symbols;
	}

	/** The part of a sequence that is one symbol. */
	public Moments frequency(int symbol) {
		return moments(sequence -> {
			int count = 0;
			for (int value : sequence) {
				count += value == symbol ? 1 : 0;
			}
			return (double) count / sequence.length;
		});
	}

	/** The mean {@link #frequency} of each symbol, [symbol]. */
	public double[] symbolFrequencies() {
		double[] frequencies = new double[symbols];
		for (int k = 0; k < symbols; k++) {
			frequencies[k] = frequency(k).mean();
		}
		return frequencies;
	}

	/** Number of changes of the symbol in a sequence. */
	public Moments volatility() {
		return moments(sequence -> {
			int changes = 0;
			for (int t = 1; t < sequence.length; t++) {
				changes += sequence[t] != sequence[t - 1] ? 1 : 0;
			}
			return changes;
		});
	}

	/** How often each symbol follows each, over all sequences, [symbol, next symbol]. */
	public long[][] transitionCounts() {
		long[][] counts = new long[symbols][symbols];
		for (int[] sequence : sequences) {
			for (int t = 1; t < sequence.length; t++) {
				counts[sequence[t - 1]][sequence[t]]++;
			}
		}
		return counts;
	}

	/** P(next symbol | symbol), pooled over all sequences. A symbol that nothing follows has a row of NaN. */
	public double[][] symbolTransitions() {
		long[][] counts = transitionCounts();
		double[][] rows = new double[symbols][symbols];
		for (int a = 0; a < symbols; a++) {
			long sum = java.util.Arrays.stream(counts[a]).sum();
			for (int b = 0; b < symbols; b++) {
				rows[a][b] = sum == 0 ? Double.NaN : (double) counts[a][b] / sum;
			}
		}
		return rows;
	}

	/** Runs of one symbol. */
	public RunLengths runs(int symbol) {
		return RunLengths.of(sequences, symbol);
	}

	/** Runs of any symbol. */
	public RunLengths runs() {
		return RunLengths.of(sequences);
	}

	/**
	 * Correlation of "the symbol is k" with itself some steps later, about the frequency over all sequences. NaN if the symbol
	 * never or always occurs or no sequence is long enough.
	 */
	public double autocorrelation(int symbol, int lag) {
		double count = 0;
		long total = 0;
		for (int[] sequence : sequences) {
			total += sequence.length;
			for (int value : sequence) {
				count += value == symbol ? 1 : 0;
			}
		}
		double frequency = count / total;
		double sum = 0;
		long pairs = 0;
		for (int[] sequence : sequences) {
			for (int t = 0; t + lag < sequence.length; t++) {
				sum += ((sequence[t] == symbol ? 1 : 0) - frequency) * ((sequence[t + lag] == symbol ? 1 : 0) - frequency);
				pairs++;
			}
		}
		return sum / pairs / (frequency - frequency * frequency);
	}

	private Moments moments(ToDoubleFunction<int[]> statistic) {
		double[] values = java.util.Arrays.stream(sequences).mapToDouble(statistic).toArray();
		double mean = 0;
		for (double value : values) {
			mean += value / values.length;
		}
		double squares = 0;
		for (double value : values) {
			squares += (value - mean) * (value - mean);
		}
		return new Moments(mean, values.length == 1 ? Double.NaN : Math.sqrt(squares / (values.length - 1)));
	}
}
