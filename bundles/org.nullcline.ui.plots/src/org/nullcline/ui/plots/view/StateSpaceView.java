package org.nullcline.ui.plots.view;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Spinner;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.RunContent;
import org.nullcline.ui.plots.data.Trajectories;
import org.nullcline.ui.plots.figure.LinkedPlot;
import org.nullcline.ui.plots.figure.StateSpacePlot;

/** Trajectories and fixed points in two or three principal components. */
public class StateSpaceView extends PlotView<Trajectories, StateSpacePlot.Settings> {

	private static final int TRIALS = 16;
	private static final int MOST_TRIALS = 10_000;

	private Combo dimensions;
	private final Combo[] axes = new Combo[3];
	private Spinner trials;
	private Button slow;

	@Override
	void createControls(Composite bar) {
		dimensions = Controls.combo(bar, Messages.StateSpace_dimensions,
				List.of(Messages.StateSpace_flat, Messages.StateSpace_space), this::dimensionsChanged);
		String[] names = { Messages.StateSpace_x, Messages.StateSpace_y, Messages.StateSpace_z };
		for (int axis = 0; axis < axes.length; axis++) {
			axes[axis] = Controls.combo(bar, names[axis], components(3), this::draw);
			axes[axis].select(axis);
		}
		trials = Controls.spinner(bar, Messages.StateSpace_shownTrials, 0, MOST_TRIALS, TRIALS, this::draw);
		trials.setToolTipText(Messages.StateSpace_shownTrialsToolTip);
		slow = Controls.check(bar, Messages.Points_showSlow, true, this::draw);
		axes[2].setEnabled(false);
	}

	private static List<String> components(int count) {
		return IntStream.rangeClosed(1, count).mapToObj(k -> "PC " + k).toList(); //$NON-NLS-1$
	}

	private void dimensionsChanged() {
		axes[2].setEnabled(dimensions.getSelectionIndex() == 1);
		draw();
	}

	@Override
	void offer(Trajectories data) {
		// A network of one or two units has fewer components than axes.
		List<String> components = components(Math.max(3, data.components()));
		for (int axis = 0; axis < axes.length; axis++) {
			int before = axes[axis].getSelectionIndex();
			Controls.offer(axes[axis], components);
			axes[axis].select(before < components.size() ? before : axis);
		}
	}

	@Override
	StateSpacePlot.Settings settings() {
		int count = dimensions.getSelectionIndex() == 1 ? 3 : 2;
		return new StateSpacePlot.Settings(IntStream.range(0, count).map(axis -> axes[axis].getSelectionIndex()).toArray(),
				trials.getSelection(), slow.getSelection());
	}

	@Override
	Trajectories read(RunContent content, IProgressMonitor monitor) throws Exception {
		return Trajectories.read(content);
	}

	@Override
	LinkedPlot plot(RunReference run, Trajectories data, StateSpacePlot.Settings settings, IProgressMonitor monitor) {
		return new StateSpacePlot(run, data, settings);
	}
}
