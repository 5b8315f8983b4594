package org.nullcline.ui.run;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialogWithToggle;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbench;
import org.nullcline.ui.Messages;
import org.nullcline.ui.PreferenceDefaults;
import org.nullcline.ui.navigator.ExecutionTester;
import org.osgi.service.prefs.BackingStoreException;

/** Goes on with the executions that ran when the workbench ended last, as the user wishes. */
public final class ResumeAtStart {

	private final IWorkbench workbench;
	private final Executions executions;
	private final List<IFolder> before;

	/**
	 * @param before those that ran when the workbench ended last
	 */
	public ResumeAtStart(IWorkbench workbench, List<IFolder> before) {
		this.workbench = workbench;
		this.before = before;
		executions = workbench.getService(Executions.class);
	}

	/** Looks in the background what is left to do; the window does not wait for it. */
	public void schedule() {
		if (before.isEmpty()) {
			return;
		}
		Job.createSystem(Messages.Resume_looking, monitor -> {
			List<IFolder> unfinished = before.stream().filter(ExecutionTester::isResumable).toList();
			before.stream().filter(folder -> !unfinished.contains(folder))
					.filter(folder -> !executions.isRunning(folder)).forEach(executions.interrupted()::remove);
			if (!unfinished.isEmpty() && !workbench.getDisplay().isDisposed()) {
				workbench.getDisplay().asyncExec(() -> decide(unfinished));
			}
		}).schedule();
	}

	private void decide(List<IFolder> unfinished) {
		boolean resume = switch (PreferenceDefaults.resume()) {
		case PreferenceDefaults.RESUME_ALWAYS -> true;
		case PreferenceDefaults.RESUME_NEVER -> false;
		default -> ask(unfinished);
		};
		StudyLauncher launcher = new StudyLauncher(executions);
		for (IFolder folder : unfinished) {
			if (resume) {
				launcher.resume(folder);
			} else {
				executions.interrupted().remove(folder);
			}
		}
	}

	private boolean ask(List<IFolder> unfinished) {
		String names = unfinished.stream().map(IFolder::getName).collect(Collectors.joining(", ")); //$NON-NLS-1$
		MessageDialogWithToggle dialog = MessageDialogWithToggle.openYesNoQuestion(
				workbench.getModalDialogShellProvider().getShell(), Messages.Application_title,
				NLS.bind(Messages.Resume_question, names), Messages.Resume_remember, false, null, null);
		boolean yes = dialog.getReturnCode() == IDialogConstants.YES_ID;
		if (dialog.getToggleState()) {
			remember(yes ? PreferenceDefaults.RESUME_ALWAYS : PreferenceDefaults.RESUME_NEVER);
		}
		return yes;
	}

	/** At once: nobody else does so when the workbench ends. */
	private static void remember(String decision) {
		IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(PreferenceDefaults.NODE);
		preferences.put(PreferenceDefaults.RESUME, decision);
		try {
			preferences.flush();
		} catch (BackingStoreException e) {
			ILog.of(ResumeAtStart.class).warn("The decision cannot be kept", e); //$NON-NLS-1$
		}
	}
}
