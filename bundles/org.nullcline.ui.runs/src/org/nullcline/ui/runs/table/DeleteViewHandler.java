package org.nullcline.ui.runs.table;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.ui.runs.Messages;

/** Asks which saved views are deleted. */
public class DeleteViewHandler extends RunsViewHandler {

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		ListSelectionDialog dialog = ListSelectionDialog.of(SavedViews.all().stream().map(SavedView::name).toArray())
				.contentProvider(ArrayContentProvider.getInstance()).labelProvider(new LabelProvider())
				.title(Messages.DeleteView_title).message(Messages.DeleteView_message).create(HandlerUtil.getActiveShell(event));
		if (dialog.open() == Window.OK) {
			for (Object name : dialog.getResult()) {
				SavedViews.delete((String) name);
			}
		}
	}
}
