package org.nullcline.ui.editor;

import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;

/** Undo and redo of the editor: of the text on the Source page, of the study everywhere else. */
final class UndoHandlers {

	private final CommandHandler undo;
	private final CommandHandler redo;

	/** A handler whose state is asked for. */
	private static final class CommandHandler extends AbstractHandler {

		private final BooleanSupplier possible;
		private final Runnable work;

		CommandHandler(BooleanSupplier possible, Runnable work) {
			this.possible = possible;
			this.work = work;
		}

		@Override
		public Object execute(ExecutionEvent event) {
			if (possible.getAsBoolean()) {
				work.run();
			}
			return null;
		}

		void update() {
			setBaseEnabled(possible.getAsBoolean());
		}
	}

	UndoHandlers(StudyEditor editor, IHandlerService service) {
		StudyDocument document = editor.document();
		undo = new CommandHandler(
				() -> editor.sourcePageIfActive().map(page -> page.operate(ITextOperationTarget.UNDO, false)).orElse(false)
						|| !editor.sourceEdited() && document.canUndo(),
				() -> {
					if (!editor.sourcePageIfActive().map(page -> page.operate(ITextOperationTarget.UNDO, true)).orElse(false)) {
						document.undo();
					}
				});
		redo = new CommandHandler(
				() -> editor.sourcePageIfActive().map(page -> page.operate(ITextOperationTarget.REDO, false)).orElse(false)
						|| !editor.sourceEdited() && document.canRedo(),
				() -> {
					if (!editor.sourcePageIfActive().map(page -> page.operate(ITextOperationTarget.REDO, true)).orElse(false)) {
						document.redo();
					}
				});
		service.activateHandler(IWorkbenchCommandConstants.EDIT_UNDO, undo);
		service.activateHandler(IWorkbenchCommandConstants.EDIT_REDO, redo);
		update();
	}

	/** Menus and tool bars ask for the state only when they are told. */
	void update() {
		undo.update();
		redo.update();
	}
}
