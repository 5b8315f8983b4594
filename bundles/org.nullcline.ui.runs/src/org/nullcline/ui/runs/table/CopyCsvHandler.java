package org.nullcline.ui.runs.table;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.nullcline.comparison.table.RunsCsv;

/** Copies the selected rows, or all if no more than one is selected, as comma-separated values. */
public class CopyCsvHandler extends RunsViewHandler {

	@Override
	void execute(RunsView view, ExecutionEvent event) {
		if (view.table().rows().isEmpty()) {
			return;
		}
		Clipboard clipboard = new Clipboard(view.getSite().getShell().getDisplay());
		try {
			clipboard.setContents(new Object[] { RunsCsv.write(view.shownColumns(), view.rowsToCopy()) },
					new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}
}
