package org.nullcline.ui.editor;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.hmm.ProbabilityText;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;

/** A matrix of probabilities that can be edited cell by cell; behind each row stands its sum, red where it is not 1. */
final class ProbabilityTable {

	/** Sums may miss 1 by this, as those of rounded decimals do; then the row is divided by its sum. */
	static final double TOLERANCE = 1e-3;

	private static final int LABEL = 46;
	private static final int COLUMN = 64;
	/** Larger matrices are scrolled. */
	private static final int MOST_COLUMNS = 8;
	private static final int MOST_ROWS = 8;

	/** Rows are mutable and known by identity, so that the table keeps its selection. */
	private static final class Row {

		private final String label;
		private final double[] values;

		Row(String label, double[] values) {
			this.label = label;
			this.values = values;
		}

		double sum() {
			return Arrays.stream(values).sum();
		}

		boolean valid() {
			return Math.abs(sum() - 1) <= TOLERANCE && Arrays.stream(values).allMatch(value -> value >= 0 && value <= 1);
		}
	}

	private final TableViewer viewer;
	private final Runnable edited;
	private final BooleanSupplier editable;
	private Row[] rows = {};

	/**
	 * @param name     by which tests and accessibility know it
	 * @param edited   is called when the user has changed a value
	 * @param editable whether values can be changed now
	 */
	ProbabilityTable(Composite parent, FormToolkit toolkit, String name, Runnable edited, BooleanSupplier editable) {
		this.edited = edited;
		this.editable = editable;
		Table table = toolkit.createTable(parent, SWT.FULL_SELECTION | SWT.BORDER | SWT.H_SCROLL | SWT.V_SCROLL);
		table.setHeaderVisible(true);
		table.setLinesVisible(true);
		table.setData(ParameterForm.PARAMETER, name);
		AccessibleNames.set(table, name);
		viewer = new TableViewer(table);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		TableViewerEditor.create(viewer, new TableViewerFocusCellManager(viewer, new FocusCellOwnerDrawHighlighter(viewer)),
				new Activation(), ColumnViewerEditor.TABBING_HORIZONTAL | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR
						| ColumnViewerEditor.TABBING_VERTICAL | ColumnViewerEditor.KEYBOARD_ACTIVATION);
	}

	/** A click edits a cell, and so does Enter or F2; Tab goes on to the next one. */
	private final class Activation extends ColumnViewerEditorActivationStrategy {

		Activation() {
			super(viewer);
		}

		@Override
		protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
			return switch (event.eventType) {
			case ColumnViewerEditorActivationEvent.TRAVERSAL, ColumnViewerEditorActivationEvent.PROGRAMMATIC -> true;
			case ColumnViewerEditorActivationEvent.MOUSE_CLICK_SELECTION -> ((MouseEvent) event.sourceEvent).button == 1;
			case ColumnViewerEditorActivationEvent.KEY_PRESSED -> event.keyCode == SWT.CR || event.keyCode == SWT.F2;
			default -> false;
			};
		}
	}

	/** Shows a matrix; columns are made anew only where their number changes. */
	void show(String[] rowLabels, String[] columnLabels, double[][] matrix) {
		Table table = viewer.getTable();
		if (table.getColumnCount() != columnLabels.length + 2) {
			for (TableColumn column : table.getColumns()) {
				column.dispose();
			}
			column("", LABEL, -1); //$NON-NLS-1$
			for (int j = 0; j < columnLabels.length; j++) {
				column(columnLabels[j], COLUMN, j);
			}
			column(Messages.Model_sum, COLUMN, columnLabels.length);
		}
		rows = new Row[matrix.length];
		for (int i = 0; i < rows.length; i++) {
			rows[i] = new Row(rowLabels[i], matrix[i].clone());
		}
		viewer.setInput(rows);
		int width = LABEL + COLUMN * (Math.min(columnLabels.length, MOST_COLUMNS) + 1) + 6;
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING)
				.hint(width, table.getHeaderHeight() + Math.min(rowLabels.length, MOST_ROWS) * table.getItemHeight() + 4)
				.applyTo(table);
		table.requestLayout();
	}

	/** The matrix as it is edited, rows that are valid divided by their sums. */
	double[][] matrix() {
		return Arrays.stream(rows).map(row -> {
			double sum = row.sum();
			return Math.abs(sum - 1) < 1e-14 || !row.valid() ? row.values.clone()
					: Arrays.stream(row.values).map(value -> value / sum).toArray();
		}).toArray(double[][]::new);
	}

	/** The number of the first row that is no distribution, from 1; 0 if all are. */
	int firstInvalid() {
		for (int i = 0; i < rows.length; i++) {
			if (!rows[i].valid()) {
				return i + 1;
			}
		}
		return 0;
	}

	/** The sum of a row, from 1. */
	double sum(int row) {
		return rows[row - 1].sum();
	}

	/** Divides the rows that are no distributions by their sums; a row of zeros becomes uniform. */
	void normalize() {
		for (Row row : rows) {
			if (!row.valid()) {
				double sum = row.sum();
				Arrays.setAll(row.values, k -> sum > 0 ? row.values[k] / sum : 1.0 / row.values.length);
			}
		}
		viewer.refresh();
	}

	private void column(String label, int width, int index) {
		TableViewerColumn column = new TableViewerColumn(viewer, index < 0 ? SWT.LEFT : SWT.RIGHT);
		column.getColumn().setText(label);
		column.getColumn().setWidth(width);
		column.setLabelProvider(new ColumnLabelProvider() {

			@Override
			public String getText(Object element) {
				Row row = (Row) element;
				return index < 0 ? row.label : index < row.values.length ? text(row.values[index]) : text(row.sum());
			}

			@Override
			public Color getForeground(Object element) {
				Row row = (Row) element;
				return index == row.values.length && !row.valid() ? new Color(new RGB(0xc2, 0x3b, 0x3b)) : null;
			}
		});
		if (index >= 0 && !label.equals(Messages.Model_sum)) {
			column.setEditingSupport(new ValueEditing(index));
		}
	}

	/** Few digits to read; all of them where the value is edited. */
	private static String text(double value) {
		return String.format("%.4g", value).replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
	}

	private final class ValueEditing extends EditingSupport {

		private final int index;

		ValueEditing(int index) {
			super(viewer);
			this.index = index;
		}

		@Override
		protected CellEditor getCellEditor(Object element) {
			TextCellEditor editor = new TextCellEditor(viewer.getTable());
			editor.setValidator(value -> number((String) value) == null ? Messages.Model_notProbability : null);
			return editor;
		}

		@Override
		protected boolean canEdit(Object element) {
			return editable.getAsBoolean();
		}

		@Override
		protected Object getValue(Object element) {
			return ProbabilityText.write(new double[] { ((Row) element).values[index] });
		}

		@Override
		protected void setValue(Object element, Object value) {
			// A cell editor hands over null where the text is not valid.
			Double number = value == null ? null : number((String) value);
			Row row = (Row) element;
			if (number != null && row.values[index] != number) {
				row.values[index] = number;
				viewer.update(row, null);
				edited.run();
			}
		}
	}

	/** A probability, also as a fraction such as 1/3; null if it is none. */
	private static Double number(String text) {
		try {
			String[] parts = text.strip().split("/", 2); //$NON-NLS-1$
			double value = Double.parseDouble(parts[0]) / (parts.length == 2 ? Double.parseDouble(parts[1]) : 1);
			return value >= 0 && value <= 1 ? value : null;
		} catch (NumberFormatException e) {
			return null;
		}
	}
}
