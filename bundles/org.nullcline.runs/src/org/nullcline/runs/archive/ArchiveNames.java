package org.nullcline.runs.archive;

import java.util.Arrays;

/** Which names of files are believed. */
final class ArchiveNames {

	private static final int LONGEST = 1000;

	private ArchiveNames() {
	}

	/** Why a name is not one that an archive may have, or null if it is. */
	static String problem(String name) {
		if (name.length() > LONGEST) {
			return "is too long";
		}
		if (name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0
				|| name.chars().anyMatch(Character::isISOControl)) {
			return "is no relative path";
		}
		String[] segments = name.split("/", -1);
		if (Arrays.stream(segments).anyMatch(segment -> segment.isEmpty() || segment.equals(".") || segment.equals(".."))) {
			return "leads outside of the folder of the import";
		}
		boolean execution = name.startsWith(ArchiveContents.RUNS) && segments.length > 2;
		boolean study = name.startsWith(ArchiveContents.STUDIES) && segments.length == 2
				&& name.endsWith("." + org.nullcline.core.study.StudyFiles.EXTENSION);
		return execution || study ? null : "lies neither in runs/EXECUTION nor is it a study in studies";
	}
}
