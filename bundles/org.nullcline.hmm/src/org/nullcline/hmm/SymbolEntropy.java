package org.nullcline.hmm;

import java.util.Arrays;

import org.nullcline.hmm.internal.SymbolChecks;

/**
 * How uncertain the next symbol is once the last ones are known: the conditional entropy H(x[t] | x[t-n], ..., x[t-1]) in bits.
 * It falls with the order n to the entropy rate of the symbols, which for a hidden Markov model has no closed form. Sequences
 * that are too regular have too small a value.
 */
public final class SymbolEntropy {

	/** Blocks of symbols that are told apart, at most. */
	private static final int MOST_BLOCKS = 1 << 20;

	private SymbolEntropy() {
	}

	/**
	 * Exact, for the stationary process: the sum over all blocks of n + 1 symbols.
	 *
	 * @param order n, from 0 upwards
	 * @throws IllegalArgumentException if there are more than a million blocks, or the stationary distribution is not unique
	 */
	public static double of(HiddenMarkovModel model, int order) {
		return of(model, order, new HiddenMarkovStatistics(model).stationary());
	}

	/**
	 * Exact, over all blocks in sequences of a given length that begin as the model does.
	 *
	 * @param order n, from 0 upwards
	 * @param steps of a sequence, more than the order
	 * @throws IllegalArgumentException if there are more than a million blocks, or the stationary distribution is not unique
	 */
	public static double of(HiddenMarkovModel model, int order, int steps) {
		return of(model, order, new HiddenMarkovStatistics(model).meanState(steps - order));
	}

	private static double of(HiddenMarkovModel model, int order, double[] state) {
		blocks(model.symbols(), order);
		double[][] transition = model.transition();
		double[][] emission = model.emission();
		return blockEntropy(state, transition, emission, order + 1)
				- (order == 0 ? 0 : blockEntropy(state, transition, emission, order));
	}

	/**
	 * Measured, by the relative frequencies of blocks. Too small if there are not many more symbols than blocks.
	 *
	 * @throws IllegalArgumentException if there are more than a million blocks, a number is no symbol or all sequences are too
	 *                                  short
	 */
	public static double of(int[][] sequences, int symbols, int order) {
		SymbolChecks.check(sequences, symbols);
		long[] counts = new long[blocks(symbols, order)];
		for (int[] sequence : sequences) {
			for (int t = order; t < sequence.length; t++) {
				int block = 0;
				for (int back = order; back >= 0; back--) {
					block = block * symbols + sequence[t - back];
				}
				counts[block]++;
			}
		}
		long total = Arrays.stream(counts).sum();
		if (total == 0) {
			throw new IllegalArgumentException("no sequence is longer than " + order + " symbols");
		}
		double entropy = 0;
		for (int context = 0; context < counts.length; context += symbols) {
			double seen = 0;
			for (int k = 0; k < symbols; k++) {
				seen += counts[context + k];
			}
			for (int k = 0; k < symbols; k++) {
				entropy -= information((double) counts[context + k] / total, counts[context + k] / seen);
			}
		}
		return entropy;
	}

	private static double blockEntropy(double[] prior, double[][] transition, double[][] emission, int length) {
		double entropy = 0;
		for (int symbol = 0; symbol < emission[0].length; symbol++) {
			double[] emitting = new double[prior.length];
			double probability = 0;
			for (int i = 0; i < prior.length; i++) {
				emitting[i] = prior[i] * emission[i][symbol];
				probability += emitting[i];
			}
			if (length == 1 || probability == 0) {
				entropy -= information(probability, probability);
				continue;
			}
			double[] next = new double[prior.length];
			for (int i = 0; i < prior.length; i++) {
				for (int j = 0; j < prior.length; j++) {
					next[j] += emitting[i] * transition[i][j];
				}
			}
			entropy += blockEntropy(next, transition, emission, length - 1);
		}
		return entropy;
	}

	/** weight log2 p, 0 if p is. */
	private static double information(double weight, double p) {
		return p > 0 ? weight * Math.log(p) / Math.log(2) : 0;
	}

	private static int blocks(int symbols, int order) {
		double blocks = Math.pow(symbols, order + 1);
		if (order < 0 || blocks > MOST_BLOCKS) {
			throw new IllegalArgumentException("the order of a conditional entropy of " + symbols
					+ " symbols must be 0 or more, with at most " + MOST_BLOCKS + " blocks; found " + order);
		}
		return (int) blocks;
	}
}
