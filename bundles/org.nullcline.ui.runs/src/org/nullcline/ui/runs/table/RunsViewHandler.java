package org.nullcline.ui.runs.table;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;

/** A command of the runs table: of the active one, or of the one of the page. */
public abstract class RunsViewHandler extends AbstractHandler {

	@Override
	public final Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchPart part = HandlerUtil.getActivePart(event);
		RunsView view = part instanceof RunsView active ? active
				: (RunsView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().findView(RunsView.ID);
		if (view != null) {
			execute(view, event);
		}
		return null;
	}

	/** Carries the command out. */
	abstract void execute(RunsView view, ExecutionEvent event) throws ExecutionException;
}
