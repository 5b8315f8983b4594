package org.nullcline.ui.run;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.ResourceUtil;
import org.nullcline.core.study.StudyFiles;

/** What a command is asked to work on. */
final class Selections {

	private Selections() {
	}

	/** The selected object as a type, or null. */
	static <T> T selected(ExecutionEvent event, Class<T> type) {
		ISelection selection = HandlerUtil.getCurrentSelection(event);
		return selection instanceof IStructuredSelection structured ? Adapters.adapt(structured.getFirstElement(), type) : null;
	}

	/** The selected study file, else the one of the active editor, or null. The active part goes first. */
	static IFile study(ExecutionEvent event) {
		IWorkbenchPart part = HandlerUtil.getActivePart(event);
		IEditorPart editor = HandlerUtil.getActiveEditor(event);
		IFile edited = editor == null ? null : ResourceUtil.getFile(editor.getEditorInput());
		IFile selected = selected(event, IFile.class);
		return part != editor && isStudy(selected) ? selected : isStudy(edited) ? edited : isStudy(selected) ? selected : null;
	}

	private static boolean isStudy(IFile file) {
		return file != null && StudyFiles.EXTENSION.equals(file.getFileExtension());
	}
}
