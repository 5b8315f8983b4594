package org.nullcline.ui.runs.table;

import org.eclipse.core.commands.ExecutionEvent;

/** Looks at the runs as a saved view says. */
public class OpenViewHandler extends RunsViewHandler {

	static final String COMMAND = "org.nullcline.ui.runs.commands.openView"; //$NON-NLS-1$
	static final String NAME = "org.nullcline.ui.runs.commands.openView.name"; //$NON-NLS-1$

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		SavedViews.find(event.getParameter(NAME)).ifPresent(saved -> view.setView(saved.query(), saved.columns()));
	}
}
