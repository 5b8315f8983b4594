package org.nullcline.ui.wizards;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.Map;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.wizards.newresource.BasicNewProjectResourceWizard;
import org.nullcline.ui.Messages;
import org.nullcline.ui.validation.StudyNature;

/** Makes a project with a study. */
public class NewStudyProjectWizard extends Wizard implements INewWizard, IExecutableExtension {

	private IWorkbench workbench;
	private IConfigurationElement configuration;
	private WizardNewProjectCreationPage projectPage;
	private StudySourcePage studyPage;

	@Override
	public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
		workbench = newWorkbench;
		setWindowTitle(Messages.Wizard_newProject);
		setNeedsProgressMonitor(true);
	}

	@Override
	public void setInitializationData(IConfigurationElement element, String property, Object data) {
		configuration = element;
	}

	@Override
	public void addPages() {
		projectPage = new WizardNewProjectCreationPage("project"); //$NON-NLS-1$
		projectPage.setTitle(Messages.Wizard_project);
		projectPage.setDescription(Messages.Wizard_projectDescription);
		studyPage = new StudySourcePage(true);
		addPage(projectPage);
		addPage(studyPage);
	}

	@Override
	public boolean performFinish() {
		IProject project = projectPage.getProjectHandle();
		URI location = projectPage.useDefaults() ? null : projectPage.getLocationURI();
		Map<String, byte[]> files = studyPage.files(project.getName());
		WorkspaceModifyOperation operation = new WorkspaceModifyOperation() {

			@Override
			protected void execute(IProgressMonitor monitor)
					throws CoreException, InvocationTargetException, InterruptedException {
				SubMonitor progress = SubMonitor.convert(monitor, Messages.Wizard_creating, 4);
				IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
				description.setLocationURI(location);
				project.create(description, progress.split(1));
				project.open(progress.split(1));
				// By a change of an open project, because only that configures the nature.
				description = project.getDescription();
				description.setNatureIds(new String[] { StudyNature.ID });
				project.setDescription(description, progress.split(1));
				SubMonitor writing = progress.split(1).setWorkRemaining(files.size());
				for (Map.Entry<String, byte[]> file : files.entrySet()) {
					project.getFile(file.getKey()).create(file.getValue(), true, false, writing.split(1));
				}
			}
		};
		if (!StudyOpener.run(getContainer(), operation)) {
			return false;
		}
		BasicNewProjectResourceWizard.updatePerspective(configuration);
		StudyOpener.open(workbench, project.getFile(files.keySet().iterator().next()));
		return true;
	}
}
