package org.nullcline.ui.runs.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.model.Study;
import org.nullcline.runs.RunReference;
import org.nullcline.runs.index.ExecutionFolders;
import org.nullcline.ui.runs.Messages;

/**
 * Whose runs the table shows: those of projects, of executions, or of studies.
 *
 * @param resources projects, folders and study files; empty for the whole workspace
 */
record Scope(List<IResource> resources) {

	/** All projects of the workspace. */
	static final Scope WORKSPACE = new Scope(List.of());

	Scope {
		resources = List.copyOf(resources);
	}

	/** What a selection is about, or null if it is about nothing that has runs. */
	static Scope of(ISelection selection) {
		List<IResource> resources = new ArrayList<>();
		if (selection instanceof IStructuredSelection structured) {
			for (Object element : structured) {
				IResource resource = Adapters.adapt(element, IResource.class);
				if (resource instanceof IFile file && !StudyFiles.EXTENSION.equals(file.getFileExtension())) {
					continue;
				}
				if (resource != null && resource.getLocation() != null) {
					resources.add(resource);
				}
			}
		}
		return resources.isEmpty() ? null : new Scope(resources);
	}

	/** The execution of a run; null outside of the workspace. */
	static Scope of(RunReference run) {
		IContainer folder = ResourcesPlugin.getWorkspace().getRoot().getContainerForLocation(IPath.fromPath(run.execution()));
		return folder == null ? null : new Scope(List.of(folder));
	}

	/** Whether something was changed where executions lie. */
	static boolean mayHaveNewRuns(IResourceDelta delta) {
		for (IResourceDelta project : delta.getAffectedChildren()) {
			if (project.getKind() != IResourceDelta.CHANGED || (project.getFlags() & IResourceDelta.OPEN) != 0) {
				return true;
			}
			for (IResourceDelta child : project.getAffectedChildren()) {
				if (child.getResource() instanceof IFolder) {
					return true;
				}
			}
		}
		return false;
	}

	/** Whether a run belongs to the scope, whether it has been read or not. */
	boolean contains(RunReference run) {
		return roots().stream().anyMatch(run.folder()::startsWith);
	}

	/** What the table is told to show. */
	String label() {
		return switch (resources.size()) {
		case 0 -> Messages.Table_workspace;
		case 1 -> resources.getFirst().getFullPath().makeRelative().toString();
		default -> NLS.bind(Messages.Table_severalResources, resources.size());
		};
	}

	/** The folders below which everything belongs to the scope. */
	List<Path> roots() {
		return locations(resources.isEmpty() ? Arrays.asList(ResourcesPlugin.getWorkspace().getRoot().getProjects()) : resources);
	}

	/** The executions. Looks into folders and files. */
	Set<Path> executions() throws IOException {
		Set<Path> executions = new LinkedHashSet<>();
		for (IResource resource : resources) {
			if (resource instanceof IFile file) {
				executions.addAll(executions(file));
			}
		}
		for (Path root : roots()) {
			executions.addAll(ExecutionFolders.below(root));
		}
		return executions;
	}

	/** Closed projects have folders, but their runs are nobody's business. */
	private static List<Path> locations(List<? extends IResource> resources) {
		List<Path> roots = new ArrayList<>();
		for (IResource resource : resources) {
			IProject project = resource.getProject();
			if (resource.getLocation() != null && !(resource instanceof IFile) && (project == null || project.isOpen())) {
				roots.add(resource.getLocation().toPath());
			}
		}
		return roots;
	}

	/** The executions of a study are called after it. */
	private static List<Path> executions(IFile file) throws IOException {
		IPath location = file.getLocation();
		IPath project = file.getProject().getLocation();
		if (location == null || project == null) {
			// Deleted since it was selected.
			return List.of();
		}
		String name;
		try {
			Study study = StudyFiles.read(location.toPath());
			name = study.getName() == null || study.getName().isBlank() ? file.getFullPath().removeFileExtension().lastSegment()
					: study.getName();
		} catch (InvalidStudyException e) {
			// It cannot be read now; what was executed has been.
			name = file.getFullPath().removeFileExtension().lastSegment();
		}
		Pattern called = Pattern.compile(Pattern.quote(name.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-")) + "-\\d+"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return ExecutionFolders.below(project.toPath()).stream()
				.filter(execution -> called.matcher(execution.getFileName().toString()).matches()).toList();
	}
}
