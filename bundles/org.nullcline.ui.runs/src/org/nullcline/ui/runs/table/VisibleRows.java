package org.nullcline.ui.runs.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nullcline.comparison.table.TableRow;
import org.nullcline.comparison.table.TableRow.Group;
import org.nullcline.comparison.table.TableRow.SingleRun;
import org.nullcline.runs.RunReference;

/** The rows that can be seen by scrolling: those of the table, and the runs of groups that are open. */
final class VisibleRows {

	private final Set<List<String>> open = new HashSet<>();
	private List<TableRow> rows = List.of();
	private List<TableRow> visible = List.of();
	/** Made when it is first needed: most tables are only looked at. */
	private Map<RunReference, Integer> positions;

	void set(List<TableRow> newRows) {
		rows = newRows;
		arrange();
	}

	List<TableRow> all() {
		return visible;
	}

	int size() {
		return visible.size();
	}

	TableRow get(int index) {
		return visible.get(index);
	}

	boolean isGrouped() {
		return !rows.isEmpty() && rows.getFirst() instanceof Group;
	}

	boolean isOpen(Group group) {
		return open.contains(group.keys());
	}

	/** Opens or closes a group. */
	void toggle(Group group) {
		if (!open.remove(group.keys())) {
			open.add(group.keys());
		}
		arrange();
	}

	/** Where a run is, or -1; the group of a run stands for it as long as it is closed. */
	int indexOf(RunReference run) {
		if (positions == null) {
			positions = new HashMap<>();
			for (int i = 0; i < visible.size(); i++) {
				int index = i;
				switch (visible.get(i)) {
				case SingleRun single -> positions.put(single.run().reference(), index);
				case Group group -> {
					if (!isOpen(group)) {
						group.runs().forEach(member -> positions.put(member.reference(), index));
					}
				}
				}
			}
		}
		return positions.getOrDefault(run, -1);
	}

	private void arrange() {
		positions = null;
		if (!isGrouped() || open.isEmpty()) {
			visible = rows;
			return;
		}
		visible = new ArrayList<>();
		for (TableRow row : rows) {
			visible.add(row);
			if (row instanceof Group group && isOpen(group)) {
				group.runs().forEach(run -> visible.add(new SingleRun(run)));
			}
		}
	}
}
