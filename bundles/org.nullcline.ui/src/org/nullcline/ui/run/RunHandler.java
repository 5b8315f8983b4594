package org.nullcline.ui.run;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.nullcline.core.study.SeriesFiles;
import org.nullcline.ui.NullclinePerspective;

/** Saves the selected studies, or the edited one, and executes them. */
public class RunHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		List<IFile> files = Selections.studies(event);
		IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
		for (IFile file : files) {
			// What runs is what is seen.
			if (!save(page, file)) {
				return null;
			}
		}
		StudyLauncher launcher = new StudyLauncher(PlatformUI.getWorkbench().getService(Executions.class));
		files.forEach(launcher::run);
		showCurves(page);
		return null;
	}

	/** What happens is to be seen, in whatever perspective it was begun; the editor keeps the focus. */
	private static void showCurves(IWorkbenchPage page) {
		try {
			page.showView(NullclinePerspective.CURVES, null, IWorkbenchPage.VIEW_VISIBLE);
		} catch (PartInitException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
		}
	}

	private static boolean save(IWorkbenchPage page, IFile file) {
		if (SeriesFiles.EXTENSION.equals(file.getFileExtension())) {
			return IDE.saveAllEditors(new IResource[] { file.getParent() }, false);
		}
		IEditorPart editor = ResourceUtil.findEditor(page, file);
		return editor == null || !editor.isDirty() || page.saveEditor(editor, false);
	}
}
