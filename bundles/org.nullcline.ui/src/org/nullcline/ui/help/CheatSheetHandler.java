package org.nullcline.ui.help;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens a cheat sheet. */
public class CheatSheetHandler extends AbstractHandler {

	private static final String NAME = "org.nullcline.ui.commands.sheet.name"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		try {
			CheatSheetView view = (CheatSheetView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
					.showView(CheatSheetView.ID);
			String name = event.getParameter(NAME);
			if (name != null) {
				view.show(name);
			}
			return null;
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
	}
}
