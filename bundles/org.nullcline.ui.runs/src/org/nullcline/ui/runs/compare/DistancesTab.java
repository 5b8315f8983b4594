package org.nullcline.ui.runs.compare;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.charts.WindowTheme;
import org.nullcline.comparison.ComparedDistances;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.runs.Messages;

/** The distances between the networks, by any measure that a plug-in gives; computed when the user asks for them. */
final class DistancesTab {

	private final Composite body;
	private final Combo measure;
	private final Button compute;
	private final Label message;
	private final ChartCanvas chart;
	private final List<Contribution> measures;
	private List<RunReference> runs = List.of();
	private Job job;

	/** @param picked is told the label of a run that the user has clicked */
	DistancesTab(Composite parent, Consumer<String> picked) {
		measures = ContributionRegistry.read().all(ContributionKind.DISTANCE);
		body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(body);
		measure = new Combo(body, SWT.DROP_DOWN | SWT.READ_ONLY);
		measure.setItems(measures.stream().map(Contribution::name).toArray(String[]::new));
		measure.select(0);
		AccessibleNames.set(measure, Messages.Compare_measure);
		compute = new Button(body, SWT.PUSH);
		compute.setText(Messages.Compare_compute);
		compute.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> compute()));
		message = new Label(body, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(message);
		chart = new ChartCanvas(body, SWT.NONE);
		AccessibleNames.set(chart, Messages.Compare_distances);
		WindowTheme.follow(chart);
		chart.addLabelListener(picked::accept);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, true).applyTo(chart);
		show(List.of());
		body.addListener(SWT.Dispose, event -> cancel());
	}

	Control control() {
		return body;
	}

	/** Distances of other runs are not those of these. */
	void show(List<RunReference> newRuns) {
		cancel();
		runs = newRuns;
		chart.setFigure(null);
		say(runs.size() < 2 ? Messages.Compare_fewRuns : ""); //$NON-NLS-1$
		compute.setEnabled(runs.size() >= 2 && !measures.isEmpty());
	}

	private void cancel() {
		if (job != null) {
			job.cancel();
			job = null;
		}
	}

	private void compute() {
		cancel();
		List<RunReference> wanted = runs;
		Contribution chosen = measures.get(Math.max(0, measure.getSelectionIndex()));
		say(Messages.Compare_computing);
		job = new Job(NLS.bind(Messages.Compare_distancesJob, chosen.name())) {

			@Override
			protected IStatus run(IProgressMonitor monitor) {
				try {
					Figure figure = ComparedDistances.of(wanted, chosen.id(), monitor).heatMap();
					deliver(this, figure, figure.caption());
				} catch (OperationCanceledException e) {
					return Status.CANCEL_STATUS;
				} catch (IOException | AnalysisException e) {
					// The user reads it where the distances would be.
					deliver(this, null, e.getMessage());
				}
				return Status.OK_STATUS;
			}
		};
		job.schedule();
	}

	private void deliver(Job from, Figure figure, String said) {
		Display display = Display.getDefault();
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (from == job && !chart.isDisposed()) {
					chart.setFigure(figure);
					say(said);
				}
			});
		}
	}

	private void say(String text) {
		message.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		message.setToolTipText(text);
		body.layout();
	}
}
