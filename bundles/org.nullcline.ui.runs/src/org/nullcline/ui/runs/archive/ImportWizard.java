package org.nullcline.ui.runs.archive;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.nullcline.runs.archive.StudyArchive;
import org.nullcline.ui.runs.Messages;

/** Takes studies and executions out of an archive, into a project that exists or a new one. */
public class ImportWizard extends Wizard implements IImportWizard {

	private static final String NATURE = "org.nullcline.ui.nature"; //$NON-NLS-1$

	private IWorkbench workbench;
	private IStructuredSelection selection;
	private ImportPage page;

	@Override
	public void init(IWorkbench newWorkbench, IStructuredSelection newSelection) {
		workbench = newWorkbench;
		selection = newSelection;
		setWindowTitle(Messages.Archive_import);
		setNeedsProgressMonitor(true);
	}

	@Override
	public void addPages() {
		page = new ImportPage(selection);
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		Path archive = page.file();
		IProject project = page.project();
		IResource[] imported = new IResource[1];
		try {
			// Of the whole workspace, because the project may have to be made.
			getContainer().run(true, true, new WorkspaceModifyOperation() {

				@Override
				protected void execute(IProgressMonitor monitor) throws CoreException, InvocationTargetException, InterruptedException {
					imported[0] = extract(archive, project, monitor);
				}
			});
		} catch (InvocationTargetException e) {
			StatusManager.getManager().handle(Status.error(e.getCause().getMessage() == null ? Messages.Archive_failed
					: e.getCause().getMessage(), e.getCause()), StatusManager.SHOW | StatusManager.LOG);
			return false;
		} catch (InterruptedException e) {
			// Cancelled: nothing was imported.
			return false;
		}
		if (imported[0] != null && imported[0].exists()) {
			BasicNewResourceWizard.selectAndReveal(imported[0], workbench.getActiveWorkbenchWindow());
		}
		return true;
	}

	/** A project that was made for an archive that turns out to be damaged goes again. */
	private static IResource extract(Path archive, IProject project, IProgressMonitor monitor)
			throws CoreException, InvocationTargetException, InterruptedException {
		SubMonitor progress = SubMonitor.convert(monitor, Messages.Archive_importing, 100);
		boolean made = !project.exists();
		boolean done = false;
		try {
			if (made) {
				make(project, progress.split(5));
			}
			StudyArchive.Imported imported = StudyArchive.extract(archive, project.getLocation().toPath(), progress.split(85));
			done = true;
			project.refreshLocal(IResource.DEPTH_INFINITE, progress.split(10));
			if (imported.executions().isEmpty()) {
				return project;
			}
			IContainer execution = ResourcesPlugin.getWorkspace().getRoot()
					.getContainerForLocation(IPath.fromPath(imported.executions().getFirst()));
			return execution == null ? project : execution;
		} catch (IOException e) {
			throw new InvocationTargetException(e);
		} catch (OperationCanceledException e) {
			throw new InterruptedException();
		} finally {
			if (made && !done && project.exists()) {
				project.delete(true, true, null);
			}
		}
	}

	private static void make(IProject project, IProgressMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, 3);
		project.create(progress.split(1));
		project.open(progress.split(1));
		// By a change of an open project, because only that configures the nature.
		IProjectDescription description = project.getDescription();
		description.setNatureIds(new String[] { NATURE });
		project.setDescription(description, progress.split(1));
	}
}
