package org.nullcline.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Times of one piece of work in milliseconds, after a warm-up.
 *
 * @param median      of all repetitions
 * @param minimum     of all repetitions
 * @param lowQuarter  a quarter of the repetitions took no longer
 * @param highQuarter three quarters of the repetitions took no longer
 * @param maximum     of all repetitions
 * @param repetitions after the warm-up
 */
public record Timing(double median, double minimum, double lowQuarter, double highQuarter, double maximum,
		int repetitions) {

	private static final int REPETITIONS = 7;
	/** The warm-up ends when the work has not become faster for this many rounds, or after so many rounds. */
	private static final int STEADY_ROUNDS = 5;
	private static final int MOST_ROUNDS = 25;
	private static final double ROUND_SECONDS = 0.8;
	private static final double FASTER = 0.97;

	/**
	 * Repeats some work.
	 *
	 * @param seconds how long to measure, at least; seven repetitions in any case
	 */
	static Timing of(Runnable work, double seconds) {
		warmUp(work);
		return repeat(work, seconds);
	}

	/**
	 * Repeats some work and another one in turn, so that whatever disturbs the machine disturbs both.
	 *
	 * @param seconds how long to measure, at least; seven repetitions of each in any case
	 * @return of the work, and of the other one
	 */
	static List<Timing> inTurn(Runnable work, Runnable other, double seconds) {
		warmUp(work);
		List<Double> times = new ArrayList<>();
		List<Double> others = new ArrayList<>();
		long end = System.nanoTime() + (long) (seconds * 1e9);
		while (times.size() < REPETITIONS || System.nanoTime() < end) {
			// Once in vain: after the other one its own data must come into the cache.
			work.run();
			times.add(milliseconds(work));
			other.run();
			others.add(milliseconds(other));
		}
		return List.of(of(times), of(others));
	}

	private static double milliseconds(Runnable work) {
		long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e6;
	}

	private static void warmUp(Runnable work) {
		double best = Double.POSITIVE_INFINITY;
		int steady = 0;
		for (int round = 0; round < MOST_ROUNDS && steady < STEADY_ROUNDS; round++) {
			double median = repeat(work, ROUND_SECONDS).median();
			steady = median < FASTER * best ? 0 : steady + 1;
			best = Math.min(best, median);
		}
	}

	private static Timing repeat(Runnable work, double seconds) {
		List<Double> times = new ArrayList<>();
		long end = System.nanoTime() + (long) (seconds * 1e9);
		while (times.size() < REPETITIONS || System.nanoTime() < end) {
			times.add(milliseconds(work));
		}
		return of(times);
	}

	/** @param milliseconds at least one */
	static Timing of(List<Double> milliseconds) {
		List<Double> sorted = new ArrayList<>(milliseconds);
		Collections.sort(sorted);
		int last = sorted.size() - 1;
		return new Timing(sorted.get(last / 2), sorted.getFirst(), sorted.get(last / 4), sorted.get(last * 3 / 4),
				sorted.getLast(), sorted.size());
	}
}
