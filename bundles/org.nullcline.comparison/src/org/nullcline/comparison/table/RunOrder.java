package org.nullcline.comparison.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.runs.index.IndexedRun;

/** Orders runs by several columns, each of which is looked at once for each run. */
final class RunOrder {

	private RunOrder() {
	}

	/** The runs in order; those that are equal in all columns stay in the order in which they were. */
	static List<IndexedRun> sorted(List<IndexedRun> runs, List<SortKey> keys, RunColumns columns) {
		Comparator<Integer> order = null;
		for (SortKey key : keys) {
			RunColumn column = columns.find(key.column()).orElse(null);
			// A view that was saved for other runs may name a column that these do not have.
			if (column != null) {
				Comparator<Integer> next = column.numeric() ? byNumber(runs, column, key.descending())
						: byText(runs, column, key.descending());
				order = order == null ? next : order.thenComparing(next);
			}
		}
		if (order == null) {
			return runs;
		}
		Integer[] positions = IntStream.range(0, runs.size()).boxed().toArray(Integer[]::new);
		Arrays.sort(positions, order);
		return Arrays.stream(positions).map(runs::get).toList();
	}

	private static Comparator<Integer> byNumber(List<IndexedRun> runs, RunColumn column, boolean descending) {
		double[] values = runs.stream().mapToDouble(column.number()).toArray();
		return (a, b) -> {
			boolean none = Double.isNaN(values[a]);
			if (none || Double.isNaN(values[b])) {
				return Boolean.compare(none, Double.isNaN(values[b]));
			}
			return descending ? Double.compare(values[b], values[a]) : Double.compare(values[a], values[b]);
		};
	}

	private static Comparator<Integer> byText(List<IndexedRun> runs, RunColumn column, boolean descending) {
		String[] values = runs.stream().map(column.text()).toArray(String[]::new);
		return (a, b) -> {
			if (values[a] == null || values[b] == null) {
				return Boolean.compare(values[a] == null, values[b] == null);
			}
			return descending ? NaturalOrder.INSTANCE.compare(values[b], values[a])
					: NaturalOrder.INSTANCE.compare(values[a], values[b]);
		};
	}
}
