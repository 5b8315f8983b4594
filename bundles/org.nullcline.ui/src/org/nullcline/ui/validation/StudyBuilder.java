package org.nullcline.ui.validation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.model.Study;
import org.nullcline.ui.run.Executions;

/** Validates the studies of a project that have changed. */
public class StudyBuilder extends IncrementalProjectBuilder {

	public static final String ID = "org.nullcline.ui.builder"; //$NON-NLS-1$

	/** How messages of unreadable files begin. */
	private static final Pattern LINE = Pattern.compile("^[^:]*, line (-?\\d+): (.*)$", Pattern.DOTALL); //$NON-NLS-1$

	@Override
	protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
		List<IFile> files = new ArrayList<>();
		IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
		if (delta == null) {
			getProject().accept(resource -> collect(resource, files));
		} else {
			delta.accept(change -> collect(change, files));
		}
		SubMonitor progress = SubMonitor.convert(monitor, files.size());
		ContributionRegistry registry = files.isEmpty() ? null : ContributionRegistry.read();
		for (IFile file : files) {
			validate(file, registry);
			progress.split(1);
		}
		return null;
	}

	@Override
	protected void clean(IProgressMonitor monitor) throws CoreException {
		StudyMarkers.remove(getProject());
	}

	/** What was executed is history and not validated. */
	private static boolean collect(IResource resource, List<IFile> files) {
		if (resource instanceof IFile file && StudyFiles.EXTENSION.equals(file.getFileExtension())) {
			files.add(file);
		}
		return !(resource.getParent() instanceof IProject && resource.getName().equals(Executions.FOLDER));
	}

	private static boolean collect(IResourceDelta change, List<IFile> files) {
		boolean changed = change.getKind() == IResourceDelta.ADDED
				|| change.getKind() == IResourceDelta.CHANGED && (change.getFlags() & IResourceDelta.CONTENT) != 0;
		return collect(change.getResource(), changed ? files : new ArrayList<>());
	}

	private static void validate(IFile file, ContributionRegistry registry) throws CoreException {
		StudyMarkers.remove(file);
		byte[] content;
		try (InputStream in = file.getContents(true)) {
			content = in.readAllBytes();
		} catch (IOException e) {
			throw new CoreException(Status.error(file.getFullPath().toString(), e));
		}
		try {
			Study study = StudyFiles.read(content, file.getName());
			List<StudyProblem> problems = StudyValidator.validate(study, registry);
			if (!problems.isEmpty()) {
				ElementLines lines = ElementLines.of(content);
				for (StudyProblem problem : problems) {
					StudyMarkers.add(file, problem.toString(), problem.location(), lines.line(problem.element()));
				}
			}
		} catch (InvalidStudyException e) {
			for (String problem : e.problems()) {
				Matcher matcher = LINE.matcher(problem);
				boolean located = matcher.matches();
				StudyMarkers.add(file, located ? matcher.group(2) : problem, "", //$NON-NLS-1$
						located ? Math.max(1, Integer.parseInt(matcher.group(1))) : 0);
			}
		}
	}
}
