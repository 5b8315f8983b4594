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
import org.nullcline.ui.common.selection.ViewSelection;
import org.nullcline.ui.navigator.ExecutionItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;
import org.nullcline.ui.navigator.ExecutionTester;
import org.nullcline.ui.run.Executions;
import org.nullcline.ui.run.LiveExecution;
import org.nullcline.ui.views.CurveFigure.Quantity;

/** The learning curves of a running execution, live, of the selected one, or of selected runs of several. */
public class LearningCurvesView extends ViewPart {

	/** At most ten pictures a second. */
	private static final int INTERVAL = 100;

	private final Executions executions = PlatformUI.getWorkbench().getService(Executions.class);
	private final Consumer<LiveExecution> executionListener = this::changed;
	private final ISelectionListener selectionListener = this::selected;
	/** The run whose curve was clicked; the navigator follows it. */
	private final ViewSelection chosen = new ViewSelection();
	private Coalescer repaint;
	private Combo quantity;
	private Label title;
	private ChartCanvas chart;
	private volatile LiveExecution live;
	private volatile IFolder shown;
	private volatile Map<String, List<Measurement>> curves = Map.of();
	/** What is shown of several executions together; nothing while one is shown. */
	private volatile CurveSelection several = CurveSelection.NOTHING;
	private volatile Map<IFolder, Map<String, List<Measurement>>> severalCurves = Map.of();

	@Override
	public void createPartControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 4).applyTo(body);
		title = new Label(body, SWT.WRAP);
		title.setText(Messages.Curves_nothing);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(120, SWT.DEFAULT).applyTo(title);
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
		chart.addLabelListener(label -> {
			CurveSelection.Labelled run = several.labelled(label);
			choose(run == null ? shown : run.execution(), run == null ? label : run.run());
		});
		getSite().setSelectionProvider(chosen);
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
		if (execution == live && execution.folder().equals(shown) || several.runs().containsKey(execution.folder())) {
			repaint.request();
		}
	}

	/** Selects a run by its name. It is read first, in the background. */
	private void choose(IFolder execution, String name) {
		Job.createSystem(Messages.Curves_reading, monitor -> {
			try {
				StudyFolder.read(execution.getLocation().toPath()).getRuns().stream().filter(run -> run.getName().equals(name))
						.findFirst().ifPresent(run -> onScreen(() -> chosen.select(List.of(new RunItem(execution, run)))));
			} catch (IOException | RuntimeException e) {
				ILog.of(getClass()).warn("The run cannot be selected", e); //$NON-NLS-1$
			}
		}).schedule();
	}

	private void selected(IWorkbenchPart part, ISelection selection) {
		if (!(selection instanceof IStructuredSelection structured) || structured.isEmpty()) {
			return;
		}
		CurveSelection picked = CurveSelection.of(structured);
		if (picked.isSeveral()) {
			show(picked);
			return;
		}
		Object first = structured.getFirstElement();
		ExecutionItem item = ExecutionItem.of(first);
		String run = item == null ? null : CurveSelection.run(item);
		if (several.isSeveral() && picked.executions().stream().anyMatch(several.runs()::containsKey) && part != null
				&& part == getSite().getPart()) {
			// A curve among those of several was clicked.
			return;
		}
		if (item != null) {
			chart.select(run);
		}
		IFolder folder = item != null ? item.execution() : Adapters.adapt(first, IFolder.class);
		if (folder == null || folder.equals(shown) && !several.isSeveral() || !ExecutionTester.isExecution(folder)) {
			return;
		}
		several = CurveSelection.NOTHING;
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

	private void show(CurveSelection picked) {
		if (picked.equals(several)) {
			return;
		}
		several = picked;
		Job.createSystem(Messages.Curves_reading, monitor -> {
			Map<IFolder, Map<String, List<Measurement>>> read = new LinkedHashMap<>();
			picked.executions().forEach(folder -> read.put(folder, measured(folder)));
			onScreen(() -> {
				if (picked.equals(several)) {
					severalCurves = read;
					paint();
				}
			});
		}).schedule();
	}

	private void read(IFolder folder) {
		Map<String, List<Measurement>> measured = measured(folder);
		onScreen(() -> {
			if (folder.equals(shown) && !several.isSeveral()) {
				draw(folder, measured);
			}
		});
	}

	private static void onScreen(Runnable action) {
		Display display = Display.getDefault();
		if (!display.isDisposed()) {
			display.asyncExec(action);
		}
	}

	private Map<String, List<Measurement>> measured(IFolder folder) {
		Map<String, List<Measurement>> measured = new LinkedHashMap<>();
		try {
			for (Run run : StudyFolder.read(folder.getLocation().toPath()).getRuns()) {
				measured.put(run.getName(), StudyFolder.metrics(Path.of(run.getFolder())));
			}
		} catch (IOException | RuntimeException e) {
			ILog.of(getClass()).warn(NLS.bind(Messages.Curves_unreadable, folder.getName()), e);
		}
		return measured;
	}

	private void paint() {
		LiveExecution current = live;
		CurveSelection picked = several;
		if (picked.isSeveral()) {
			Map<IFolder, Map<String, List<Measurement>>> now = new LinkedHashMap<>(severalCurves);
			picked.executions().forEach(folder -> executions.find(folder).ifPresent(running -> now.put(folder, running.curves())));
			draw(NLS.bind(Messages.Curves_several, picked.executions().size()), picked.joined(now));
		} else if (current != null && current.folder().equals(shown)) {
			draw(shown, current.curves());
		} else if (shown != null) {
			draw(shown, curves);
		}
	}

	private void draw(IFolder folder, Map<String, List<Measurement>> measured) {
		draw(folder.getName(), measured);
	}

	private void draw(String name, Map<String, List<Measurement>> measured) {
		if (chart.isDisposed()) {
			return;
		}
		curves = measured;
		String text = NLS.bind(Messages.Curves_title, name, curveCount());
		if (!text.equals(title.getText())) {
			title.setText(text);
			title.requestLayout();
		}
		Figure figure = CurveFigure.of(name, Quantity.values()[Math.max(0, quantity.getSelectionIndex())], measured);
		chart.setFigure(figure);
	}
}
