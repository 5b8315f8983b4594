package org.nullcline.ui.run;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.ResourceUtil;

/** Saves the selected or edited study and executes it. */
public class RunHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IFile file = Selections.study(event);
		if (file == null) {
			return null;
		}
		IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
		IEditorPart editor = ResourceUtil.findEditor(page, file);
		// What runs is what is seen.
		if (editor != null && editor.isDirty() && !page.saveEditor(editor, false)) {
			return null;
		}
		new StudyLauncher(PlatformUI.getWorkbench().getService(Executions.class)).run(file);
		return null;
	}
}
