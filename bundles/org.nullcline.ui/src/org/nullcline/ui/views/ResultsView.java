package org.nullcline.ui.views;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.charts.Pick;
import org.nullcline.charts.WindowTheme;
import org.nullcline.core.figure.Figure;
import org.nullcline.runs.RunRecord;
import org.nullcline.runs.RunReference;
import org.nullcline.runs.StudyFolder;
import org.nullcline.ui.Messages;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.common.AccessibleNames;
import org.nullcline.ui.common.Coalescer;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.Selected;
import org.nullcline.ui.common.selection.ViewSelection;
import org.nullcline.ui.navigator.ExecutionItem;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointItem;
import org.nullcline.ui.navigator.ExecutionItem.CheckpointsItem;
import org.nullcline.ui.navigator.ExecutionItem.FigureItem;
import org.nullcline.ui.navigator.ExecutionItem.MessageItem;
import org.nullcline.ui.navigator.ExecutionItem.ResultItem;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;
import org.nullcline.ui.run.Executions;
import org.nullcline.ui.run.LiveExecution;
import org.nullcline.ui.views.ResultContent.Named;

/** Figures, findings, tables and notes of the selected result, or of all results of the selected run. */
public class ResultsView extends ViewPart {

	/** Results come seldom; runs that train tell much more often. */
	private static final int INTERVAL = 1000;

	/** Below this width, in points, figures are listed above the one that is shown. */
	private static final int NARROW = 640;

	private final Executions executions = PlatformUI.getWorkbench().getService(Executions.class);
	private final Consumer<LiveExecution> executionListener = this::changed;
	private final ISelectionListener selectionListener = this::selected;
	/** What the point stands for that was clicked in a figure. */
	private final ViewSelection picked = new ViewSelection(this::highlight);
	private LinkedSelection linked = LinkedSelection.NONE;
	private volatile ExecutionItem wanted;
	private volatile ResultStamp shown;
	/** The figure that is to be shown as soon as it has been read, by its id; or null. */
	private String preferred;
	private Coalescer reread;
	private ResultContent content = ResultContent.NOTHING;
	private Label title;
	private CTabFolder tabs;
	private org.eclipse.swt.widgets.List figures;
	private ChartCanvas chart;
	private FindingsTable findings;
	private TablesPane tables;
	private Text notes;

	@Override
	public void createPartControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(body);
		title = new Label(body, SWT.NONE);
		title.setText(Messages.Results_nothing);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
		tabs = new CTabFolder(body, SWT.BOTTOM | SWT.FLAT);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
		tab(Messages.Results_figures, createFigures(tabs));
		findings = new FindingsTable(tabs);
		tab(Messages.Results_findings, findings.control());
		tables = new TablesPane(tabs);
		tab(Messages.Results_tables, tables.control());
		notes = new Text(tabs, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		AccessibleNames.set(notes, Messages.Results_notes);
		tab(Messages.Results_notes, notes);
		tabs.setSelection(0);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.nullcline.help.results"); //$NON-NLS-1$
		reread = new Coalescer(parent.getDisplay(), INTERVAL, () -> read(wanted));
		executions.addListener(executionListener);
		getSite().setSelectionProvider(picked);
		getSite().getPage().addSelectionListener(selectionListener);
		// What was selected before the view was opened.
		selected(null, getSite().getPage().getSelection(NullclinePerspective.NAVIGATOR));
	}

	@Override
	public void setFocus() {
		figures.setFocus();
	}

	@Override
	public void dispose() {
		executions.removeListener(executionListener);
		getSite().getPage().removeSelectionListener(selectionListener);
		if (reread != null) {
			reread.dispose();
		}
		super.dispose();
	}

	/** Shows a run's results, a single one, or a figure of it. */
	public void show(ExecutionItem item) {
		switch (item) {
		case MessageItem message -> {
			// There is nothing to show.
		}
		case FigureItem figure -> {
			preferred = figure.id();
			chooseFigure();
			show(figure.result());
		}
		case CheckpointsItem checkpoints -> show(checkpoints.run());
		case CheckpointItem checkpoint -> show(checkpoint.parent());
		case RunItem run -> want(run);
		case ResultItem result -> want(result);
		}
	}

	private void want(ExecutionItem item) {
		wanted = item;
		read(item);
	}

	/** The figure that is drawn, or null. */
	public Figure figure() {
		int index = figures.getSelectionIndex();
		return index < 0 ? null : content.figures().get(index).value();
	}

	/** A run that was selected while it trained gets its results later. */
	private void changed(LiveExecution execution) {
		ExecutionItem item = wanted;
		if (item != null && item.execution().equals(execution.folder())) {
			reread.request();
		}
	}

