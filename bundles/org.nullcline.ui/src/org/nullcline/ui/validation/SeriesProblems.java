package org.nullcline.ui.validation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.study.SeriesFiles;
import org.nullcline.core.study.StudyFiles;
import org.nullcline.core.study.StudyProblem;
import org.nullcline.core.study.StudyValidator;
import org.nullcline.ui.Messages;

/** Finds what is wrong with a file of a series: of itself, and of the studies that it names. */
final class SeriesProblems {

	/**
	 * A problem.
	 *
	 * @param member the file name of the study that it is about, or empty
	 * @param line   of the series' file, from 1; 0 if unknown
	 */
	record Problem(String member, String message, int line) {
	}

	private SeriesProblems() {
	}

	static List<Problem> of(IFile file, ContributionRegistry registry) throws CoreException {
		byte[] content = content(file);
		List<Problem> problems = new ArrayList<>();
		List<String> members;
		try {
			members = SeriesFiles.read(content, file.getName()).getMembers();
		} catch (InvalidStudyException e) {
			e.problems().forEach(problem -> problems.add(new Problem("", problem, 0))); //$NON-NLS-1$
			return problems;
		}
		for (String member : members) {
			IFile study = file.getParent().getFile(IPath.fromPortableString(member));
			int line = line(content, member);
			if (!study.exists()) {
				problems.add(new Problem(member, NLS.bind(Messages.Series_missing, member, file.getName()), line));
				continue;
			}
			try {
				List<StudyProblem> found = StudyValidator.validate(StudyFiles.read(content(study), member), registry);
				if (!found.isEmpty()) {
					problems.add(new Problem(member, NLS.bind(Messages.Series_invalid,
							new Object[] { member, found.size(), found.get(0) }), line));
				}
			} catch (InvalidStudyException e) {
				problems.add(new Problem(member,
						NLS.bind(Messages.Series_invalid, new Object[] { member, e.problems().size(), e.problems().get(0) }), line));
			}
		}
		return problems;
	}

	private static int line(byte[] content, String member) {
		int line = 0;
		for (String text : new String(content, StandardCharsets.UTF_8).lines().toList()) {
			line++;
			if (text.contains(">" + member + "<")) { //$NON-NLS-1$ //$NON-NLS-2$
				return line;
			}
		}
		return 0;
	}

	private static byte[] content(IFile file) throws CoreException {
		try (InputStream in = file.getContents(true)) {
			return in.readAllBytes();
		} catch (IOException e) {
			throw new CoreException(Status.error(file.getFullPath().toString(), e));
		}
	}
}
