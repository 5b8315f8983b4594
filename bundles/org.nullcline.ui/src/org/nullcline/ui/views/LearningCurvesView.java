package org.nullcline.ui.views;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.charts.WindowTheme;
import org.nullcline.core.figure.Figure;
import org.nullcline.model.Run;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.Messages;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.common.Coalescer;
import org.nullcline.ui.navigator.ExecutionItem;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointItem;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointsItem;
import org.nullcline.ui.navigator.ExecutionItem.FigureItem;
import org.nullcline.ui.navigator.ExecutionItem.ResultItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;
import org.nullcline.ui.navigator.ExecutionTester;
import org.nullcline.ui.run.Executions;
import org.nullcline.ui.run.LiveExecution;
import org.nullcline.ui.views.CurveFigure.Quantity;

/** The learning curves of a running execution, live, or of the selected one. */
public class LearningCurvesView extends ViewPart {

	/** At most ten pictures a second. */
	private static final int INTERVAL = 100;

	private final Executions executions = PlatformUI.getWorkbench().getService(Executions.class);
	private final Consumer<LiveExecution> executionListener = this::changed;
	private final ISelectionListener selectionListener = this::selected;
	private Coalescer repaint;
	private Combo quantity;
	private Label title;
	private ChartCanvas chart;
	private volatile LiveExecution live;
	private volatile IFolder shown;
	private volatile Map<String, List<Measurement>> curves = Map.of();

	@Override
	public void createPartControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 4).applyTo(body);
		title = new Label(body, SWT.NONE);
		title.setText(Messages.Curves_nothing);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(title);
		quantity = new Combo(body, SWT.DROP_DOWN | SWT.READ_ONLY);
		quantity.setItems(Arrays.stream(Quantity.values()).map(Quantity::label).toArray(String[]::new));
		quantity.select(0);
		quantity.setToolTipText(Messages.Curves_quantity);
		AccessibleNames.set(quantity, Messages.Curves_quantity);
		quantity.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> paint()));
		chart = new ChartCanvas(body, SWT.NONE);
		AccessibleNames.set(chart, Messages.Curves_chart);
		WindowTheme.follow(chart);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.nullcline.help.curves"); //$NON-NLS-1$
		RunSelection selection = new RunSelection(getSite().getPage());
		chart.addLabelListener(run -> selection.choose(shown, run));
		getSite().setSelectionProvider(selection);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(chart);
		repaint = new Coalescer(parent.getDisplay(), INTERVAL, this::paint);
		executions.addListener(executionListener);
		getSite().getPage().addSelectionListener(selectionListener);
		executions.newest().ifPresent(this::changed);
		if (live == null) {
			selected(null, getSite().getPage().getSelection(NullclinePerspective.NAVIGATOR));
		}
	}

	@Override
	public void setFocus() {
		quantity.setFocus();
	}

	@Override
	public void dispose() {
		executions.removeListener(executionListener);
		getSite().getPage().removeSelectionListener(selectionListener);
		if (repaint != null) {
			repaint.dispose();
		}
		super.dispose();
	}

	/** How many runs are drawn. */
	public int curveCount() {
		return (int) curves.values().stream().filter(rows -> !rows.isEmpty()).count();
	}

	/** How many measurements are drawn. */
	public int pointCount() {
		return curves.values().stream().mapToInt(List::size).sum();
	}

	/** A new execution takes the view; later ones wait until they are selected or alone. */
	private void changed(LiveExecution execution) {
		LiveExecution current = live;
		if (current == null || current.ended() && !execution.ended()) {
			live = execution;
			shown = execution.folder();
		}
		if (execution == live && execution.folder().equals(shown)) {
			repaint.request();
		}
	}

	private void selected(IWorkbenchPart part, ISelection selection) {
		if (!(selection instanceof IStructuredSelection structured) || structured.isEmpty()) {
			return;
		}
		Object first = structured.getFirstElement();
		ExecutionItem item = ExecutionItem.of(first);
		if (item != null) {
			chart.select(run(item));
		}
		IFolder folder = item != null ? item.execution() : Adapters.adapt(first, IFolder.class);
		if (folder == null || folder.equals(shown) || !ExecutionTester.isExecution(folder)) {
			return;
		}
		shown = folder;
		Optional<LiveExecution> running = executions.find(folder);
		if (running.isPresent()) {
			live = running.get();
			repaint.request();
		} else {
			ICoreRunnable reading = monitor -> read(folder);
			Job.createSystem(Messages.Curves_reading, reading).schedule();
		}
	}

	/** The name of the run that something belongs to, or null. */
	private static String run(ExecutionItem item) {
		return switch (item) {
		case RunItem run -> run.run().getName();
		case ResultItem result when result.run() != null -> run(result.run());
		case CheckpointsItem checkpoints -> run(checkpoints.run());
		case CheckpointItem checkpoint -> run(checkpoint.parent());
		case FigureItem figure -> run(figure.result());
		default -> null;
		};
	}

	private void read(IFolder folder) {
		Map<String, List<Measurement>> measured = new LinkedHashMap<>();
		try {
			for (Run run : StudyFolder.read(folder.getLocation().toPath()).getRuns()) {
				measured.put(run.getName(), StudyFolder.metrics(Path.of(run.getFolder())));
			}
		} catch (IOException | RuntimeException e) {
			ILog.of(getClass()).warn(NLS.bind(Messages.Curves_unreadable, folder.getName()), e);
		}
		Display display = Display.getDefault();
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (folder.equals(shown)) {
					draw(folder, measured);
				}
			});
		}
	}

	private void paint() {
		LiveExecution current = live;
		if (current != null && current.folder().equals(shown)) {
			draw(shown, current.curves());
		} else if (shown != null) {
			draw(shown, curves);
		}
	}

	private void draw(IFolder folder, Map<String, List<Measurement>> measured) {
		if (chart.isDisposed()) {
			return;
		}
		curves = measured;
		title.setText(NLS.bind(Messages.Curves_title, folder.getName(), curveCount()));
		Figure figure = CurveFigure.of(folder.getName(), Quantity.values()[Math.max(0, quantity.getSelectionIndex())], measured);
		chart.setFigure(figure);
	}
}
