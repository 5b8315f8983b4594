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

	/** Long enough for the just-in-time compiler to be done with small work. */
	private static final double WARM_UP_SECONDS = 3;
	private static final int WARM_UP_REPETITIONS = 15;
	private static final int REPETITIONS = 7;

	/**
	 * Repeats some work.
	 *
	 * @param seconds how long to measure, at least; seven repetitions in any case
	 */
	static Timing of(Runnable work, double seconds) {
		long warm = System.nanoTime() + (long) (WARM_UP_SECONDS * 1e9);
		for (int i = 0; i < WARM_UP_REPETITIONS || System.nanoTime() < warm; i++) {
			work.run();
		}
		List<Double> times = new ArrayList<>();
		long end = System.nanoTime() + (long) (seconds * 1e9);
		while (times.size() < REPETITIONS || System.nanoTime() < end) {
			long start = System.nanoTime();
			work.run();
			times.add((System.nanoTime() - start) / 1e6);
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
