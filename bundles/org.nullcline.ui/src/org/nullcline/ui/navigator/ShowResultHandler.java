package org.nullcline.ui.navigator;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.ui.NullclinePerspective;
import org.nullcline.ui.views.ResultsView;

/** Brings the Results view to the front with the selected run or result. */
public class ShowResultHandler extends AbstractHandler {

	public static final String COMMAND = "org.nullcline.ui.commands.showResult"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof ExecutionItem item) {
			try {
				ResultsView view = (ResultsView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
						.showView(NullclinePerspective.RESULTS);
				view.show(item);
			} catch (PartInitException e) {
				throw new ExecutionException(e.getMessage(), e);
			}
		}
		return null;
	}
}
