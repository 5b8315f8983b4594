package org.nullcline.ui.run;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFolder;
import org.eclipse.ui.PlatformUI;

/** Goes on with the selected execution. */
public class ResumeHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		IFolder folder = Selections.selected(event, IFolder.class);
		if (folder != null) {
			new StudyLauncher(PlatformUI.getWorkbench().getService(Executions.class)).resume(folder);
		}
		return null;
	}
}
