package org.nullcline.ui.run;

import java.util.LinkedHashSet;
import java.util.Set;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.ui.navigator.ExecutionItem;

/** Stops the selected executions at a checkpoint; if none is selected, the one that was started last. */
public class CancelHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		Executions executions = PlatformUI.getWorkbench().getService(Executions.class);
		Set<IFolder> folders = new LinkedHashSet<>();
		for (Object element : HandlerUtil.getCurrentStructuredSelection(event)) {
			IFolder folder = element instanceof ExecutionItem item ? item.execution() : Adapters.adapt(element, IFolder.class);
			if (folder != null && executions.isRunning(folder)) {
				folders.add(folder);
			}
		}
		if (folders.isEmpty()) {
			executions.newest().map(LiveExecution::folder).ifPresent(folders::add);
		}
		folders.forEach(executions::cancel);
		return null;
	}
}
