package org.nullcline.ui.editor;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.core.figure.Figure;
import org.nullcline.ui.Messages;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.charts.WindowTheme;

/** A section with a trial of the task: its inputs and targets as they are with the parameters of the form. */
final class PreviewSection {

	/** How many trials can be leafed through. */
	static final int TRIALS = 8;

	private final ChartCanvas chart;
	private final Spinner trial;
	private final Label problem;
	private List<Figure> figures = List.of();
	private long seed = 1;

	/**
	 * @param changed is called when the user wishes other trials
	 */
	PreviewSection(Composite parent, FormToolkit toolkit, Runnable changed) {
		Composite client = FormSection.create(parent, toolkit, Messages.Preview_title, "", false); //$NON-NLS-1$
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(client);
		toolkit.createLabel(client, Messages.Preview_trial);
		trial = new Spinner(client, SWT.BORDER);
		trial.setValues(1, 1, TRIALS, 0, 1, 1);
		AccessibleNames.set(trial, Messages.Preview_trial);
		toolkit.adapt(trial, true, true);
		trial.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> draw()));
		Button others = toolkit.createButton(client, Messages.Preview_others, SWT.PUSH);
		others.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			seed++;
			changed.run();
		}));
		chart = new ChartCanvas(client, SWT.NONE);
		AccessibleNames.set(chart, Messages.Preview_title);
		WindowTheme.follow(chart);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(440, 330).applyTo(chart);
		problem = toolkit.createLabel(client, "", SWT.WRAP); //$NON-NLS-1$
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(420, SWT.DEFAULT).applyTo(problem);
	}

	/** The seed of the trials that the user wishes. */
	long seed() {
		return seed;
	}

	/** Shows trials; those before stay where there are none. */
	void show(TaskPreview.Answer answer) {
		if (chart.isDisposed()) {
			return;
		}
		if (!answer.figures().isEmpty()) {
			figures = answer.figures();
			draw();
		}
		if (!answer.problem().equals(problem.getText())) {
			problem.setText(answer.problem());
			problem.requestLayout();
		}
	}

	private void draw() {
		int index = trial.getSelection() - 1;
		chart.setFigure(index < figures.size() ? figures.get(index) : null);
	}
}
