package org.nullcline.ui.runs.reproduce;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.runs.RunSelections;

/** Asks for the tolerance and executes the selected run again. */
public class ReproduceHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		List<RunReference> runs = RunSelections.runs(HandlerUtil.getCurrentSelection(event));
		if (!runs.isEmpty()) {
			Shell shell = HandlerUtil.getActiveShell(event);
			ToleranceDialog dialog = new ToleranceDialog(shell, runs.getFirst().name());
			if (dialog.open() == Window.OK) {
				new ReproduceJob(runs.getFirst(), dialog.tolerance()).schedule();
			}
		}
		return null;
	}
}
