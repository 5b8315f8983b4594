package org.nullcline.ui.runs.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.nullcline.comparison.table.RunColumn;
import org.nullcline.comparison.table.SortKey;
import org.nullcline.comparison.table.TableRow;
import org.nullcline.comparison.table.TableRow.Group;
import org.nullcline.comparison.table.TableRow.SingleRun;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.runs.Messages;

/**
 * The widget: a virtual table, which asks for the texts of those rows only that come into sight. Other columns come with a
 * new table: GTK hands out rows while they are being removed, and such rows crash the process when the theme is changed.
 */
final class RunsGrid {

	private static final String OPEN = "\u25be "; //$NON-NLS-1$
	private static final String CLOSED = "\u25b8 "; //$NON-NLS-1$
	private static final String INDENT = "    "; //$NON-NLS-1$

	private final Composite host;
	private final VisibleRows rows = new VisibleRows();
	private final ColumnWidths widths = new ColumnWidths();
	private final Map<TableColumn, String> nameOf = new HashMap<>();
	private final Consumer<List<SortKey>> sorted;
	private final Runnable selected;
	private final Runnable chosen;
	private Table table;
	private Menu menu;
	private List<RunColumn> columns = List.of();
	private List<SortKey> order = List.of();
	private boolean grouped;

	/**
	 * @param sorted   is told which order the user wants
	 * @param selected is told that the user has selected something
	 * @param chosen   is told that the user has chosen a run, by a double-click or Enter
	 */
	RunsGrid(Composite parent, Consumer<List<SortKey>> sorted, Runnable selected, Runnable chosen) {
		this.sorted = sorted;
		this.selected = selected;
		this.chosen = chosen;
		host = new Composite(parent, SWT.NONE);
		host.setLayout(new FillLayout());
		makeTable();
	}

	/** What holds the table. */
	Control control() {
		return host;
	}

	/** The menu of the table. */
	void setMenu(Menu newMenu) {
		menu = newMenu;
		table.setMenu(menu);
	}

	void setFocus() {
		table.setFocus();
	}

	void selectAll() {
		table.selectAll();
	}

	private void makeTable() {
		table = new Table(host, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.BORDER);
		table.setHeaderVisible(true);
		table.setLinesVisible(true);
		AccessibleNames.set(table, Messages.Table_runs);
		table.addListener(SWT.SetData, this::fill);
		table.addListener(SWT.KeyDown, this::openByKey);
		table.addSelectionListener(new SelectionListener() {

			@Override
			public void widgetSelected(SelectionEvent event) {
				selected.run();
			}

			@Override
			public void widgetDefaultSelected(SelectionEvent event) {
				int index = table.getSelectionIndex();
				if (index >= 0 && rows.get(index) instanceof Group group) {
					toggle(group);
				} else if (index >= 0) {
					chosen.run();
				}
			}
		});
	}

	/** Shows rows; those that were selected stay so. */
	void show(List<TableRow> newRows, List<RunColumn> newColumns, List<SortKey> newOrder) {
		Set<RunReference> before = new LinkedHashSet<>(selection());
		boolean inGroups = !newRows.isEmpty() && newRows.getFirst() instanceof Group;
		boolean sameColumns = inGroups == grouped && headers(newColumns).equals(headers(columns));
		int top = table.getTopIndex();
		if (!sameColumns) {
			boolean focus = table.isFocusControl();
			table.setMenu(null);
			table.dispose();
			makeTable();
			table.setMenu(menu);
			if (focus) {
				table.setFocus();
			}
			host.layout();
		}
		table.setRedraw(false);
		try {
			// Removing rows that are selected one after the other takes forever on GTK.
			table.deselectAll();
			order = newOrder;
			rows.set(newRows);
			columns = newColumns;
			grouped = inGroups;
			if (!sameColumns) {
				makeColumns();
			}
			refill(before);
			table.setTopIndex(Math.min(top, Math.max(0, rows.size() - 1)));
			showOrder();
		} finally {
			table.setRedraw(true);
		}
	}

	/** The columns as they are shown, from left to right. */
	List<RunColumn> columnsInOrder() {
		Map<String, RunColumn> byName = new HashMap<>();
		columns.forEach(column -> byName.put(column.name(), column));
		return Arrays.stream(table.getColumnOrder()).mapToObj(table::getColumn).map(nameOf::get).map(byName::get)
				.filter(column -> column != null).toList();
	}

	/** New runs have new columns, which look like the old ones where these tell all. */
	private static List<String> headers(List<RunColumn> columns) {
		return columns.stream().map(column -> column.name() + column.numeric()).toList();
	}

	/** The rows that are selected. */
	List<TableRow> selectedRows() {
		return Arrays.stream(table.getSelectionIndices()).sorted().filter(index -> index < rows.size()).mapToObj(rows::get).toList();
	}

