package org.nullcline.ui.development;

import java.util.Map;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;

/** Validates the studies of the workspace anew, because what they choose from has changed. */
final class StudyRevalidation extends WorkspaceJob {

	private static final String NATURE = "org.nullcline.ui.nature"; //$NON-NLS-1$
	private static final String BUILDER = "org.nullcline.ui.builder"; //$NON-NLS-1$

	StudyRevalidation() {
		super(Messages.Build_validating);
		setRule(ResourcesPlugin.getWorkspace().getRoot());
	}

	@Override
	public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
		IProject[] projects = ResourcesPlugin.getWorkspace().getRoot().getProjects();
		SubMonitor progress = SubMonitor.convert(monitor, projects.length);
		for (IProject project : projects) {
			if (project.isOpen() && project.hasNature(NATURE)) {
				project.build(IncrementalProjectBuilder.FULL_BUILD, BUILDER, Map.of(), progress.split(1));
			}
		}
		return Status.OK_STATUS;
	}
}
