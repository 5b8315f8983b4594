package org.nullcline.ui.wizards;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.ui.Messages;

/** Makes a study in a project. */
public class NewStudyWizard extends Wizard implements INewWizard {

	private IWorkbench workbench;
	private IStructuredSelection selection;
	private FilePage filePage;
	private StudySourcePage studyPage;

	/** Asks where the study shall lie. */
	private final class FilePage extends WizardNewFileCreationPage {

		FilePage() {
			super("file", selection); //$NON-NLS-1$
			setTitle(Messages.Wizard_file);
			setDescription(Messages.Wizard_fileDescription);
			setFileExtension(StudyFiles.EXTENSION);
		}

		@Override
		protected InputStream getInitialContents() {
			String name = IPath.fromOSString(getFileName()).removeFileExtension().lastSegment();
			return new ByteArrayInputStream(studyPage.content(name));
		}
	}

	@Override
	public void init(IWorkbench newWorkbench, IStructuredSelection newSelection) {
		workbench = newWorkbench;
		selection = newSelection;
		setWindowTitle(Messages.Wizard_newStudy);
		setNeedsProgressMonitor(true);
	}

	@Override
	public void addPages() {
		filePage = new FilePage();
		studyPage = new StudySourcePage(false);
		addPage(filePage);
		addPage(studyPage);
	}

	@Override
	public boolean performFinish() {
		IFile file = filePage.createNewFile();
		if (file == null) {
			return false;
		}
		StudyOpener.open(workbench, file);
		return true;
	}
}
