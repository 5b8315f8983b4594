package org.nullcline.ui.plots.view;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Reads the results of the run again. */
public class ReloadHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActivePart(event) instanceof RunView<?> view) {
			view.reload();
		}
		return null;
	}
}
