package org.nullcline.ui.plots.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.charts.WindowTheme;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.SelectedTime;
import org.nullcline.ui.common.selection.SelectedUnit;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.InterventionSubject;
import org.nullcline.ui.plots.data.Rollouts;
import org.nullcline.ui.plots.data.RunContent;
import org.nullcline.ui.plots.data.UnitScaling;
import org.nullcline.ui.plots.data.UnitScaling.Part;
import org.nullcline.ui.plots.figure.InterventionPlot;

/** Interventions by hand: choose units, pull a slider, and see the trajectory of a trial change. */
public class InterventionView extends RunView<InterventionSubject> {

	/** Positions of the slider from factor 0 to the largest one. */
	private static final int PER_FACTOR = 100;
	private static final int LARGEST = 3 * PER_FACTOR;

	private Combo part;
	private Scale slider;
	private Spinner factor;
	private Spinner trial;
	private UnitChooser units;
	private ChartCanvas trajectory;
	private ChartCanvas outputs;
	private LatestWork work;
	private InterventionPlot plot;

	@Override
	void createControls(Composite bar) {
		part = Controls.combo(bar, Messages.Intervention_part, parts(true), this::compute);
		part.setToolTipText(Messages.Intervention_partToolTip);
		factor = Controls.spinner(bar, Messages.Intervention_factor, 0, LARGEST, PER_FACTOR, this::factorChanged);
		factor.setValues(PER_FACTOR, 0, LARGEST, 2, 1, 10);
		slider = new Scale(bar, SWT.HORIZONTAL);
		slider.setMaximum(LARGEST);
		slider.setIncrement(1);
		slider.setPageIncrement(PER_FACTOR / 10);
		slider.setSelection(PER_FACTOR);
		slider.setLayoutData(new RowData(220, SWT.DEFAULT));
		slider.setToolTipText(Messages.Intervention_sliderToolTip);
		AccessibleNames.set(slider, Messages.Intervention_factor);
		slider.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> sliderMoved()));
		trial = Controls.spinner(bar, Messages.Activity_trial, 0, 0, 0, this::compute);
	}

	private static List<String> parts(boolean drives) {
		return drives ? List.of(Messages.Intervention_recurrent, Messages.Intervention_external, Messages.Intervention_whole,
				Messages.Intervention_activity) : List.of(Messages.Intervention_activity);
	}

	@Override
	Control createContent(Composite parent) {
		work = new LatestWork(NLS.bind(Messages.View_drawing, getPartName()), parent.getDisplay(), true);
		SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
		units = new UnitChooser(sash, this::unitsChosen);
		SashForm charts = new SashForm(sash, SWT.HORIZONTAL);
		trajectory = chart(charts, Messages.Intervention_trajectory);
		outputs = chart(charts, Messages.Intervention_outputs);
		trajectory.addPickListener((pick, added) -> {
			if (plot != null) {
				select(plot.selected(pick), added);
			}
		});
		outputs.addPickListener((pick, added) -> {
			if (plot != null) {
				select(plot.selectedOutput(pick), added);
			}
		});
		sash.setWeights(22, 78);
		return sash;
	}

	private static ChartCanvas chart(Composite parent, String name) {
		ChartCanvas chart = new ChartCanvas(parent, SWT.NONE);
		AccessibleNames.set(chart, name);
		WindowTheme.follow(chart);
		return chart;
	}

	@Override
	public void dispose() {
		if (work != null) {
			work.dispose();
		}
		super.dispose();
	}

	@Override
	public void setFocus() {
		slider.setFocus();
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == ChartCanvas.class) {
			return type.cast(outputs.isFocusControl() ? outputs : trajectory);
		}
		return super.getAdapter(type);
	}

	@Override
	InterventionSubject read(RunContent content, IProgressMonitor monitor) throws Exception {
		return InterventionSubject.read(content);
	}

	@Override
	void show(InterventionSubject read) {
		plot = null;
		if (read == null) {
			units.offer(0, List.of());
			trajectory.setFigure(null);
			outputs.setFigure(null);
			return;
		}
		Rollouts rollouts = read.rollouts();
		Controls.offer(part, parts(rollouts.hasUnitDrives()));
		trial.setMaximum(rollouts.trials() - 1);
		units.offer(rollouts.units(), read.groups());
		compute();
	}

	@Override
	void highlight(LinkedSelection linked) {
		linked.parts(SelectedTime.class).stream().filter(time -> time.trial() >= 0 && time.trial() <= trial.getMaximum())
				.findFirst().ifPresent(time -> trial.setSelection(time.trial()));
		int[] selected = linked.parts(SelectedUnit.class).stream().mapToInt(SelectedUnit::unit).sorted().toArray();
		if (selected.length > 0) {
			units.choose(selected);
		}
		if (data().isPresent()) {
			compute();
		}
	}

	private void unitsChosen() {
		RunReference run = run().orElse(null);
		if (run != null) {
			select(IntStream.of(units.chosen()).mapToObj(unit -> new SelectedUnit(run, unit)).toList(), false);
			compute();
		}
	}

	private void sliderMoved() {
		factor.setSelection(slider.getSelection());
		compute();
	}

	private void factorChanged() {
		slider.setSelection(factor.getSelection());
		compute();
	}

	private void compute() {
		if (data().isEmpty()) {
			return;
		}
		RunReference shown = run().orElseThrow();
		Rollouts rollouts = data().get().rollouts();
		int number = trial.getSelection();
		Part[] offered = rollouts.hasUnitDrives() ? Part.values() : new Part[] { Part.ACTIVITY };
		UnitScaling scaling = new UnitScaling(offered[Math.max(0, part.getSelectionIndex())], units.chosen(),
				(double) factor.getSelection() / PER_FACTOR);
		work.request(monitor -> new InterventionPlot(shown, rollouts, number, rollouts.run(number),
				rollouts.run(number, scaling)), made -> draw(made, scaling), failure -> say(failure.getMessage()));
	}

	private void draw(InterventionPlot made, UnitScaling scaling) {
		if (trajectory.isDisposed() || data().isEmpty()) {
			return;
		}
		plot = made;
		made.flat().ifPresent(trajectory::setFigure);
		outputs.setFigure(made.outputs());
		trajectory.setMarks(made.marks(selection()));
		outputs.setMarks(made.outputMarks(selection()));
		say(scaling.units().length == 0 ? Messages.Intervention_chooseUnits
				: NLS.bind(Messages.Intervention_state,
						new Object[] { part.getText(), Arrays.stream(scaling.units()).mapToObj(Integer::toString)
								.collect(Collectors.joining(", ")), scaling.factor() })); //$NON-NLS-1$
	}
}
