package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.dynamics.SymbolPairs.Pair;

/**
 * How a run goes from one symbol to another and back, in a plane: round one way, round the other, or back as it came.
 *
 * @param windings net number of turns of each round trip, counter-clockwise positive; 0 for a way there and back
 */
public record RoundTrips(int[] windings) {

	/**
	 * Measures the round trips of a pair.
	 *
	 * @param plane    position at each step, relative to the centre of the orbit
	 * @param symbols  at each step
	 * @param shortest symbols that last fewer steps are taken for the one before: flicker at a border is no trip
	 */
	public static RoundTrips of(double[][] plane, int[] symbols, Pair pair, int shortest) {
		int[] steady = steady(symbols, shortest);
		List<Integer> windings = new ArrayList<>();
		int begin = -1;
		boolean there = false;
		for (int t = 1; t < steady.length; t++) {
			if (!pair.contains(steady[t])) {
				begin = -1;
				there = false;
			} else if (steady[t] == pair.second() && steady[t - 1] == pair.first()) {
				there = begin >= 0;
			} else if (steady[t] == pair.first() && steady[t - 1] == pair.second()) {
				if (there) {
					windings.add(winding(plane, begin, t));
				}
				begin = t;
				there = false;
			}
		}
		return new RoundTrips(windings.stream().mapToInt(w -> w).toArray());
	}

	private static int winding(double[][] plane, int from, int to) {
		double angle = 0;
		for (int t = from + 1; t <= to; t++) {
			angle += Math.atan2(plane[t - 1][0] * plane[t][1] - plane[t - 1][1] * plane[t][0],
					plane[t - 1][0] * plane[t][0] + plane[t - 1][1] * plane[t][1]);
		}
		return (int) Math.round(angle / (2 * Math.PI));
	}

	/** Symbols without runs that are shorter than a number of steps. */
	static int[] steady(int[] symbols, int shortest) {
		int[] steady = symbols.clone();
		int begin = 0;
		for (int t = 1; t <= symbols.length; t++) {
			if (t < symbols.length && symbols[t] == symbols[t - 1]) {
				continue;
			}
			if (begin > 0 && t - begin < shortest) {
				java.util.Arrays.fill(steady, begin, t, steady[begin - 1]);
			}
			begin = t;
		}
		return steady;
	}

	/** Number of trips that go round in the direction in which most do. */
	public int inOneDirection() {
		int left = 0;
		int right = 0;
		for (int winding : windings) {
			left += winding > 0 ? 1 : 0;
			right += winding < 0 ? 1 : 0;
		}
		return Math.max(left, right);
	}

	/** +1 if most go round counter-clockwise, -1 if clockwise, 0 if as many. */
	public int direction() {
		int left = 0;
		for (int winding : windings) {
			left += Integer.signum(winding);
		}
		return Integer.signum(left);
	}
}
