package org.nullcline.ui.validation;

import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;

/** Makes a project one of studies: they are validated as they are saved. */
public class StudyNature implements IProjectNature {

	public static final String ID = "org.nullcline.ui.nature"; //$NON-NLS-1$

	private IProject project;

	@Override
	public void configure() throws CoreException {
		IProjectDescription description = project.getDescription();
		if (Arrays.stream(description.getBuildSpec()).anyMatch(command -> command.getBuilderName().equals(StudyBuilder.ID))) {
			return;
		}
		ICommand command = description.newCommand();
		command.setBuilderName(StudyBuilder.ID);
		description.setBuildSpec(Stream.concat(Arrays.stream(description.getBuildSpec()), Stream.of(command))
				.toArray(ICommand[]::new));
		project.setDescription(description, null);
	}

	@Override
	public void deconfigure() throws CoreException {
		IProjectDescription description = project.getDescription();
		description.setBuildSpec(Arrays.stream(description.getBuildSpec())
				.filter(command -> !command.getBuilderName().equals(StudyBuilder.ID)).toArray(ICommand[]::new));
		project.setDescription(description, null);
		StudyMarkers.remove(project);
	}

	@Override
	public IProject getProject() {
		return project;
	}

	@Override
	public void setProject(IProject newProject) {
		project = newProject;
	}
}
