package org.nullcline.hmm;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * How often runs of each length were seen. A run that is there when its sequence begins has an unknown beginning and is left
 * out; one that is there when the sequence ends is censored: it is known to be at least so long. Without that, short sequences
 * would seem to have short runs.
 *
 * @param completed number of runs of each length that ended, [length]
 * @param censored  number of runs of each length that the end of the sequence cut off, [length]
 */
public record RunLengths(long[] completed, long[] censored) {

	/** Runs of one symbol. */
	static RunLengths of(int[][] sequences, int symbol) {
		return count(sequences, value -> value == symbol);
	}

	/** Runs of any symbol. */
	static RunLengths of(int[][] sequences) {
		return count(sequences, value -> true);
	}

	/** Number of runs that ended. */
	public long completedRuns() {
		return Arrays.stream(completed).sum();
	}

	/** Number of runs that were cut off. */
	public long censoredRuns() {
		return Arrays.stream(censored).sum();
	}

	/**
	 * The law of the lengths by the product-limit estimator (Kaplan and Meier, 1958): of the runs that reach a length, the part
	 * that ends there. If the longest runs were cut off, the law is {@linkplain RunLengthLaw#unresolved() unresolved} there,
	 * and its mean is too small.
	 *
	 * @throws IllegalStateException if no run has a beginning
	 */
	public RunLengthLaw law() {
		long reach = completedRuns() + censoredRuns();
		if (reach == 0) {
			throw new IllegalStateException("no run begins in these sequences, so that there is no law of their lengths");
		}
		double[] survival = new double[completed.length];
		survival[0] = 1;
		int length = 0;
		while (length + 1 < completed.length && reach > 0) {
			length++;
			// Whether a run that was cut off would have ended there, nobody saw.
			reach -= censored[length];
			survival[length] = reach == 0 ? survival[length - 1] : survival[length - 1] * (1 - (double) completed[length] / reach);
			reach -= completed[length];
		}
		return new RunLengthLaw(Arrays.copyOf(survival, length + 1));
	}

	private static RunLengths count(int[][] sequences, IntPredicate counted) {
		int longest = Arrays.stream(sequences).mapToInt(sequence -> sequence.length).max().orElse(0);
		long[] completed = new long[longest + 1];
		long[] censored = new long[longest + 1];
		for (int[] sequence : sequences) {
			int begin = -1;
			for (int t = 1; t <= sequence.length; t++) {
				boolean end = t == sequence.length;
				if (!end && sequence[t] == sequence[t - 1]) {
					continue;
				}
				if (begin >= 0 && counted.test(sequence[begin])) {
					(end ? censored : completed)[t - begin]++;
				}
				begin = t;
			}
		}
		return new RunLengths(completed, censored);
	}
}
