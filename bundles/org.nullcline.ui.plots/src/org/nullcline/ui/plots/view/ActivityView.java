package org.nullcline.ui.plots.view;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Spinner;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.SelectedTime;
import org.nullcline.ui.common.selection.SelectedUnit;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.Rollouts;
import org.nullcline.ui.plots.data.RunContent;
import org.nullcline.ui.plots.figure.ActivityPlot;
import org.nullcline.ui.plots.figure.LinkedPlot;

/** The activity of the selected units over a test trial. */
public class ActivityView extends PlotView<Rollouts, ActivityView.Choice> {

	/** @param units that are wanted; none: those that vary most */
	record Choice(int trial, int[] units) {
	}

	private Spinner trial;
	private Choice drawn = new Choice(-1, new int[0]);

	@Override
	void createControls(Composite bar) {
		trial = Controls.spinner(bar, Messages.Activity_trial, 0, 0, 0, this::draw);
	}

	@Override
	void offer(Rollouts data) {
		trial.setMaximum(data.trials() - 1);
	}

	@Override
	Choice settings() {
		drawn = new Choice(trial.getSelection(), wanted());
		return drawn;
	}

	/** A unit that is picked among those that are drawn stands out there; others take the place of those. */
	private int[] wanted() {
		int[] selected = selection().parts(SelectedUnit.class).stream().mapToInt(SelectedUnit::unit).sorted().toArray();
		boolean allShown = selected.length > 0 && plot() instanceof ActivityPlot shown && run().filter(shown::isOf).isPresent()
				&& IntStream.of(selected).allMatch(unit -> IntStream.of(shown.units()).anyMatch(other -> other == unit));
		return allShown ? drawn.units() : selected;
	}

	@Override
	void highlight(LinkedSelection linked) {
		linked.parts(SelectedTime.class).stream().filter(time -> time.trial() >= 0 && time.trial() <= trial.getMaximum())
				.findFirst().ifPresent(time -> trial.setSelection(time.trial()));
		if (drawn.trial() != trial.getSelection() || !Arrays.equals(drawn.units(), wanted())) {
			draw();
		}
		super.highlight(linked);
	}

	@Override
	Rollouts read(RunContent content, IProgressMonitor monitor) throws Exception {
		return Rollouts.read(content);
	}

	@Override
	LinkedPlot plot(RunReference run, Rollouts data, Choice choice, IProgressMonitor monitor) {
		return new ActivityPlot(run, data.run(choice.trial()), choice.trial(), choice.units(), data.units());
	}
}
