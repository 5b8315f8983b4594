package org.nullcline.ui.plots.view;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Spinner;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.Residency;
import org.nullcline.ui.plots.data.RunContent;
import org.nullcline.ui.plots.figure.LinkedPlot;
import org.nullcline.ui.plots.figure.ResidencyPlot;

/** How long the states of a noise-driven network keep their symbol, as a histogram. */
public class ResidencyView extends PlotView<Residency, ResidencyPlot.Settings> {

	private static final int BINS = 30;
	private static final int MOST_BINS = 500;

	private Spinner bins;
	private Button logarithm;

	@Override
	void createControls(Composite bar) {
		bins = Controls.spinner(bar, Messages.Residency_bins, 1, MOST_BINS, BINS, this::draw);
		logarithm = Controls.check(bar, Messages.Residency_logarithm, false, this::draw);
	}

	@Override
	ResidencyPlot.Settings settings() {
		return new ResidencyPlot.Settings(bins.getSelection(), logarithm.getSelection());
	}

	@Override
	Residency read(RunContent content, IProgressMonitor monitor) throws Exception {
		return Residency.read(content);
	}

	@Override
	LinkedPlot plot(RunReference run, Residency data, ResidencyPlot.Settings settings, IProgressMonitor monitor) {
		return new ResidencyPlot(run, data, settings);
	}
}
