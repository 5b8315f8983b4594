package org.nullcline.transport.internal;

import org.nullcline.transport.SymbolSequences;

/** Sequences of symbols as bits: plane p holds bit p of every symbol, 64 steps a word. */
final class BitPlanes {

	private static final int WORD = 64;

	/** [word, plane][sequence]. */
	private final long[][][] bits;

	private BitPlanes(long[][][] bits) {
		this.bits = bits;
	}

	static BitPlanes of(SymbolSequences sequences) {
		int planes = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(sequences.symbols() - 1));
		int words = (sequences.steps() + WORD - 1) / WORD;
		long[][][] bits = new long[words][planes][sequences.size()];
		for (int i = 0; i < sequences.size(); i++) {
			for (int t = 0; t < sequences.steps(); t++) {
				int symbol = sequences.symbol(i, t);
				for (int plane = 0; plane < planes; plane++) {
					bits[t / WORD][plane][i] |= (long) (symbol >>> plane & 1) << t % WORD;
				}
			}
		}
		return new BitPlanes(bits);
	}

	/** The number of steps in which a sequence differs from each of some others, by exclusive or and population count. */
	void distances(int sequence, BitPlanes others, int from, int length, int[] distances) {
		int words = bits.length;
		if (bits[0].length == 2 && words == 2) {
			// The usual case, three or four symbols and 65 to 128 steps, without a second visit to the distances.
			long[][] mine0 = bits[0];
			long[][] mine1 = bits[1];
			pair(mine0[0][sequence], mine0[1][sequence], mine1[0][sequence], mine1[1][sequence], others.bits[0], others.bits[1],
					from, length, distances);
			return;
		}
		java.util.Arrays.fill(distances, 0, length, 0);
		for (int word = 0; word < words; word++) {
			long[][] mine = bits[word];
			long[][] theirs = others.bits[word];
			for (int j = 0; j < length; j++) {
				long different = mine[0][sequence] ^ theirs[0][from + j];
				for (int plane = 1; plane < mine.length; plane++) {
					different |= mine[plane][sequence] ^ theirs[plane][from + j];
				}
				distances[j] += Long.bitCount(different);
			}
		}
	}

	private static void pair(long mine00, long mine01, long mine10, long mine11, long[][] theirs0, long[][] theirs1, int from,
			int length, int[] distances) {
		long[] theirs00 = theirs0[0];
		long[] theirs01 = theirs0[1];
		long[] theirs10 = theirs1[0];
		long[] theirs11 = theirs1[1];
		for (int j = 0; j < length; j++) {
			int at = from + j;
			distances[j] = Long.bitCount((mine00 ^ theirs00[at]) | (mine01 ^ theirs01[at]))
					+ Long.bitCount((mine10 ^ theirs10[at]) | (mine11 ^ theirs11[at]));
		}
	}
}
