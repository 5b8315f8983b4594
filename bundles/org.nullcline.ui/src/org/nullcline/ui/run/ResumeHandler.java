package org.nullcline.ui.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.ui.navigator.ExecutionItem.RunItem;

/** Goes on with the selected executions as a whole, or with the selected runs alone. */
public class ResumeHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		Set<IFolder> whole = new LinkedHashSet<>();
		Map<IFolder, Set<String>> runs = new LinkedHashMap<>();
		for (Object element : HandlerUtil.getCurrentStructuredSelection(event)) {
			if (element instanceof RunItem item) {
				runs.computeIfAbsent(item.execution(), _ -> new LinkedHashSet<>()).add(item.run().getName());
			} else if (Adapters.adapt(element, IFolder.class) instanceof IFolder folder) {
				whole.add(folder);
			}
		}
		StudyLauncher launcher = new StudyLauncher(PlatformUI.getWorkbench().getService(Executions.class));
		whole.forEach(launcher::resume);
		runs.forEach((execution, names) -> {
			if (!whole.contains(execution)) {
				launcher.resume(execution, names);
			}
		});
		return null;
	}
}
