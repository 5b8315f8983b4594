package org.nullcline.ui;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * Rows of virtual tables that belong to no table any more, but were never disposed. On GTK, a virtual table that is cleared
 * while it is visible asks for rows once more and loses them. The platform's theme engine knows such a row until the row is
 * disposed, and fails to change the theme once the table is gone. Here they are found, and the engine forgets them.
 */
final class StrayRows {

	private static final String KEY = StrayRows.class.getName();

	private final Set<TableItem> rows = Collections.newSetFromMap(new WeakHashMap<>());

	private StrayRows() {
	}

	/** Begins to look at the rows that come into being. */
	static void watch(Display display) {
		StrayRows strays = new StrayRows();
		display.setData(KEY, strays);
		// Every new widget is announced by this event, from which the theme engine learns of it, too.
		display.addListener(SWT.Skin, event -> strays.add(event));
	}

	/** Lets everybody who waits for the disposal of a stray row believe in it. */
	static void forget(Display display) {
		if (display.getData(KEY) instanceof StrayRows strays) {
			strays.forget();
		}
	}

	private void add(Event event) {
		// Events are told later: row and table may be gone.
		if (!(event.widget instanceof TableItem row) || row.isDisposed()) {
			return;
		}
		Table table = row.getParent();
		Display display = event.display;
		if (table.isDisposed()) {
			rows.add(row);
			display.asyncExec(this::forget);
		} else if ((table.getStyle() & SWT.VIRTUAL) != 0) {
			rows.add(row);
			if (table.getData(KEY) == null) {
				table.setData(KEY, this);
				// Whoever changes the theme then, the preference page for example, must not stumble.
				table.addListener(SWT.Dispose, disposal -> display.asyncExec(this::forget));
			}
		}
	}

	private void forget() {
		for (TableItem row : List.copyOf(rows)) {
			if (row.isDisposed()) {
				rows.remove(row);
			} else if (isStray(row)) {
				rows.remove(row);
				// To dispose it is not possible: its table, which would have to take part, may be gone.
				row.notifyListeners(SWT.Dispose, new Event());
			}
		}
	}

	private static boolean isStray(TableItem row) {
		Table table = row.getParent();
		return table.isDisposed() || table.indexOf(row) < 0;
	}
}
