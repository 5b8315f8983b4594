package org.nullcline.core.analysis;

import java.util.List;
import java.util.Objects;

/**
 * A small table for people.
 *
 * @param title   above it
 * @param columns headings, with units
 * @param rows    one text per column
 */
public record Table(String title, List<String> columns, List<List<String>> rows) {

	public Table {
		Objects.requireNonNull(title, "a table needs a title");
		columns = List.copyOf(columns);
		rows = rows.stream().map(List::copyOf).toList();
		for (List<String> row : rows) {
			if (row.size() != columns.size()) {
				throw new IllegalArgumentException(
						"table '" + title + "': " + columns.size() + " columns, but a row of " + row.size());
			}
		}
	}
}
