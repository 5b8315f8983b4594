package org.nullcline.ui.runs.table;

import org.nullcline.comparison.table.TableQuery;

/**
 * A way to look at runs, under a name.
 *
 * @param name    that the user gave it
 * @param query   filter, order and groups
 * @param columns which are shown
 */
record SavedView(String name, TableQuery query, ColumnChoice columns) {
}
