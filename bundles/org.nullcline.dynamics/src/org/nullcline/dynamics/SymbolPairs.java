package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of frequent symbols that follow one another directly: where a network goes to and fro between two symbols, there is
 * an orbit of its own. Rare symbols, which every state may emit by the way, join nothing.
 *
 * @param pairs each with the smaller symbol first, in ascending order
 */
public record SymbolPairs(List<Pair> pairs) {

	/** Two symbols, the smaller one first. */
	public record Pair(int first, int second) {

		/** Whether a symbol is one of the two. */
		public boolean contains(int symbol) {
			return symbol == first || symbol == second;
		}

		@Override
		public String toString() {
			return first + " and " + second;
		}
	}

	public SymbolPairs {
		pairs = List.copyOf(pairs);
	}

	/**
	 * Finds the pairs.
	 *
	 * @param shares        how frequent each symbol is, sum 1
	 * @param flows         how often each symbol follows each, [symbol, next symbol], in any unit
	 * @param smallestShare of a symbol
	 * @param smallestPart  of all changes between frequent symbols that are between the two of a pair, either way
	 */
	public static SymbolPairs of(double[] shares, double[][] flows, double smallestShare, double smallestPart) {
		double all = 0;
		for (int a = 0; a < shares.length; a++) {
			for (int b = 0; b < shares.length; b++) {
				all += a != b && shares[a] >= smallestShare && shares[b] >= smallestShare ? flows[a][b] : 0;
			}
		}
		List<Pair> pairs = new ArrayList<>();
		for (Pair pair : all(shares, smallestShare)) {
			double between = flows[pair.first()][pair.second()] + flows[pair.second()][pair.first()];
			if (between > 0 && between >= smallestPart * all) {
				pairs.add(pair);
			}
		}
		return new SymbolPairs(pairs);
	}

	/** The pairs that a run joins. */
	public static SymbolPairs of(DrivenTrajectory run, double smallestShare, double smallestPart) {
		double[] shares = run.shares();
		double[][] flows = new double[shares.length][shares.length];
		for (int t = 1; t < run.steps(); t++) {
			flows[run.symbols()[t - 1]][run.symbols()[t]]++;
		}
		return of(shares, flows, smallestShare, smallestPart);
	}

	/** All pairs of frequent symbols, joined or not. */
	public static List<Pair> all(double[] shares, double smallestShare) {
		List<Pair> pairs = new ArrayList<>();
		for (int a = 0; a < shares.length; a++) {
			for (int b = a + 1; b < shares.length; b++) {
				if (shares[a] >= smallestShare && shares[b] >= smallestShare) {
					pairs.add(new Pair(a, b));
				}
			}
		}
		return pairs;
	}

	/** As they are written. */
	public String words() {
		return pairs.isEmpty() ? "none" : String.join(", ", pairs.stream().map(Pair::toString).toList());
	}
}
