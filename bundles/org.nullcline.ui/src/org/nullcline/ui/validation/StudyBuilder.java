package org.nullcline.ui.validation;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.nullcline.core.study.SeriesFiles;
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
		Set<IFile> files = new LinkedHashSet<>();
		IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
		if (delta == null) {
			getProject().accept(resource -> collect(resource, files));
		} else {
			delta.accept(change -> collect(change, files));
		}
		SubMonitor progress = SubMonitor.convert(monitor, files.size());
		ContributionRegistry registry = files.isEmpty() ? null : ContributionRegistry.read();
		for (IFile file : files) {
			if (!file.exists()) {
				continue;
			}
			if (SeriesFiles.EXTENSION.equals(file.getFileExtension())) {
				validateSeries(file, registry);
			} else {
				validate(file, registry);
			}
			progress.split(1);
		}
		return null;
	}

	@Override
	protected void clean(IProgressMonitor monitor) throws CoreException {
		StudyMarkers.remove(getProject());
	}

	/** What was executed is history and not validated. */
	private static boolean collect(IResource resource, Set<IFile> files) {
		if (resource instanceof IFile file && isValidated(file)) {
			files.add(file);
		}
		return !(resource.getParent() instanceof IProject && resource.getName().equals(Executions.FOLDER));
	}

	private static boolean collect(IResourceDelta change, Set<IFile> files) throws CoreException {
		boolean changed = change.getKind() != IResourceDelta.CHANGED || (change.getFlags() & IResourceDelta.CONTENT) != 0;
		IResource resource = change.getResource();
		boolean inside = collect(resource, changed ? files : new LinkedHashSet<>());
		if (changed && resource instanceof IFile file && StudyFiles.EXTENSION.equals(file.getFileExtension()) && file.getParent().exists()) {
			// A study that has come, gone or changed may be a member of a series beside it.
			for (IResource sibling : file.getParent().members()) {
				if (sibling instanceof IFile series && SeriesFiles.EXTENSION.equals(series.getFileExtension())) {
					files.add(series);
				}
			}
		}
		return inside;
	}

	private static boolean isValidated(IFile file) {
		return StudyFiles.EXTENSION.equals(file.getFileExtension()) || SeriesFiles.EXTENSION.equals(file.getFileExtension());
	}

	private static void validateSeries(IFile file, ContributionRegistry registry) throws CoreException {
		StudyMarkers.remove(file);
		for (SeriesProblems.Problem problem : SeriesProblems.of(file, registry)) {
			StudyMarkers.add(file, problem.message(), problem.member(), problem.line());
		}
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
