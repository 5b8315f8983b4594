package org.nullcline.ui.plots.view;

import java.util.Locale;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.figures.FigureFormat;

/** Exports the plot of the active view in the format that the command names. */
public class ExportHandler extends AbstractHandler {

	private static final String FORMAT = "org.nullcline.ui.plots.format"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) {
		ChartCanvas chart = Adapters.adapt(HandlerUtil.getActivePart(event), ChartCanvas.class);
		String format = event.getParameter(FORMAT);
		if (chart != null) {
			chart.export(format == null ? FigureFormat.PNG : FigureFormat.valueOf(format.toUpperCase(Locale.ROOT)));
		}
		return null;
	}
}
