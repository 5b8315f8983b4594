package org.nullcline.ui.runs.table;

import java.util.Map;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** Lets the table follow the selection, or show all runs of the workspace. */
public class LinkHandler extends RunsViewHandler implements IElementUpdater {

	private static final String COMMAND = "org.nullcline.ui.runs.commands.link"; //$NON-NLS-1$

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		view.setLinked(!view.isLinked());
		view.getSite().getService(ICommandService.class).refreshElements(COMMAND, null);
	}

	@Override
	public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
		IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow() == null ? null
				: PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
		if (page != null && page.findView(RunsView.ID) instanceof RunsView view) {
			element.setChecked(view.isLinked());
		}
	}
}
