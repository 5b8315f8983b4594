package org.nullcline.ui.plots.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.Selected;
import org.nullcline.ui.common.selection.ViewSelection;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.NotShownException;
import org.nullcline.ui.plots.data.RunContent;

/**
 * A view of the run that is selected anywhere. Follows selections while it can be seen, reads in the background, and says
 * where the picture would be why there is none.
 *
 * @param <D> what it reads of a run
 */
abstract class RunView<D> extends ViewPart {

	private static final String NAVIGATOR = "org.nullcline.ui.navigator"; //$NON-NLS-1$

	private static final String CONTEXT = "org.nullcline.ui.plots.context"; //$NON-NLS-1$

	private final ISelectionListener selectionListener = this::selected;
	private final IPartListener2 partListener = new IPartListener2() {

		@Override
		public void partVisible(IWorkbenchPartReference reference) {
			if (reference.getPart(false) == RunView.this) {
				visible = true;
				apply(waiting);
			}
		}

		@Override
		public void partHidden(IWorkbenchPartReference reference) {
			if (reference.getPart(false) == RunView.this) {
				visible = false;
			}
		}
	};
	private final ViewSelection provider = new ViewSelection(chosen -> apply(selection().after(chosen)));
	private boolean visible;
	/** What was selected while the view could not be seen. */
	private LinkedSelection waiting = LinkedSelection.NONE;
	private LinkedSelection selection = LinkedSelection.NONE;
	private RunReference run;
	private D data;
	private LatestWork reading;
	private Label title;

	@Override
	public final void createPartControl(Composite parent) {
		reading = new LatestWork(NLS.bind(Messages.View_reading, getPartName()), parent.getDisplay(), false);
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(4, 4).spacing(4, 2).applyTo(body);
		Composite bar = new Composite(body, SWT.NONE);
		RowLayout row = new RowLayout(SWT.HORIZONTAL);
		row.center = true;
		row.spacing = 6;
		row.marginTop = 0;
		row.marginBottom = 0;
		bar.setLayout(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		createControls(bar);
		title = new Label(body, SWT.WRAP);
		title.setText(Messages.View_nothing);
		GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(title);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(createContent(body));
		getSite().setSelectionProvider(provider);
		// For the keys of plots; it ends with the view.
		getSite().getService(IContextService.class).activateContext(CONTEXT);
		getSite().getPage().addSelectionListener(selectionListener);
		getSite().getPage().addPartListener(partListener);
		visible = getSite().getPage().isPartVisible(this);
		// What was selected before the view was opened. Other plots remember more than the last selection.
		for (IViewReference reference : getSite().getPage().getViewReferences()) {
			if (reference.getView(false) instanceof RunView<?> other && other != this && !other.waiting.runs().isEmpty()) {
				waiting = other.waiting;
			}
		}
		selected(null, getSite().getPage().getSelection());
		if (waiting.runs().isEmpty()) {
			selected(null, getSite().getPage().getSelection(NAVIGATOR));
		}
	}

	@Override
	public void dispose() {
		getSite().getPage().removeSelectionListener(selectionListener);
		getSite().getPage().removePartListener(partListener);
		if (reading != null) {
			reading.dispose();
		}
		super.dispose();
	}

	/** Makes what the user can choose, in a row. */
	abstract void createControls(Composite bar);

	/** Makes what fills the view. */
	abstract Control createContent(Composite parent);

	/** Reads what the view shows of a run; in the background. */
	abstract D read(RunContent content, IProgressMonitor monitor) throws Exception;

	/**
	 * Shows what was read, or nothing.
	 *
	 * @param read null where there is nothing to show
	 */
	abstract void show(D read);

	/** Marks what is selected; called whenever that changes. */
	abstract void highlight(LinkedSelection linked);

	/** Whether the view shows the same of two runs, apart from which one is selected. */
	boolean showsSame(RunReference one, RunReference other) {
		return one.equals(other);
	}

	/** The run that is shown; nothing before one is selected. */
	final Optional<RunReference> run() {
		return Optional.ofNullable(run);
	}

	/** What was read of it; nothing before that, and where there is nothing to show. */
	final Optional<D> data() {
		return Optional.ofNullable(data);
	}

	final LinkedSelection selection() {
		return selection;
	}

	/** Says something above the picture; an empty text says nothing and takes no room. */
	final void say(String text) {
		title.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		((org.eclipse.swt.layout.GridData) title.getLayoutData()).exclude = text.isEmpty();
		title.setVisible(!text.isEmpty());
		title.getParent().layout();
	}

	/** Selects something in this view, and so everywhere. */
	final void select(List<?> elements, boolean added) {
		List<Object> all = new ArrayList<>(elements);
		if (added) {
			selection.parts().stream().filter(part -> elements.stream().anyMatch(e -> e.getClass() == part.getClass()))
					.filter(part -> !all.contains(part)).forEach(all::add);
			if (!elements.isEmpty() && !(elements.getFirst() instanceof Selected)) {
				selection.runs().stream().filter(other -> !all.contains(other)).forEach(all::add);
			}
		}
		provider.select(all);
	}

	/** Reads again, for example because there are new results. */
	final void reload() {
		if (run != null) {
			load(run);
		}
	}

	private void selected(IWorkbenchPart part, ISelection newSelection) {
		if (part == this) {
			return;
		}
		waiting = waiting.after(newSelection);
		if (visible) {
			apply(waiting);
		}
	}

	private void apply(LinkedSelection linked) {
		waiting = linked;
		selection = linked;
		Optional<RunReference> first = linked.run();
		if (first.isEmpty()) {
			return;
		}
		boolean same = run != null && showsSame(run, first.get());
		run = first.get();
		// A run that had nothing to show may have results meanwhile.
		if (same && data != null) {
			highlight(linked);
		} else {
			load(run);
		}
	}

	private void load(RunReference wanted) {
		if (data == null) {
			say(NLS.bind(Messages.View_readingRun, wanted.name()));
		}
		reading.request(monitor -> read(RunContent.read(wanted), monitor), read -> loaded(wanted, read, ""), //$NON-NLS-1$
				failure -> loaded(wanted, null, reason(failure)));
	}

	private void loaded(RunReference wanted, D read, String text) {
		// Another one may have been chosen meanwhile.
		if (run != null && showsSame(run, wanted) && !title.isDisposed()) {
			data = read;
			say(text.isEmpty() ? text : NLS.bind(Messages.View_why, wanted.name(), text));
			show(read);
			highlight(selection);
		}
	}

	private static String reason(Exception failure) {
		if (!(failure instanceof NotShownException)) {
			ILog.of(RunView.class).warn("A run cannot be shown", failure); //$NON-NLS-1$
		}
		return failure.getMessage() == null ? failure.toString() : failure.getMessage();
	}
}
