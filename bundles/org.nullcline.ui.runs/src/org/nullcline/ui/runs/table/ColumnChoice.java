package org.nullcline.ui.runs.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.nullcline.comparison.table.RunColumn;
import org.nullcline.comparison.table.RunColumn.Kind;
import org.nullcline.comparison.table.RunColumns;
import org.nullcline.comparison.table.RunTable;

/**
 * Which columns are shown.
 *
 * @param differingOnly whether only those are shown in which the runs of the table differ
 * @param chosen        the columns that the user chose, or none if they are chosen for the user
 */
record ColumnChoice(boolean differingOnly, List<String> chosen) {

	/** What most people look for. */
	static final ColumnChoice DEFAULT = new ColumnChoice(true, List.of());

	/** They name a run, so they are there whether they differ or not. */
	private static final Set<String> ALWAYS = Set.of(RunColumns.RUN, "state"); //$NON-NLS-1$

	ColumnChoice {
		chosen = List.copyOf(chosen);
	}

	/** The columns of a table, those by which runs are grouped first. */
	List<RunColumn> columns(RunTable table, List<String> groupBy) {
		Set<RunColumn> columns = new LinkedHashSet<>();
		groupBy.forEach(name -> table.columns().find(name).ifPresent(columns::add));
		if (!chosen.isEmpty()) {
			chosen.forEach(name -> table.columns().find(name).ifPresent(columns::add));
			return new ArrayList<>(columns);
		}
		Set<String> differing = new LinkedHashSet<>();
		table.shown().differing().forEach(column -> differing.add(column.name()));
		for (RunColumn column : table.columns().all()) {
			boolean shown = differingOnly ? differing.contains(column.name()) : column.kind() != Kind.ORIGIN;
			// Every run of a group has another name.
			boolean named = ALWAYS.contains(column.name()) && groupBy.isEmpty();
			if (named || shown && (groupBy.isEmpty() || !ALWAYS.contains(column.name()))) {
				columns.add(column);
			}
		}
		return new ArrayList<>(columns);
	}
}
