package org.nullcline.ui.plots.view;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.RunContent;
import org.nullcline.ui.plots.data.Sweeps;
import org.nullcline.ui.plots.figure.LinkedPlot;
import org.nullcline.ui.plots.figure.SweepPlot;

/** What scaling the drives of groups of units does to switches between symbols. */
public class SweepView extends PlotView<Sweeps, Integer> {

	private Combo symbol;

	@Override
	void createControls(Composite bar) {
		symbol = Controls.combo(bar, Messages.Sweep_symbol, List.of(), this::draw);
	}

	@Override
	void offer(Sweeps data) {
		Controls.offer(symbol, data.sweeps().stream().map(sweep -> Integer.toString(sweep.symbol())).toList());
	}

	@Override
	Integer settings() {
		return Math.max(0, symbol.getSelectionIndex());
	}

	@Override
	Sweeps read(RunContent content, IProgressMonitor monitor) throws Exception {
		return Sweeps.read(content);
	}

	@Override
	LinkedPlot plot(RunReference run, Sweeps data, Integer chosen, IProgressMonitor monitor) {
		return new SweepPlot(run, data.sweeps().get(chosen));
	}
}
