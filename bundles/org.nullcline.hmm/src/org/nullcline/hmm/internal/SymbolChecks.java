package org.nullcline.hmm.internal;

/** Checks of sequences that callers give. */
public final class SymbolChecks {

	private SymbolChecks() {
	}

	/**
	 * @param name of the sequence, for the message
	 * @throws IllegalArgumentException naming the sequence and the step, if a number is no symbol
	 */
	public static void check(String name, int[] sequence, int symbols) {
		for (int t = 0; t < sequence.length; t++) {
			if (sequence[t] < 0 || sequence[t] >= symbols) {
				throw new IllegalArgumentException(name + ", step " + t + ": " + sequence[t] + " is no symbol; symbols are 0 to "
						+ (symbols - 1));
			}
		}
	}

	/** The same for many sequences. */
	public static void check(int[][] sequences, int symbols) {
		for (int n = 0; n < sequences.length; n++) {
			check("sequence " + n, sequences[n], symbols);
		}
	}
}
