package org.nullcline.ui.runs.compare;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.runs.Messages;
import org.nullcline.ui.runs.compare.ComparedRuns.Row;

/** One row for each property, one column for each run. */
final class PropertyTable {

	private static final int WIDEST = 260;
	/** Names of properties are to be read as a whole. */
	private static final int WIDEST_NAME = 460;
	/** Between the text of one column and that of the next. */
	private static final int GAP = 12;

	private final Composite body;
	private final Button differing;
	private final Table table;
	private List<String> labels = List.of();
	private List<Row> rows = List.of();

	/** @param property what the first column is called, which is also the table's name for screen readers */
	PropertyTable(Composite parent, String property) {
		body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(body);
		differing = new Button(body, SWT.CHECK);
		differing.setText(Messages.Compare_differing);
		differing.setSelection(true);
		differing.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> fill()));
		table = new Table(body, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
		table.setHeaderVisible(true);
		table.setLinesVisible(true);
		AccessibleNames.set(table, property);
		table.setData(property);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
	}

	Control control() {
		return body;
	}

	void show(List<String> newLabels, List<Row> newRows) {
		labels = newLabels;
		rows = newRows;
		fill();
	}

	private void fill() {
		table.setRedraw(false);
		table.removeAll();
		for (TableColumn column : table.getColumns()) {
			column.dispose();
		}
		new TableColumn(table, SWT.LEFT).setText((String) table.getData());
		labels.forEach(label -> new TableColumn(table, SWT.LEFT).setText(label));
		for (Row row : rows) {
			if (!differing.getSelection() || row.differs()) {
				List<String> texts = new ArrayList<>(row.values());
				texts.addFirst(row.name());
				new TableItem(table, SWT.NONE).setText(texts.toArray(String[]::new));
			}
		}
		for (TableColumn column : table.getColumns()) {
			column.pack();
			column.setWidth(Math.min(column.getWidth() + GAP, table.indexOf(column) == 0 ? WIDEST_NAME : WIDEST));
		}
		table.setRedraw(true);
	}
}
