package org.nullcline.ui.runs.table;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.comparison.table.RunColumn;
import org.nullcline.ui.runs.Messages;

/** Asks which columns are shown. */
public class ColumnsHandler extends RunsViewHandler {

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		Object[] offered = view.table().columns().all().stream().map(RunColumn::name).toArray();
		ListSelectionDialog dialog = ListSelectionDialog.of(offered).contentProvider(ArrayContentProvider.getInstance())
				.labelProvider(new LabelProvider()).title(Messages.Columns_title).message(Messages.Columns_message)
				.preselect(view.shownColumns().stream().map(RunColumn::name).toArray()).create(HandlerUtil.getActiveShell(event));
		if (dialog.open() == Window.OK) {
			List<String> chosen = Arrays.stream(dialog.getResult()).map(String.class::cast).toList();
			// No column at all is nothing that anybody wants to see.
			view.setView(view.query(), chosen.isEmpty() ? ColumnChoice.DEFAULT : new ColumnChoice(false, chosen));
		}
	}
}
