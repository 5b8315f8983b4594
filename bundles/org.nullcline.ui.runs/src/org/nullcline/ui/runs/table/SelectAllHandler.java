package org.nullcline.ui.runs.table;

import org.eclipse.core.commands.ExecutionEvent;

/** Selects all rows. */
public class SelectAllHandler extends RunsViewHandler {

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		view.selectAll();
	}
}
