package org.nullcline.ui.development;

import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;
import org.nullcline.development.live.LivePlugins;

/** Makes a project one whose plug-in is compiled and loaded as it is saved. */
public class PluginNature implements IProjectNature {

	static final String ID = "org.nullcline.ui.development.nature"; //$NON-NLS-1$

	private IProject project;

	/** Whether a project is open and has the nature. */
	static boolean isOf(IProject project) throws CoreException {
		return project.isOpen() && project.hasNature(ID);
	}

	@Override
	public void configure() throws CoreException {
		IProjectDescription description = project.getDescription();
		if (Arrays.stream(description.getBuildSpec()).anyMatch(command -> command.getBuilderName().equals(PluginBuilder.ID))) {
			return;
		}
		ICommand command = description.newCommand();
		command.setBuilderName(PluginBuilder.ID);
		// First, because studies are validated with what it loads.
		description.setBuildSpec(
				Stream.concat(Stream.of(command), Arrays.stream(description.getBuildSpec())).toArray(ICommand[]::new));
		project.setDescription(description, null);
	}

	@Override
	public void deconfigure() throws CoreException {
		IProjectDescription description = project.getDescription();
		description.setBuildSpec(Arrays.stream(description.getBuildSpec())
				.filter(command -> !command.getBuilderName().equals(PluginBuilder.ID)).toArray(ICommand[]::new));
		project.setDescription(description, null);
		PluginMarkers.remove(project);
		LivePlugins.unload(project.getName());
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
