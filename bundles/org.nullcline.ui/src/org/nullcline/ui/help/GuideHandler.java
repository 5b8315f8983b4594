package org.nullcline.ui.help;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;

/** Opens a page of the user guide. */
public class GuideHandler extends AbstractHandler {

	private static final String PAGE = "org.nullcline.ui.commands.guide.page"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) {
		String page = event.getParameter(PAGE);
		PlatformUI.getWorkbench().getHelpSystem()
				.displayHelpResource("/" + GuidePages.PLUGIN + "/html/" + (page == null ? "index" : page) + ".html"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		return null;
	}
}
