package org.nullcline.ui.development;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.nullcline.development.compile.SourceProblem;

/** The problem markers of plug-in projects. */
final class PluginMarkers {

	static final String TYPE = "org.nullcline.ui.development.problem"; //$NON-NLS-1$

	private PluginMarkers() {
	}

	static void remove(IProject project) throws CoreException {
		project.deleteMarkers(TYPE, true, IResource.DEPTH_INFINITE);
	}

	static void add(IProject project, List<SourceProblem> problems) throws CoreException {
		for (SourceProblem problem : problems) {
			IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(problem.file().toUri());
			IResource resource = project;
			for (IFile file : files) {
				resource = file.getProject().equals(project) && file.exists() ? file : resource;
			}
			Map<String, Object> attributes = new HashMap<>();
			attributes.put(IMarker.MESSAGE, problem.message());
			attributes.put(IMarker.SEVERITY, problem.error() ? IMarker.SEVERITY_ERROR : IMarker.SEVERITY_WARNING);
			if (problem.line() > 0) {
				attributes.put(IMarker.LINE_NUMBER, problem.line());
			}
			if (problem.start() >= 0 && problem.end() > problem.start()) {
				attributes.put(IMarker.CHAR_START, problem.start());
				attributes.put(IMarker.CHAR_END, problem.end());
			}
			resource.createMarker(TYPE, attributes);
		}
	}
}
