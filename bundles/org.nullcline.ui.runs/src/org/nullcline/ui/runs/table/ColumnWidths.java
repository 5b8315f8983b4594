package org.nullcline.ui.runs.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** Widths of columns: as wide as their texts need at first, afterwards as the user made them. */
final class ColumnWidths {

	/** Rows that are looked at; a virtual table does not know all its texts. */
	static final int SAMPLE = 30;

	private static final int MARGIN = 24;
	private static final int LARGEST = 280;

	private final Map<String, Integer> widths = new HashMap<>();

	/** The width of a column. */
	int of(String name, Table table, List<String> texts) {
		Integer known = widths.get(name);
		if (known != null) {
			return known;
		}
		GC gc = new GC(table);
		try {
			int widest = gc.textExtent(name + "  \u25b2").x; //$NON-NLS-1$
			for (String text : texts) {
				widest = Math.max(widest, gc.textExtent(text).x);
			}
			return Math.min(widest + MARGIN, LARGEST);
		} finally {
			gc.dispose();
		}
	}

	/** Keeps what the user makes of a width. */
	void follow(TableColumn column, String name) {
		column.addListener(SWT.Resize, event -> {
			Table table = column.getParent();
			int[] order = table.getColumnOrder();
			// The last column also takes the space that is left, which nobody asked for.
			if (table.isVisible() && order.length > 0 && table.getColumn(order[order.length - 1]) != column && table.getItemCount() > 0) {
				widths.put(name, column.getWidth());
			}
		});
	}
}
