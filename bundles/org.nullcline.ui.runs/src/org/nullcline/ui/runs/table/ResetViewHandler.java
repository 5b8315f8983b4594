package org.nullcline.ui.runs.table;

import org.eclipse.core.commands.ExecutionEvent;
import org.nullcline.comparison.table.TableQuery;

/** Takes back filter, order, groups and the choice of columns. */
public class ResetViewHandler extends RunsViewHandler {

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		view.setView(TableQuery.ALL, ColumnChoice.DEFAULT);
	}
}
