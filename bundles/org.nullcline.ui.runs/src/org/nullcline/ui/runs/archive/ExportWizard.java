package org.nullcline.ui.runs.archive;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.statushandlers.StatusManager;
import org.nullcline.runs.archive.ArchiveWriter;
import org.nullcline.ui.runs.Messages;

/** Writes executions and studies into one archive. */
public class ExportWizard extends Wizard implements IExportWizard {

	private IStructuredSelection selection;
	private ExportPage page;

	@Override
	public void init(IWorkbench workbench, IStructuredSelection newSelection) {
		selection = newSelection;
		setWindowTitle(Messages.Archive_export);
		setNeedsProgressMonitor(true);
	}

	@Override
	public void addPages() {
		page = new ExportPage(selection);
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		List<Path> executions = page.executions();
		List<Path> studies = page.studies();
		Path archive = page.file();
		try {
			getContainer().run(true, true, monitor -> {
				try {
					ArchiveWriter.write(archive, executions, studies, monitor);
				} catch (IOException e) {
					throw new InvocationTargetException(e);
				} catch (OperationCanceledException e) {
					throw new InterruptedException();
				}
			});
			return true;
		} catch (InvocationTargetException e) {
			StatusManager.getManager().handle(Status.error(e.getCause().getMessage() == null ? Messages.Archive_failed
					: e.getCause().getMessage(), e.getCause()), StatusManager.SHOW | StatusManager.LOG);
			return false;
		} catch (InterruptedException e) {
			// Cancelled: nothing was written.
			return false;
		}
	}
}
