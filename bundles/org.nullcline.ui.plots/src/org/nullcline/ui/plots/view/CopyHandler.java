package org.nullcline.ui.plots.view;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.charts.ChartCanvas;

/** Copies the plot of the active view. */
public class CopyHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		ChartCanvas chart = Adapters.adapt(HandlerUtil.getActivePart(event), ChartCanvas.class);
		if (chart != null) {
			chart.copy();
		}
		return null;
	}
}
