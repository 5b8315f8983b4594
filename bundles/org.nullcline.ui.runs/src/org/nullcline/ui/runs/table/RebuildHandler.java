package org.nullcline.ui.runs.table;

import org.eclipse.core.commands.ExecutionEvent;

/** Makes the index anew from the folders. */
public class RebuildHandler extends RunsViewHandler {

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		view.rebuildIndex();
	}
}
