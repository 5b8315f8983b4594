package org.nullcline.ui.runs.table;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.ui.runs.Messages;

/** Saves filter, order, groups and columns under a name. */
public class SaveViewHandler extends RunsViewHandler {

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		InputDialog dialog = new InputDialog(HandlerUtil.getActiveShell(event), Messages.SaveView_title, Messages.SaveView_message, "", //$NON-NLS-1$
				name -> name.isBlank() ? Messages.SaveView_nameMissing : null);
		if (dialog.open() == Window.OK) {
			SavedViews.save(new SavedView(dialog.getValue().strip(), view.query(), view.columnChoice()));
		}
	}
}
