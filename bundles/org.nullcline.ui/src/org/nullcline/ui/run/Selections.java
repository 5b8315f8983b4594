package org.nullcline.ui.run;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.ResourceUtil;
import org.nullcline.core.study.SeriesFiles;
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

	/** The selected files of studies and series, else that of the active editor, or none. The active part goes first. */
	static List<IFile> studies(ExecutionEvent event) {
		IWorkbenchPart part = HandlerUtil.getActivePart(event);
		IEditorPart editor = HandlerUtil.getActiveEditor(event);
		IFile edited = editor == null ? null : ResourceUtil.getFile(editor.getEditorInput());
		List<IFile> selected = new ArrayList<>();
		if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection structured) {
			for (Object element : structured) {
				IFile file = Adapters.adapt(element, IFile.class);
				if (isStudy(file)) {
					selected.add(file);
				}
			}
		}
		return part != editor && !selected.isEmpty() ? selected : isStudy(edited) ? List.of(edited) : selected;
	}

	private static boolean isStudy(IFile file) {
		return file != null && (StudyFiles.EXTENSION.equals(file.getFileExtension())
				|| SeriesFiles.EXTENSION.equals(file.getFileExtension()));
	}
}
