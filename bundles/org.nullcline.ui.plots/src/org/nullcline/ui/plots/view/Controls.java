package org.nullcline.ui.plots.view;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.nullcline.ui.common.AccessibleNames;

/** What users choose with, each with a label before it. */
final class Controls {

	private Controls() {
	}

	static Combo combo(Composite bar, String label, List<String> items, Runnable changed) {
		Combo combo = new Combo(labelled(bar, label), SWT.DROP_DOWN | SWT.READ_ONLY);
		AccessibleNames.set(combo, label);
		combo.setToolTipText(label);
		combo.setItems(items.toArray(String[]::new));
		combo.select(0);
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> changed.run()));
		return combo;
	}

	/** Replaces the items; what was chosen stays, if it is still there. */
	static void offer(Combo combo, List<String> items) {
		if (!items.equals(List.of(combo.getItems()))) {
			String before = combo.getText();
			combo.setItems(items.toArray(String[]::new));
			combo.select(Math.max(0, items.indexOf(before)));
			combo.requestLayout();
		}
	}

	static Spinner spinner(Composite bar, String label, int smallest, int largest, int value, Runnable changed) {
		Spinner spinner = new Spinner(labelled(bar, label), SWT.BORDER);
		AccessibleNames.set(spinner, label);
		spinner.setToolTipText(label);
		spinner.setValues(value, smallest, largest, 0, 1, 10);
		spinner.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> changed.run()));
		return spinner;
	}

	static Button check(Composite bar, String label, boolean value, Runnable changed) {
		Button button = new Button(bar, SWT.CHECK);
		button.setText(label);
		button.setSelection(value);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> changed.run()));
		return button;
	}

	/** A label and room for what it belongs to, which stay together where the bar is wrapped. */
	private static Composite labelled(Composite bar, String text) {
		Composite pair = new Composite(bar, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(pair);
		Label label = new Label(pair, SWT.NONE);
		label.setText(text);
		GridDataFactory.swtDefaults().applyTo(label);
		return pair;
	}
}
