package org.nullcline.ui.plots.view;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.charts.Pick;
import org.nullcline.charts.WindowTheme;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.figure.LinkedPlot;

/**
 * A view of one plot.
 *
 * @param <D> what it reads of a run
 * @param <S> what the user has chosen to see of it
 */
public abstract class PlotView<D, S> extends RunView<D> {

	private ChartCanvas chart;
	private LatestWork drawing;
	private LinkedPlot plot;

	@Override
	final Control createContent(Composite parent) {
		drawing = new LatestWork(NLS.bind(Messages.View_drawing, getPartName()), parent.getDisplay(), true);
		chart = new ChartCanvas(parent, SWT.NONE);
		AccessibleNames.set(chart, getPartName());
		WindowTheme.follow(chart);
		chart.addPickListener(this::picked);
		return chart;
	}

	@Override
	public void dispose() {
		if (drawing != null) {
			drawing.dispose();
		}
		super.dispose();
	}

	@Override
	public void setFocus() {
		chart.setFocus();
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		return type == ChartCanvas.class ? type.cast(chart) : super.getAdapter(type);
	}

	/** What the user has chosen; called on the UI thread. */
	abstract S settings();

	/** Makes the plot; in the background. */
	abstract LinkedPlot plot(RunReference run, D data, S settings, IProgressMonitor monitor) throws Exception;

	/** Fills what can be chosen; called when something was read, before it is drawn. */
	void offer(@SuppressWarnings("unused") D data) {
		// Nothing depends on the data.
	}

	@Override
	final void show(D read) {
		if (read == null) {
			plot = null;
			chart.setFigure(null);
		} else {
			offer(read);
			draw();
		}
	}

	/** Draws what was read with what is chosen. */
	final void draw() {
		if (data().isEmpty()) {
			return;
		}
		RunReference drawn = run().orElseThrow();
		D read = data().get();
		S settings = settings();
		drawing.request(monitor -> plot(drawn, read, settings, monitor), this::drawn, failure -> {
			plot = null;
			chart.setFigure(null);
			say(NLS.bind(Messages.View_why, drawn.name(), failure.getMessage()));
		});
	}

	private void drawn(LinkedPlot newPlot) {
		if (chart.isDisposed() || data().isEmpty()) {
			return;
		}
		plot = newPlot;
		newPlot.flat().ifPresent(chart::setFigure);
		newPlot.space().ifPresent(chart::setSpace);
		mark();
	}

	@Override
	void highlight(LinkedSelection linked) {
		mark();
	}

	/** The plot that is shown, or null. */
	final LinkedPlot plot() {
		return plot;
	}

	private void mark() {
		if (plot != null) {
			chart.selectAll(plot.labels(selection()));
			chart.setMarks(plot.marks(selection()));
		}
	}

	private void picked(Pick pick, boolean added) {
		if (plot != null) {
			var elements = plot.selected(pick);
			if (!elements.isEmpty()) {
				select(elements, added);
			}
		}
	}
}
