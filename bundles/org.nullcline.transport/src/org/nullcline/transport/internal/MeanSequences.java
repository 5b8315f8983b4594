package org.nullcline.transport.internal;

import org.nullcline.transport.SymbolSequences;

/**
 * The mean sequences that the rows of a plan P see: sum_j P_ij y_j for one-hot sequences y, [time, symbol].
 *
 * <p>At low temperatures a row of P has a handful of entries that are not negligible. Where it has many, neighbouring steps
 * are taken as one symbol of a larger alphabet first, which makes the additions for each entry fewer.
 */
final class MeanSequences {

	/** Entries below 2^-36 / m of a row of m entries and sum 1 are left out: together less than 2^-36. */
	private static final float SMALLEST = -36;

	/** The largest alphabet of words of several symbols. */
	private static final int LARGEST_ALPHABET = 256;

	private final PlanKernel kernel;
	private final HammingCosts costs;
	private final SymbolSequences sequences;
	private final int steps;
	private final int symbols;
	/** Steps in a word. */
	private final int wordLength;
	/** Number of different words. */
	private final int alphabet;
	private final int wordCount;
	/** [sequence, word], the place of the word among all words of all places; made when first needed. */
	private int[] words;
	private double[] wordWeights;

	MeanSequences(PlanKernel kernel, HammingCosts costs, SymbolSequences sequences) {
		this.kernel = kernel;
		this.costs = costs;
		this.sequences = sequences;
		steps = sequences.steps();
		symbols = sequences.symbols();
		int length = 1;
		int size = symbols;
		while (length < steps && size * symbols <= LARGEST_ALPHABET && symbols > 1) {
			length++;
			size *= symbols;
		}
		wordLength = length;
		alphabet = size;
		wordCount = (steps + length - 1) / length;
	}

	/**
	 * Adds the mean sequences of all rows.
	 *
	 * @param rows    the potentials by which the rows of P sum to the number of columns
	 * @param factor  what they are multiplied with
	 * @param results [row, time, symbol], added to
	 */
	void add(SplitPotential rows, SplitPotential columns, double bitsPerCost, double factor, double[] results) {
		int[] where = new int[costs.stride()];
		float[] entries = new float[costs.stride()];
		double scale = factor / costs.columns();
		for (int i = 0; i < costs.rows(); i++) {
			int count = kernel.row(costs, i, rows, columns, bitsPerCost, SMALLEST, where, entries);
			int at = i * steps * symbols;
			if (wordLength > 1 && count > 2 * alphabet) {
				addByWords(count, where, entries, scale, results, at);
			} else {
				addDirectly(count, where, entries, scale, results, at);
			}
		}
	}

	private void addDirectly(int count, int[] where, float[] entries, double scale, double[] results, int at) {
		for (int n = 0; n < count; n++) {
			double weight = scale * entries[n];
			for (int t = 0; t < steps; t++) {
				results[at + t * symbols + sequences.symbol(where[n], t)] += weight;
			}
		}
	}

	private void addByWords(int count, int[] where, float[] entries, double scale, double[] results, int at) {
		if (words == null) {
			words = words();
			wordWeights = new double[wordCount * alphabet];
		}
		java.util.Arrays.fill(wordWeights, 0);
		for (int n = 0; n < count; n++) {
			double weight = scale * entries[n];
			int from = where[n] * wordCount;
			for (int w = 0; w < wordCount; w++) {
				wordWeights[words[from + w]] += weight;
			}
		}
		for (int w = 0; w < wordCount; w++) {
			for (int word = 0; word < alphabet; word++) {
				double weight = wordWeights[w * alphabet + word];
				int rest = word;
				for (int t = w * wordLength; t < Math.min(steps, (w + 1) * wordLength); t++) {
					results[at + t * symbols + rest % symbols] += weight;
					rest /= symbols;
				}
			}
		}
	}

	private int[] words() {
		int[] made = new int[sequences.size() * wordCount];
		for (int j = 0; j < sequences.size(); j++) {
			for (int t = steps - 1; t >= 0; t--) {
				int place = j * wordCount + t / wordLength;
				made[place] = made[place] * symbols + sequences.symbol(j, t);
			}
			for (int w = 0; w < wordCount; w++) {
				made[j * wordCount + w] += w * alphabet;
			}
		}
		return made;
	}
}
