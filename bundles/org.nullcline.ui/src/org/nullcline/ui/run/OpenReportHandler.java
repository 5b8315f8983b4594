package org.nullcline.ui.run;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFolder;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.report.StudyReport;
import org.nullcline.ui.Messages;

/** Opens the report of the selected execution in the browser of the desktop. */
public class OpenReportHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		IFolder folder = Selections.selected(event, IFolder.class);
		if (folder == null) {
			return null;
		}
		Path report = folder.getLocation().toPath().resolve(StudyReport.FILE);
		if (!Files.exists(report)) {
			MessageDialog.openInformation(HandlerUtil.getActiveShell(event), Messages.Application_title,
					NLS.bind(Messages.Run_noReport, folder.getName()));
		} else if (!Program.launch(report.toUri().toString())) {
			MessageDialog.openError(HandlerUtil.getActiveShell(event), Messages.Application_title,
					NLS.bind(Messages.Run_noBrowser, report));
		}
		return null;
	}
}
