package org.nullcline.comparison.table;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.comparison.table.TableRow.Group;

/** Orders groups by the means of measured columns. By all other columns they are in order already. */
final class GroupOrder {

	private GroupOrder() {
	}

	static List<TableRow> sorted(List<TableRow> groups, List<SortKey> order, RunColumns columns) {
		Comparator<TableRow> comparator = null;
		for (SortKey key : order) {
			RunColumn column = columns.find(key.column()).filter(RunColumn::isMeasured).orElse(null);
			if (column == null) {
				// The keys that come after one by which the groups are in order already would spoil that order.
				break;
			}
			Map<TableRow, Double> means = new IdentityHashMap<>();
			groups.forEach(group -> means.put(group, ((Group) group).mean(column).mean()));
			Comparator<TableRow> next = (a, b) -> compare(means.get(a), means.get(b), key.descending());
			comparator = comparator == null ? next : comparator.thenComparing(next);
		}
		return comparator == null ? groups : groups.stream().sorted(comparator).toList();
	}

	private static int compare(double a, double b, boolean descending) {
		if (Double.isNaN(a) || Double.isNaN(b)) {
			return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
		}
		return descending ? Double.compare(b, a) : Double.compare(a, b);
	}
}
