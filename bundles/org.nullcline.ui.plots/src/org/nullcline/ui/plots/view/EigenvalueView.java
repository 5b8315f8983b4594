package org.nullcline.ui.plots.view;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Spinner;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.FixedPoints;
import org.nullcline.ui.plots.data.NotShownException;
import org.nullcline.ui.plots.data.RunContent;
import org.nullcline.ui.plots.figure.EigenvaluePlot;
import org.nullcline.ui.plots.figure.LinkedPlot;

/** Eigenvalues at the fixed points, in the complex plane. */
public class EigenvalueView extends PlotView<FixedPoints, EigenvaluePlot.Settings> {

	private static final int MOST = 10_000;

	private Spinner leading;
	private Button slow;

	@Override
	void createControls(Composite bar) {
		leading = Controls.spinner(bar, Messages.Eigenvalues_leading, 0, MOST, 0, this::draw);
		leading.setToolTipText(Messages.Eigenvalues_leadingToolTip);
		slow = Controls.check(bar, Messages.Points_showSlow, false, this::draw);
	}

	@Override
	EigenvaluePlot.Settings settings() {
		return new EigenvaluePlot.Settings(slow.getSelection(), leading.getSelection());
	}

	@Override
	FixedPoints read(RunContent content, IProgressMonitor monitor) throws Exception {
		return FixedPoints.of(content).orElseThrow(() -> new NotShownException(Messages.Eigenvalues_nothing));
	}

	@Override
	LinkedPlot plot(RunReference run, FixedPoints data, EigenvaluePlot.Settings settings, IProgressMonitor monitor) {
		return new EigenvaluePlot(run, data, settings);
	}
}
