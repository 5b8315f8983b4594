package org.nullcline.ui.views;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.nullcline.core.analysis.Table;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.views.ResultContent.Named;

/** One of several tables, chosen by its title. */
final class TablesPane {

	private final Composite body;
	private final Combo choice;
	private final org.eclipse.swt.widgets.Table grid;
	private List<Named<Table>> tables = List.of();

	TablesPane(Composite parent) {
		body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(body);
		choice = new Combo(body, SWT.DROP_DOWN | SWT.READ_ONLY);
		AccessibleNames.set(choice, Messages.Results_tables);
		choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> fill()));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(choice);
		grid = new org.eclipse.swt.widgets.Table(body, SWT.FULL_SELECTION | SWT.BORDER | SWT.MULTI);
		grid.setHeaderVisible(true);
		grid.setLinesVisible(true);
		AccessibleNames.set(grid, Messages.Results_tables);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
	}

	Control control() {
		return body;
	}

	void show(List<Named<Table>> newTables) {
		tables = newTables;
		choice.setItems(tables.isEmpty() ? new String[] { Messages.Results_noTables }
				: tables.stream().map(Named::name).toArray(String[]::new));
		choice.setEnabled(!tables.isEmpty());
		choice.select(0);
		fill();
	}

	private void fill() {
		grid.setRedraw(false);
		grid.removeAll();
		for (TableColumn column : grid.getColumns()) {
			column.dispose();
		}
		int index = choice.getSelectionIndex();
		if (index >= 0 && index < tables.size()) {
			Table table = tables.get(index).value();
			table.columns().forEach(label -> new TableColumn(grid, SWT.NONE).setText(label));
			table.rows().forEach(row -> new TableItem(grid, SWT.NONE).setText(row.toArray(String[]::new)));
			for (TableColumn column : grid.getColumns()) {
				column.pack();
			}
		}
		grid.setRedraw(true);
	}
}
