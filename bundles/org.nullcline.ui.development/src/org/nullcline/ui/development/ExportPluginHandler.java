package org.nullcline.ui.development;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.development.compile.PluginBuild;
import org.nullcline.development.compile.PluginSources;

/** Writes the plug-in of the selected project as a jar. */
public class ExportPluginHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		Shell shell = HandlerUtil.getActiveShellChecked(event);
		IStructuredSelection selection = HandlerUtil.getCurrentStructuredSelection(event);
		IResource resource = Adapters.adapt(selection.getFirstElement(), IResource.class);
		if (resource == null || resource.getProject().getLocation() == null) {
			return null;
		}
		IProject project = resource.getProject();
		String given = event.getParameter("file"); //$NON-NLS-1$
		String file = given != null ? given : ask(shell, project);
		if (file != null) {
			ICoreRunnable export = monitor -> export(project, Path.of(file), shell, given == null, monitor);
			Job job = Job.create(NLS.bind(Messages.Export_exporting, project.getName()), export);
			job.setUser(true);
			job.schedule();
		}
		return null;
	}

	private static String ask(Shell shell, IProject project) {
		FileDialog dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setText(Messages.Export_title);
		dialog.setFilterExtensions(new String[] { "*.jar" }); //$NON-NLS-1$
		dialog.setFileName(project.getName() + ".jar"); //$NON-NLS-1$
		dialog.setOverwrite(true);
		return dialog.open();
	}

	private static void export(IProject project, Path file, Shell shell, boolean tell, IProgressMonitor monitor) throws CoreException {
		try {
			PluginBuild build = PluginBuild.of(new PluginSources(project.getLocation().toPath()), monitor);
			if (build.jar().isEmpty()) {
				throw new CoreException(Status.error(Messages.Export_errors));
			}
			Path temporary = file.resolveSibling(file.getFileName() + ".part"); //$NON-NLS-1$
			Files.write(temporary, build.jar().get());
			Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
			if (tell) {
				shell.getDisplay().asyncExec(() -> MessageDialog.openInformation(shell.isDisposed() ? null : shell, Messages.Export_title,
						NLS.bind(Messages.Export_done, build.id() + " " + build.version(), file))); //$NON-NLS-1$
			}
		} catch (IOException e) {
			throw new CoreException(Status.error(Messages.Export_failed + ": " + e.getMessage(), e)); //$NON-NLS-1$
		}
	}
}
