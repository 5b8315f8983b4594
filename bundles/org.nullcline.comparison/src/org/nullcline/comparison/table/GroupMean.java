package org.nullcline.comparison.table;

import java.util.Arrays;
import java.util.List;

import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.dynamics.SampleMean;
import org.nullcline.runs.index.IndexedRun;

/**
 * The mean of a measured quantity over runs.
 *
 * @param count    number of runs that have it
 * @param mean     NaN if there are none
 * @param interval at 95 %, by Student's t; unknown for fewer than three
 */
public record GroupMean(int count, double mean, Interval interval) {

	static GroupMean of(List<IndexedRun> runs, RunColumn column) {
		double[] values = runs.stream().mapToDouble(column.number()).filter(value -> !Double.isNaN(value)).toArray();
		return new GroupMean(values.length, Arrays.stream(values).average().orElse(Double.NaN),
				SampleMean.interval(values, "runs"));
	}

	/** Mean and half the width of the interval, or the mean alone. */
	public String text() {
		if (count == 0) {
			return "";
		}
		double half = (interval.high() - interval.low()) / 2;
		return RunNumbers.text(mean) + (Double.isNaN(half) || half == 0 ? "" : " \u00b1 " + RunNumbers.short2(half));
	}
}