	/** Reads in the background what is new. */
	private void read(ExecutionItem item) {
		Job.createSystem(Messages.Results_reading, monitor -> {
			ResultStamp stamp;
			try {
				stamp = ResultStamp.of(item);
			} catch (IOException e) {
				ILog.of(ResultsView.class).warn("The results cannot be listed", e); //$NON-NLS-1$
				return;
			}
			if (item != wanted || stamp.equals(shown)) {
				return;
			}
			ResultContent read = ResultContent.read(title(item), List.copyOf(stamp.results().keySet()));
			Display display = Display.getDefault();
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					// Another one may have been chosen meanwhile.
					if (item == wanted && !tabs.isDisposed()) {
						shown = stamp;
						show(read);
					}
				});
			}
		}).schedule();
	}

	private static String title(ExecutionItem item) {
		return switch (item) {
		case RunItem run -> run.run().getName();
		case ResultItem result -> (result.run() == null ? Messages.Results_population : result.run().run().getName()) + ": " //$NON-NLS-1$
				+ result.result().getAnalysis();
		default -> item.folder().getFileName().toString();
		};
	}

	private void selected(IWorkbenchPart part, ISelection selection) {
		if (part != this && selection instanceof IStructuredSelection structured) {
			highlight(selection);
			ExecutionItem item = ExecutionItem.of(structured.getFirstElement());
			// A part of the network whose results are shown is marked in them.
			boolean here = structured.getFirstElement() instanceof Selected selected
					&& links().run().filter(selected.run()::equals).isPresent();
			if (item != null && !here) {
				show(item);
			}
		}
	}

	private void highlight(ISelection selection) {
		linked = linked.after(selection);
		highlight();
	}

	private void highlight() {
		chart.selectAll(linked.runs().stream().map(RunReference::name).toList());
		chart.setMarks(figure() == null ? List.of() : links().marks(figure(), linked));
	}

	/** What the points of the figures stand for. */
	private FigureLinks links() {
		RunItem run = switch (wanted) {
		case RunItem item -> item;
		case ResultItem result -> result.run();
		case null, default -> null;
		};
		return new FigureLinks(run == null ? Optional.empty() : Optional.ofNullable(Adapters.adapt(run, RunReference.class)));
	}

	/** Selects in all views the network that a point stands for, as in maps of them, or a part of the one that is shown. */
	private void picked(Pick pick) {
		Optional<Selected> part = links().selected(figure(), pick);
		if (part.isPresent()) {
			picked.select(List.of(part.get()));
		} else if (!pick.label().isBlank()) {
			picked(pick.label());
		}
	}

	private void picked(String label) {
		Path runs = StudyFolder.runFolder(wanted.execution().getLocation().toPath(), ""); //$NON-NLS-1$
		Path run = runs.resolve(label);
		// Most labels are none of runs, and could be anything.
		if (runs.equals(run.getParent()) && Files.isRegularFile(run.resolve(RunRecord.FILE))) {
			picked.select(List.of(new RunReference(run)));
		} else {
			chart.select(label);
		}
	}

	private Control createFigures(Composite parent) {
		SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
		figures = new org.eclipse.swt.widgets.List(sash, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
		AccessibleNames.set(figures, Messages.Results_figures);
		figures.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> draw()));
		chart = new ChartCanvas(sash, SWT.NONE);
		AccessibleNames.set(chart, Messages.Results_chart);
		WindowTheme.follow(chart);
		chart.addPickListener((pick, _) -> picked(pick));
		sash.setWeights(30, 70);
		// In a narrow view the list would leave no room for names nor for figures.
		sash.addListener(SWT.Resize, event -> {
			int orientation = sash.getSize().x < NARROW ? SWT.VERTICAL : SWT.HORIZONTAL;
			if (sash.getOrientation() != orientation) {
				sash.setOrientation(orientation);
			}
		});
		return sash;
	}

	private void tab(String label, Control control) {
		CTabItem item = new CTabItem(tabs, SWT.NONE);
		item.setText(label);
		item.setControl(control);
	}

	private void show(ResultContent read) {
		content = read;
		title.setText(NLS.bind(Messages.Results_title,
				new Object[] { read.title(), read.figures().size(), read.findings().size() }));
		// The same figure of another run, or of the same one after a new analysis.
		String before = figures.getSelectionIndex() < 0 ? "" : figures.getSelection()[0]; //$NON-NLS-1$
		figures.setItems(read.figures().stream().map(Named::name).toArray(String[]::new));
		if (!read.figures().isEmpty()) {
			figures.select(Math.max(0, figures.indexOf(before)));
		}
		chooseFigure();
		draw();
		findings.show(read.findings());
		tables.show(read.tables());
		notes.setText(read.notes().isEmpty() ? Messages.Results_noNotes
				: String.join(System.lineSeparator() + System.lineSeparator(), read.notes()));
	}

	private void chooseFigure() {
		for (int i = 0; i < content.figures().size() && preferred != null; i++) {
			if (content.figures().get(i).value().id().equals(preferred)) {
				figures.select(i);
				figures.showSelection();
				tabs.setSelection(0);
				draw();
				preferred = null;
			}
		}
	}

	private void draw() {
		chart.setFigure(figure());
		highlight();
	}
}
