package org.nullcline.transport;

/**
 * A set of sequences of symbols, all of one length: the compact form of one-hot sequences.
 *
 * <p>Two one-hot sequences have the cost |x - y|^2 / 2 = number of steps in which they differ (Hamming distance).
 */
public final class SymbolSequences {

	/** Distances between longer sequences would not fit into 16 bits. */
	private static final int LONGEST = 65_535;

	private static final int MOST_SYMBOLS = 256;

	private final byte[] values;
	private final int size;
	private final int steps;
	private final int symbols;

	private SymbolSequences(byte[] values, int size, int steps, int symbols) {
		this.values = values;
		this.size = size;
		this.steps = steps;
		this.symbols = symbols;
	}

	/**
	 * Copies sequences.
	 *
	 * @param values  [sequence, time], numbers from 0 to symbols - 1
	 * @param symbols number of different symbols, at most 256
	 * @throws IllegalArgumentException naming the sequence and the step, if there is no sequence, the lengths differ or a
	 *                                  number is no symbol
	 */
	public static SymbolSequences of(int[][] values, int symbols) {
		if (values.length == 0) {
			throw new IllegalArgumentException("a set of sequences needs at least one sequence");
		}
		int steps = values[0].length;
		int[] flat = new int[Math.multiplyExact(values.length, steps)];
		for (int i = 0; i < values.length; i++) {
			if (values[i].length != steps) {
				throw new IllegalArgumentException("sequence " + i + " has " + values[i].length + " steps, sequence 0 has "
						+ steps + "; all must have the same length");
			}
			System.arraycopy(values[i], 0, flat, i * steps, steps);
		}
		return of(flat, steps, symbols);
	}

	/**
	 * Copies sequences that lie one behind the other.
	 *
	 * @param values  [sequence, time] in C order, numbers from 0 to symbols - 1
	 * @param steps   length of a sequence, from 1 to 65535
	 * @param symbols number of different symbols, at most 256
	 * @throws IllegalArgumentException naming the sequence and the step, if a number is no symbol or the length does not fit
	 */
	public static SymbolSequences of(int[] values, int steps, int symbols) {
		if (steps < 1 || steps > LONGEST) {
			throw new IllegalArgumentException("sequences need from 1 to " + LONGEST + " steps, found " + steps);
		}
		if (symbols < 1 || symbols > MOST_SYMBOLS) {
			throw new IllegalArgumentException("there must be from 1 to " + MOST_SYMBOLS + " symbols, found " + symbols);
		}
		if (values.length == 0 || values.length % steps != 0) {
			throw new IllegalArgumentException(values.length + " symbols do not make whole sequences of " + steps + " steps");
		}
		byte[] copy = new byte[values.length];
		for (int at = 0; at < values.length; at++) {
			if (values[at] < 0 || values[at] >= symbols) {
				throw new IllegalArgumentException("sequence " + at / steps + ", step " + at % steps
						+ ": expected a symbol from 0 to " + (symbols - 1) + ", found " + values[at]);
			}
			copy[at] = (byte) values[at];
		}
		return new SymbolSequences(copy, values.length / steps, steps, symbols);
	}

	/** Number of sequences. */
	public int size() {
		return size;
	}

	/** Length of each sequence. */
	public int steps() {
		return steps;
	}

	/** Number of different symbols. */
	public int symbols() {
		return symbols;
	}

	/** The symbol of a sequence at a step. */
	public int symbol(int sequence, int step) {
		return values[sequence * steps + step] & 0xFF;
	}
}
