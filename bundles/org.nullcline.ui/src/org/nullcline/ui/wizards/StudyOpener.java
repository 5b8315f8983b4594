package org.nullcline.ui.wizards;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.wizard.IWizardContainer;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.ui.Messages;

/** How a wizard that makes a study ends. */
final class StudyOpener {

	private StudyOpener() {
	}

	/** Carries out the work of a wizard; false if it failed, which the user has been told then. */
	static boolean run(IWizardContainer container, IRunnableWithProgress operation) {
		try {
			container.run(true, false, operation);
			return true;
		} catch (InvocationTargetException e) {
			report(e.getCause());
			return false;
		} catch (InterruptedException e) {
			return false;
		}
	}

	/** Shows a new study in the navigator and in its editor. */
	static void open(IWorkbench workbench, IFile file) {
		IWorkbenchPage page = workbench.getActiveWorkbenchWindow().getActivePage();
		BasicNewResourceWizard.selectAndReveal(file, workbench.getActiveWorkbenchWindow());
		try {
			IDE.openEditor(page, file);
		} catch (PartInitException e) {
			report(e);
		}
	}

	static String withExtension(String name) {
		return name.endsWith("." + StudyFiles.EXTENSION) ? name : name + "." + StudyFiles.EXTENSION; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static void report(Throwable problem) {
		StatusManager.getManager().handle(Status.error(Messages.Wizard_failed, problem),
				StatusManager.SHOW | StatusManager.LOG);
	}
}
