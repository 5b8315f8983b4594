package org.nullcline.ui.runs.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.charts.WindowTheme;
import org.nullcline.comparison.ComparedCurves;
import org.nullcline.comparison.ComparedCurves.Quantity;
import org.nullcline.core.figure.Figure;
import org.nullcline.runs.Measurement;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.runs.Messages;

/** The learning curves of all runs over each other. */
final class CurvesTab {

	private final Composite body;
	private final Combo quantity;
	private final ChartCanvas chart;
	private Map<String, List<Measurement>> curves = Map.of();

	/** @param picked is told the label of a run that the user has clicked */
	CurvesTab(Composite parent, Consumer<String> picked) {
		body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(body);
		quantity = new Combo(body, SWT.DROP_DOWN | SWT.READ_ONLY);
		quantity.setItems(Arrays.stream(Quantity.values()).map(Quantity::label).toArray(String[]::new));
		quantity.select(Quantity.VALIDATION_LOSS.ordinal());
		AccessibleNames.set(quantity, Messages.Compare_quantity);
		quantity.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> draw()));
		chart = new ChartCanvas(body, SWT.NONE);
		AccessibleNames.set(chart, Messages.Compare_curves);
		WindowTheme.follow(chart);
		chart.addLabelListener(picked::accept);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(chart);
	}

	Control control() {
		return body;
	}

	void show(Map<String, List<Measurement>> newCurves) {
		curves = newCurves;
		draw();
	}

	private void draw() {
		Figure figure = ComparedCurves.of(Quantity.values()[Math.max(0, quantity.getSelectionIndex())], curves);
		chart.setFigure(figure.layers().isEmpty() ? null : figure);
	}
}
