package org.nullcline.ui.runs.compare;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.ViewSelection;
import org.nullcline.ui.runs.Messages;
import org.nullcline.ui.runs.RunSelections;

/** Curves, settings, results and distances of the selected runs. It follows selections of several runs unless it is pinned. */
public class CompareView extends ViewPart {

	public static final String ID = "org.nullcline.ui.runs.compare"; //$NON-NLS-1$

	private final ISelectionListener selectionListener = this::selected;
	private final Job job = new Job(Messages.Compare_reading) {

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			return read(monitor);
		}
	};
	private volatile List<RunReference> wanted = List.of();
	private ComparedRuns shown = ComparedRuns.NOTHING;
	private boolean pinned;
	private Label title;
	private CTabFolder tabs;
	private CurvesTab curves;
	private PropertyTable settings;
	private PropertyTable results;
	private DistancesTab distances;
	private ViewSelection selection;

	@Override
	public void createPartControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(body);
		title = new Label(body, SWT.NONE);
		title.setText(Messages.Compare_nothing);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
		tabs = new CTabFolder(body, SWT.BOTTOM | SWT.FLAT);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
		selection = new ViewSelection();
		getSite().setSelectionProvider(selection);
		curves = new CurvesTab(tabs, this::picked);
		tab(Messages.Compare_curves, curves.control());
		settings = new PropertyTable(tabs, Messages.Compare_settings);
		tab(Messages.Compare_settings, settings.control());
		results = new PropertyTable(tabs, Messages.Compare_results);
		tab(Messages.Compare_results, results.control());
		distances = new DistancesTab(tabs, this::picked);
		tab(Messages.Compare_distances, distances.control());
		tabs.setSelection(0);
		job.setPriority(Job.SHORT);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(body, ID);
		getSite().getPage().addSelectionListener(selectionListener);
		selected(null, getSite().getPage().getSelection());
	}

	@Override
	public void setFocus() {
		tabs.setFocus();
	}

	@Override
	public void dispose() {
		getSite().getPage().removeSelectionListener(selectionListener);
		job.cancel();
		super.dispose();
	}

	/** Compares runs. */
	public void show(List<RunReference> runs) {
		if (!runs.equals(wanted)) {
			wanted = List.copyOf(runs);
			job.cancel();
			job.schedule();
		}
	}

	boolean isPinned() {
		return pinned;
	}

	void setPinned(boolean nowPinned) {
		pinned = nowPinned;
	}

	private void selected(IWorkbenchPart part, ISelection elsewhere) {
		if (part == this || pinned) {
			return;
		}
		List<RunReference> runs = RunSelections.runs(elsewhere);
		// A single run is looked at while others are compared.
		if (runs.size() >= 2) {
			show(runs);
		}
	}

	private IStatus read(IProgressMonitor monitor) {
		List<RunReference> runs = wanted;
		try {
			ComparedRuns read = ComparedRuns.read(runs.subList(0, Math.min(runs.size(), ComparedRuns.MOST)), monitor);
			Display display = Display.getDefault();
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (runs == wanted && !tabs.isDisposed()) {
						show(read, runs.size());
					}
				});
			}
			return Status.OK_STATUS;
		} catch (OperationCanceledException e) {
			return Status.CANCEL_STATUS;
		}
	}

	private void show(ComparedRuns read, int selected) {
		shown = read;
		title.setText(read.runs().size() < selected ? NLS.bind(Messages.Compare_titleSome, read.runs().size(), selected)
				: NLS.bind(Messages.Compare_title, selected));
		curves.show(read.curves());
		settings.show(read.labels(), read.settings());
		results.show(read.labels(), read.results());
		distances.show(read.runs());
	}

	private void picked(String label) {
		int index = shown.labels().indexOf(label);
		if (index >= 0) {
			selection.select(List.of(shown.runs().get(index)));
		}
	}

	private void tab(String label, Control control) {
		CTabItem item = new CTabItem(tabs, SWT.NONE);
		item.setText(label);
		item.setControl(control);
	}
}
