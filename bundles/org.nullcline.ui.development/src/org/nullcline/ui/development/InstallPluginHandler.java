package org.nullcline.ui.development;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.nullcline.plugins.InstallationException;
import org.nullcline.plugins.PluginInstaller;
import org.nullcline.plugins.PluginInstaller.Outcome;
import org.nullcline.plugins.PluginInstaller.Unsigned;

/** Installs a plug-in from its jar. Repositories have the platform's own command Install New Software. */
public class InstallPluginHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		Shell shell = HandlerUtil.getActiveShellChecked(event);
		String given = event.getParameter("file"); //$NON-NLS-1$
		String file = given != null ? given : ask(shell);
		if (file != null) {
			Path jar = Path.of(file);
			Job job = new Job(NLS.bind(Messages.Install_installing, jar.getFileName())) {

				@Override
				protected IStatus run(IProgressMonitor monitor) {
					return install(jar, monitor);
				}
			};
			job.setUser(true);
			job.schedule();
		}
		return null;
	}

	private static String ask(Shell shell) {
		FileDialog dialog = new FileDialog(shell, SWT.OPEN);
		dialog.setText(Messages.Install_title);
		dialog.setFilterExtensions(new String[] { "*.jar" }); //$NON-NLS-1$
		return dialog.open();
	}

	private static IStatus install(Path jar, IProgressMonitor monitor) {
		try {
			Outcome outcome = PluginInstaller.installFile(jar, Unsigned.PERMIT, monitor);
			List<String> lines = new ArrayList<>(outcome.installed());
			lines.addAll(outcome.notes());
			Display display = PlatformUI.getWorkbench().getDisplay();
			display.asyncExec(() -> offerRestart(String.join("\n", lines), !outcome.installed().isEmpty())); //$NON-NLS-1$
			return Status.OK_STATUS;
		} catch (InstallationException e) {
			MultiStatus status = new MultiStatus(InstallPluginHandler.class, IStatus.ERROR, Messages.Install_failed);
			e.problems().forEach(problem -> status.add(Status.error(problem)));
			return status;
		} catch (IOException e) {
			return Status.error(Messages.Install_failed + ": " + e.getMessage(), e); //$NON-NLS-1$
		}
	}

	private static void offerRestart(String text, boolean changed) {
		Shell shell = PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
		if (!changed) {
			MessageDialog.openInformation(shell, Messages.Install_title, text);
		} else if (MessageDialog.open(MessageDialog.QUESTION, shell, Messages.Install_title, NLS.bind(Messages.Install_restart, text), SWT.NONE,
				Messages.Install_restartNow, Messages.Install_restartLater) == 0) {
			PlatformUI.getWorkbench().restart();
		}
	}
}
