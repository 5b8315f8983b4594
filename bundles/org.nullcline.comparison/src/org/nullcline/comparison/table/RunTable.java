package org.nullcline.comparison.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.nullcline.comparison.table.TableRow.Group;
import org.nullcline.comparison.table.TableRow.SingleRun;
import org.nullcline.runs.index.IndexedRun;

/**
 * A table of runs: those that a filter lets through, in order, single or in groups.
 *
 * @param columns of all runs, whether the filter lets them through or not
 * @param total   how many runs there are without the filter
 * @param shown   the columns of the runs that the filter lets through
 * @param rows    runs, or groups of runs
 */
public record RunTable(RunColumns columns, int total, RunColumns shown, List<TableRow> rows) {

	/** Nothing. */
	public static final RunTable EMPTY = new RunTable(RunColumns.of(List.of()), 0, RunColumns.of(List.of()), List.of());

	/**
	 * Makes a table.
	 *
	 * @param columns of the runs
	 * @throws FilterSyntaxException if the filter cannot be understood
	 */
	public static RunTable of(List<IndexedRun> runs, RunColumns columns, TableQuery query) throws FilterSyntaxException {
		RunFilter filter = RunFilter.parse(query.filter(), columns);
		List<IndexedRun> passed = filter == RunFilter.NONE ? runs : runs.stream().filter(filter.condition()).toList();
		RunColumns shown = passed.size() == runs.size() ? columns : RunColumns.of(passed);
		List<RunColumn> keys = query.groupBy().stream().map(columns::find).flatMap(java.util.Optional::stream).toList();
		if (keys.isEmpty()) {
			List<IndexedRun> sorted = RunOrder.sorted(passed, query.order(), columns);
			return new RunTable(columns, runs.size(), shown, sorted.stream().map(run -> (TableRow) new SingleRun(run)).toList());
		}
		return new RunTable(columns, runs.size(), shown, groups(passed, keys, query.order(), columns));
	}

	/** The runs of all rows. */
	public Stream<IndexedRun> runs() {
		return rows.stream().flatMap(row -> row.runs().stream());
	}

	private static List<TableRow> groups(List<IndexedRun> runs, List<RunColumn> keys, List<SortKey> order,
			RunColumns columns) {
		List<String> names = keys.stream().map(RunColumn::name).toList();
		// Groups follow their keys unless another order is asked for.
		List<SortKey> byKeys = names.stream().map(name -> order.stream().filter(key -> key.column().equals(name)).findFirst()
				.orElse(new SortKey(name, false))).toList();
		Map<List<String>, List<IndexedRun>> members = new LinkedHashMap<>();
		for (IndexedRun run : RunOrder.sorted(runs, byKeys, columns)) {
			List<String> values = new ArrayList<>();
			keys.forEach(key -> values.add(key.text().apply(run)));
			members.computeIfAbsent(values, _ -> new ArrayList<>()).add(run);
		}
		List<TableRow> groups = new ArrayList<>();
		members.forEach((values, group) -> groups.add(new Group(names, values, RunOrder.sorted(group, order, columns))));
		return GroupOrder.sorted(groups, order, columns);
	}
}
