package org.nullcline.dynamics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.random.RandomStream;

/**
 * Intervals of statistics of a time series. Neighboring steps are much alike, so whole blocks of steps are drawn, not steps
 * (Künsch 1989; blocks that do not overlap).
 */
public final class BlockBootstrap {

	private static final int RESAMPLES = 500;

	private BlockBootstrap() {
	}

	/**
	 * The interval at 95 % by percentiles.
	 *
	 * @param steps     of the series
	 * @param blocks    into which it is cut, at least 2
	 * @param statistic of the steps with the given indices, each as often as it is drawn; draws without a value are left out
	 */
	public static Interval interval(int steps, int blocks, ToDoubleFunction<int[]> statistic, RandomStream random) {
		int length = steps / blocks;
		if (blocks < 2 || length < 1) {
			return Interval.unknown("unknown: " + steps + " steps are too few for blocks");
		}
		double[] values = new double[RESAMPLES];
		int[] drawn = new int[blocks * length];
		for (int k = 0; k < RESAMPLES; k++) {
			for (int b = 0; b < blocks; b++) {
				int from = random.nextInt(blocks) * length;
				for (int i = 0; i < length; i++) {
					drawn[b * length + i] = from + i;
				}
			}
			values[k] = statistic.applyAsDouble(drawn);
		}
		double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
		if (sorted.length < RESAMPLES / 2) {
			return Interval.unknown("unknown: too few steps of the kind");
		}
		return new Interval(sorted[(int) (0.025 * sorted.length)], sorted[(int) Math.ceil(0.975 * sorted.length) - 1],
				"95 % bootstrap over " + blocks + " blocks of " + length + " steps");
	}
}