	/** The selected runs, each once; those of a group that is selected belong to them. */
	List<RunReference> selection() {
		Set<RunReference> runs = new LinkedHashSet<>();
		selectedRows().forEach(row -> row.runs().forEach(run -> runs.add(run.reference())));
		return List.copyOf(runs);
	}

	/** Selects runs without telling anybody; returns whether there are any of them. */
	boolean select(List<RunReference> runs) {
		int[] indices = runs.stream().mapToInt(rows::indexOf).filter(index -> index >= 0).distinct().toArray();
		if (indices.length == 0) {
			return false;
		}
		int[] present = table.getSelectionIndices();
		Arrays.sort(present);
		int[] wanted = indices.clone();
		Arrays.sort(wanted);
		if (!Arrays.equals(present, wanted)) {
			table.setSelection(indices);
			table.showSelection();
		}
		return true;
	}

	private void refill(Set<RunReference> select) {
		table.setItemCount(rows.size());
		table.clearAll();
		int[] indices = select.stream().mapToInt(rows::indexOf).filter(index -> index >= 0).distinct().toArray();
		if (indices.length > 0) {
			table.select(indices);
		}
	}

	private void fill(Event event) {
		TableItem item = (TableItem) event.item;
		int index = event.index;
		// While it removes rows, GTK asks for some that are gone.
		if (index < 0 || index >= rows.size()) {
			return;
		}
		TableRow row = rows.get(index);
		List<String> texts = new ArrayList<>();
		if (grouped) {
			texts.add(switch (row) {
			case Group group -> (rows.isOpen(group) ? OPEN : CLOSED) + group.runs().size();
			case SingleRun single -> INDENT + single.run().name();
			});
		}
		columns.forEach(column -> texts.add(row.text(column)));
		item.setText(texts.toArray(String[]::new));
	}

	private void makeColumns() {
		nameOf.clear();
		if (grouped) {
			TableColumn members = new TableColumn(table, SWT.NONE);
			members.setText(Messages.Table_runs);
			members.setWidth(widths.of(Messages.Table_runs, table, rows.get(0).runs().stream().limit(ColumnWidths.SAMPLE)
					.map(run -> INDENT + run.name()).toList()));
			widths.follow(members, Messages.Table_runs);
		}
		List<TableRow> sample = rows.all().subList(0, Math.min(rows.size(), ColumnWidths.SAMPLE));
		for (RunColumn column : columns) {
			TableColumn shown = new TableColumn(table, column.numeric() ? SWT.RIGHT : SWT.LEFT);
			shown.setText(column.name());
			shown.setToolTipText(column.name());
			shown.setMoveable(true);
			shown.setWidth(widths.of(column.name(), table, sample.stream().map(row -> row.text(column)).toList()));
			widths.follow(shown, column.name());
			shown.addListener(SWT.Selection, event -> sortBy(column.name(), (event.stateMask & (SWT.SHIFT | SWT.MOD1)) != 0));
			nameOf.put(shown, column.name());
		}
	}

	/** A click orders by one column, another click turns the order round; with Shift further columns are added. */
	private void sortBy(String column, boolean further) {
		List<SortKey> wanted = new ArrayList<>(further ? order : List.of());
		SortKey present = order.stream().filter(key -> key.column().equals(column)).findFirst().orElse(null);
		SortKey key = new SortKey(column, present != null && !present.descending());
		int place = wanted.indexOf(present);
		if (place >= 0) {
			wanted.set(place, key);
		} else {
			wanted.add(key);
		}
		sorted.accept(wanted);
	}

	private void showOrder() {
		boolean several = order.size() > 1;
		table.setSortColumn(null);
		nameOf.forEach((shown, column) -> {
			SortKey key = order.stream().filter(each -> each.column().equals(column)).findFirst().orElse(null);
			String mark = key == null || !several ? "" //$NON-NLS-1$
					: (key.descending() ? "  \u25bc" : "  \u25b2") + (order.indexOf(key) + 1); //$NON-NLS-1$ //$NON-NLS-2$
			shown.setText(column + mark);
			if (key != null && !several) {
				table.setSortColumn(shown);
				table.setSortDirection(key.descending() ? SWT.DOWN : SWT.UP);
			}
		});
	}

	/** The group stays selected, and no other row. */
	private void toggle(Group group) {
		table.setRedraw(false);
		table.deselectAll();
		rows.toggle(group);
		refill(Set.of());
		table.select(rows.all().indexOf(group));
		table.setRedraw(true);
		selected.run();
	}

	/** As in trees: the right arrow opens, the left one closes. */
	private void openByKey(Event event) {
		int index = table.getSelectionIndex();
		if (index >= 0 && rows.get(index) instanceof Group group
				&& (event.keyCode == SWT.ARROW_RIGHT && !rows.isOpen(group) || event.keyCode == SWT.ARROW_LEFT && rows.isOpen(group))) {
			toggle(group);
			event.doit = false;
		}
	}
}
