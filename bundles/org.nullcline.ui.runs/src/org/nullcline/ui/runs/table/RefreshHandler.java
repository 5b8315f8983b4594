package org.nullcline.ui.runs.table;

import org.eclipse.core.commands.ExecutionEvent;

/** Looks through the folders for what has changed. */
public class RefreshHandler extends RunsViewHandler {

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		view.refresh();
	}
}
