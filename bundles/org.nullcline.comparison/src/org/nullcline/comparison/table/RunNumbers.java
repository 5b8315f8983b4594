package org.nullcline.comparison.table;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

import org.nullcline.runs.index.IndexedRun;

/** Numbers as tables show them. */
final class RunNumbers {

	private static final double LARGEST_WHOLE = 1e7;

	private RunNumbers() {
	}

	/** Four digits, whole numbers in full; empty for NaN. */
	static String text(double value) {
		if (Double.isNaN(value)) {
			return "";
		}
		return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE ? Long.toString((long) value)
				: String.format(Locale.ROOT, "%.4g", value);
	}

	/** Two digits. */
	static String short2(double value) {
		return String.format(Locale.ROOT, "%.2g", value);
	}

	/** What runs of different values have in common: smallest and largest number, or how many values there are. */
	static String range(List<IndexedRun> runs, RunColumn column) {
		if (column.numeric()) {
			DoubleSummaryStatistics numbers = runs.stream().mapToDouble(column.number()).filter(value -> !Double.isNaN(value))
					.summaryStatistics();
			String smallest = RunColumn.written(numbers.getMin());
			// Others of the group may have none at all.
			return numbers.getMin() == numbers.getMax() ? smallest : smallest + " \u2026 " + RunColumn.written(numbers.getMax());
		}
		return "(" + runs.stream().map(column.text()).distinct().count() + ")";
	}
}
