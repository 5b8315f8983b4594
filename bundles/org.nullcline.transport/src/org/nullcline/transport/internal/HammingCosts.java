package org.nullcline.transport.internal;

import org.nullcline.transport.SymbolSequences;

/**
 * The Hamming distances between two sets of sequences, [row, column]: for one-hot sequences the cost |x - y|^2 / 2.
 *
 * <p>The matrix is padded to whole blocks of eight columns, and of eight rows; the padding is zero. One byte per entry, or
 * two for sequences of more than 255 steps.
 */
final class HammingCosts {

	/** Rows and columns come in blocks of this size. */
	static final int BLOCK = 8;

	/** Columns that are worked on at once, so that their bits stay in the first-level cache. */
	private static final int CHUNK = 512;

	private static final int LONGEST_IN_BYTES = 255;

	private final int rows;
	private final int columns;
	private final int stride;
	private final int steps;
	private final boolean triangular;
	private final byte[] narrow;
	private final short[] wide;

	private HammingCosts(int rows, int columns, int steps, boolean triangular) {
		this.triangular = triangular;
		this.rows = rows;
		this.columns = columns;
		this.steps = steps;
		stride = padded(columns);
		int entries;
		try {
			entries = Math.multiplyExact(padded(rows), stride);
		} catch (ArithmeticException e) {
			throw new IllegalArgumentException(rows + " and " + columns
					+ " sequences are too many for one matrix of costs; compare fewer at once", e);
		}
		narrow = steps <= LONGEST_IN_BYTES ? new byte[entries] : null;
		wide = steps <= LONGEST_IN_BYTES ? null : new short[entries];
	}

	/** The distances of all pairs. */
	static HammingCosts between(SymbolSequences x, SymbolSequences y) {
		HammingCosts costs = new HammingCosts(x.size(), y.size(), x.steps(), false);
		BitPlanes left = BitPlanes.of(x);
		BitPlanes right = BitPlanes.of(y);
		int[] distances = new int[CHUNK];
		for (int from = 0; from < costs.columns; from += CHUNK) {
			int length = Math.min(CHUNK, costs.columns - from);
			for (int i = 0; i < costs.rows; i++) {
				left.distances(i, right, from, length, distances);
				costs.store(i, from, length, distances);
			}
		}
		return costs;
	}

	/**
	 * The distances within one set, for half the work: the arrays hold those above the diagonal and within blocks on it only.
	 */
	static HammingCosts within(SymbolSequences x) {
		HammingCosts costs = new HammingCosts(x.size(), x.size(), x.steps(), true);
		BitPlanes planes = BitPlanes.of(x);
		int[] distances = new int[CHUNK];
		for (int from = 0; from < costs.columns; from += CHUNK) {
			int length = Math.min(CHUNK, costs.columns - from);
			for (int i = 0; i < Math.min(costs.rows, from + length); i++) {
				planes.distances(i, planes, from, length, distances);
				costs.store(i, from, length, distances);
			}
		}
		return costs;
	}

	private void store(int row, int from, int length, int[] distances) {
		int at = row * stride + from;
		if (narrow != null) {
			for (int j = 0; j < length; j++) {
				narrow[at + j] = (byte) distances[j];
			}
		} else {
			for (int j = 0; j < length; j++) {
				wide[at + j] = (short) distances[j];
			}
		}
	}

	/** The smallest multiple of the block size that is not below a number. */
	static int padded(int size) {
		return Math.addExact(size, BLOCK - 1) / BLOCK * BLOCK;
	}

	int rows() {
		return rows;
	}

	int columns() {
		return columns;
	}

	/** Where the next row begins. */
	int stride() {
		return stride;
	}

	/** The largest distance there can be. */
	int steps() {
		return steps;
	}

	/** The matrix as unsigned bytes; null if the sequences are too long for that. */
	byte[] narrow() {
		return narrow;
	}

	/** The matrix as unsigned shorts; null if bytes are enough. */
	short[] wide() {
		return wide;
	}

	int get(int row, int column) {
		int at = triangular && row > column ? column * stride + row : row * stride + column;
		return narrow != null ? narrow[at] & 0xFF : wide[at] & 0xFFFF;
	}
}
