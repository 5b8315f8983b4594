package org.nullcline.comparison.table;

import java.util.List;

import org.nullcline.runs.index.IndexedRun;

/** A row of a table of runs. */
public sealed interface TableRow {

	/** The runs that the row stands for. */
	List<IndexedRun> runs();

	/** The value in a column as people read it, or an empty text. */
	String text(RunColumn column);

	/** A single run. */
	record SingleRun(IndexedRun run) implements TableRow {

		@Override
		public List<IndexedRun> runs() {
			return List.of(run);
		}

		@Override
		public String text(RunColumn column) {
			if (column.isMeasured()) {
				return RunNumbers.text(column.number().applyAsDouble(run));
			}
			String text = column.text().apply(run);
			return text == null ? "" : text;
		}
	}

	/**
	 * Runs that have the same values in some columns.
	 *
	 * @param keys values of the columns by which runs are grouped, in their order; null where the runs have none
	 */
	record Group(List<String> columns, List<String> keys, List<IndexedRun> runs) implements TableRow {

		public Group {
			columns = List.copyOf(columns);
			keys = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(keys));
			runs = List.copyOf(runs);
		}

		/** The mean and its interval; counts and bounds are missing where the runs have no numbers. */
		public GroupMean mean(RunColumn column) {
			return GroupMean.of(runs, column);
		}

		@Override
		public String text(RunColumn column) {
			int key = columns.indexOf(column.name());
			if (key >= 0) {
				return keys.get(key) == null ? "" : keys.get(key);
			}
			if (column.isMeasured()) {
				return mean(column).text();
			}
			List<String> values = runs.stream().map(column.text()).map(text -> text == null ? "" : text).distinct().limit(2).toList();
			return values.size() == 1 ? values.getFirst() : RunNumbers.range(runs, column);
		}
	}
}
