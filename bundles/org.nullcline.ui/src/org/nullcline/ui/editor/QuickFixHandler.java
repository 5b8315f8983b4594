package org.nullcline.ui.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Quick Fix in the study editor. */
final class QuickFixHandler extends AbstractHandler {

	private final StudyEditor editor;

	QuickFixHandler(StudyEditor editor) {
		this.editor = editor;
	}

	@Override
	public Object execute(ExecutionEvent event) {
		editor.openFixes();
		return null;
	}
}
