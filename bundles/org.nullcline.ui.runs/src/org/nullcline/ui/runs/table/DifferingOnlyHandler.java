package org.nullcline.ui.runs.table;

import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** Shows only the columns in which the runs differ, or all. */
public class DifferingOnlyHandler extends RunsViewHandler implements IElementUpdater {

	static final String COMMAND = "org.nullcline.ui.runs.commands.differingOnly"; //$NON-NLS-1$

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		ColumnChoice before = view.columnChoice();
		boolean only = !before.differingOnly() || !before.chosen().isEmpty();
		view.setView(view.query(), new ColumnChoice(only, List.of()));
	}

	@Override
	public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
		IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow() == null ? null
				: PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
		if (page != null && page.findView(RunsView.ID) instanceof RunsView view) {
			element.setChecked(view.columnChoice().differingOnly() && view.columnChoice().chosen().isEmpty());
		}
	}
}
