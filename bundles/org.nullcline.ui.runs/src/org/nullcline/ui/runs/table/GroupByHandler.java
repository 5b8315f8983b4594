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
import org.nullcline.comparison.table.TableQuery;
import org.nullcline.ui.runs.Messages;

/** Asks by which columns runs are grouped. */
public class GroupByHandler extends RunsViewHandler {

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		List<String> offered = view.table().columns().all().stream().filter(column -> !column.isMeasured()).map(RunColumn::name).toList();
		ListSelectionDialog dialog = ListSelectionDialog.of(offered.toArray()).contentProvider(ArrayContentProvider.getInstance())
				.labelProvider(new LabelProvider()).title(Messages.GroupBy_title).message(Messages.GroupBy_message)
				.preselect(view.query().groupBy().toArray()).create(HandlerUtil.getActiveShell(event));
		if (dialog.open() == Window.OK) {
			List<String> groupBy = Arrays.stream(dialog.getResult()).map(String.class::cast).toList();
			view.setView(new TableQuery(view.query().filter(), view.query().order(), groupBy), view.columnChoice());
		}
	}
}
