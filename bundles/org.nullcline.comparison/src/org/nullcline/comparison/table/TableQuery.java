package org.nullcline.comparison.table;

import java.util.List;

/**
 * What is wanted of a table of runs.
 *
 * @param filter  a filter expression, or empty
 * @param order   columns by which rows are ordered, most important first
 * @param groupBy columns by which runs are grouped; empty for none
 */
public record TableQuery(String filter, List<SortKey> order, List<String> groupBy) {

	/** Every run, as it comes. */
	public static final TableQuery ALL = new TableQuery("", List.of(), List.of());

	public TableQuery {
		order = List.copyOf(order);
		groupBy = List.copyOf(groupBy);
	}
}
