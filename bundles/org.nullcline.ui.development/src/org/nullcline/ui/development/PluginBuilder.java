package org.nullcline.ui.development;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.nullcline.development.compile.PluginBuild;
import org.nullcline.development.compile.PluginSources;
import org.nullcline.development.compile.SourceProblem;
import org.nullcline.development.live.LivePlugins;

/** Compiles the plug-in of a project when one of its files has changed, and loads it. With errors in it, its last state stays. */
public class PluginBuilder extends IncrementalProjectBuilder {

	static final String ID = "org.nullcline.ui.development.builder"; //$NON-NLS-1$

	private static final Set<String> FOLDERS = Set.of("src", "META-INF"); //$NON-NLS-1$ //$NON-NLS-2$
	private static final Set<String> FILES = Set.of("plugin.xml", "plugin.properties", "build.properties"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	@Override
	protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
		IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
		if (delta == null || concerns(delta)) {
			build(getProject(), monitor);
		}
		return null;
	}

	@Override
	protected void clean(IProgressMonitor monitor) throws CoreException {
		PluginMarkers.remove(getProject());
		LivePlugins.unload(getProject().getName());
	}

	private static boolean concerns(IResourceDelta delta) {
		for (IResourceDelta child : delta.getAffectedChildren()) {
			IResource resource = child.getResource();
			if (resource.getType() == IResource.FOLDER ? FOLDERS.contains(resource.getName()) && changed(child)
					: FILES.contains(resource.getName()) && changed(child)) {
				return true;
			}
		}
		return false;
	}

	/** Whether there is more in it than new markers. */
	private static boolean changed(IResourceDelta delta) {
		if (delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.CONTENT) != 0) {
			return true;
		}
		for (IResourceDelta child : delta.getAffectedChildren()) {
			if (changed(child)) {
				return true;
			}
		}
		return false;
	}

	private static void build(IProject project, IProgressMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, 10);
		PluginMarkers.remove(project);
		if (project.getLocation() == null) {
			return;
		}
		Path folder = project.getLocation().toPath();
		List<SourceProblem> problems = new ArrayList<>();
		try {
			PluginBuild build = PluginBuild.of(new PluginSources(folder), progress.split(8));
			problems.addAll(build.problems());
			if (build.jar().isPresent()) {
				for (String problem : LivePlugins.load(project.getName(), build)) {
					problems.add(DeclarationLines.locate(folder, problem));
				}
				new StudyRevalidation().schedule();
			}
		} catch (IOException e) {
			problems.add(SourceProblem.error(folder.resolve(PluginSources.MANIFEST), 0, NLS.bind(Messages.Build_cannot, e.getMessage())));
		}
		problems.addAll(DeclarationLines.ofContributions(folder, new PluginSources(folder)));
		PluginMarkers.add(project, problems);
		progress.split(2);
	}
}
