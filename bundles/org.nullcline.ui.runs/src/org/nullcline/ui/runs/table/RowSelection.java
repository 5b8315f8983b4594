package org.nullcline.ui.runs.table;

import java.util.List;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.eclipse.ui.statushandlers.StatusManager;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.ViewSelection;

/** The selection of the table as the window sees it: references to runs. */
final class RowSelection extends ViewSelection {

	private static final String NAVIGATOR = "org.nullcline.ui.navigator"; //$NON-NLS-1$
	private static final String RESULTS = "org.nullcline.ui.views.results"; //$NON-NLS-1$

	private final IWorkbenchPage page;

	RowSelection(IWorkbenchPage page) {
		this.page = page;
	}

	/** The user has selected runs. */
	void set(List<RunReference> runs) {
		select(runs);
		// The navigator shows one run as well; for thousands it would have to read all their executions.
		if (runs.size() == 1 && page.findView(NAVIGATOR) instanceof ISetSelectionTarget navigator) {
			Object item = org.eclipse.core.runtime.Platform.getAdapterManager().loadAdapter(runs.getFirst(),
					"org.nullcline.ui.navigator.ExecutionItem"); //$NON-NLS-1$
			if (item != null) {
				navigator.selectReveal(new StructuredSelection(item));
			}
		}
	}

	/** Shows the results of what is selected. */
	void showResult() {
		try {
			page.showView(RESULTS, null, IWorkbenchPage.VIEW_VISIBLE);
		} catch (PartInitException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
		}
	}
}
