package org.nullcline.core.study;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.nullcline.model.StudySeries;

/** Reads and writes files of series: XMI, one series each, extension {@code .series}. */
public final class SeriesFiles {

	/** The extension of these files, without the dot. */
	public static final String EXTENSION = "series";

	private static final String MEMBER_ENDING = "." + StudyFiles.EXTENSION;

	private SeriesFiles() {
	}

	/**
	 * Reads a series, without its members.
	 *
	 * @throws InvalidStudyException naming file and line, if it cannot be read or names no proper members
	 */
	public static StudySeries read(Path file) throws InvalidStudyException {
		return read(StudyFiles.content(file), file.toString());
	}

	/**
	 * Reads a series, without its members.
	 *
	 * @param name how messages call the source
	 */
	public static StudySeries read(byte[] content, String name) throws InvalidStudyException {
		StudySeries series = StudyFiles.load(content, name, StudySeries.class, "series");
		if (series.getName() == null || series.getName().isBlank()) {
			throw new InvalidStudyException(List.of(name + ": the series has no name"));
		}
		if (series.getMembers().isEmpty()) {
			throw new InvalidStudyException(List.of(name + ": the series has no members; name at least one study file"));
		}
		Set<String> seen = new HashSet<>();
		for (String member : series.getMembers()) {
			if (!member.matches("[^/\\\\]+") || !member.endsWith(MEMBER_ENDING) || member.length() == MEMBER_ENDING.length()) {
				throw new InvalidStudyException(List.of(name + " > member '" + member
						+ "': is not the name of a study file beside the series, for example flip-flop" + MEMBER_ENDING));
			}
			if (!seen.add(member)) {
				throw new InvalidStudyException(List.of(name + " > member '" + member + "': is named twice"));
			}
		}
		return series;
	}

	/** The series as the text of its file. */
	public static byte[] write(StudySeries series) {
		return StudyFiles.save(series);
	}

	/** The name of a member, which is that of its output folder: its file name without the ending. */
	public static String memberName(String member) {
		return member.substring(0, member.length() - MEMBER_ENDING.length());
	}

	/** Whether two series are the same. */
	public static boolean equal(StudySeries one, StudySeries other) {
		return EcoreUtil.equals(one, other);
	}
}
