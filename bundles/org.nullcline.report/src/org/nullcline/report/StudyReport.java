package org.nullcline.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.nullcline.runs.AtomicFiles;

/** Writes the report of a study. */
public final class StudyReport {

	/** The name of the report in a study folder. */
	public static final String FILE = "report.html";

	private StudyReport() {
	}

	/**
	 * Writes or replaces the report of a study, which may be unfinished. What cannot be read is named in the report.
	 *
	 * @return the report
	 * @throws IOException if the folder holds no study, or the report cannot be written
	 */
	public static Path write(Path studyFolder) throws IOException {
		Path report = studyFolder.resolve(FILE);
		AtomicFiles.write(report, html(studyFolder).getBytes(StandardCharsets.UTF_8));
		return report;
	}

	/** The text of the report. */
	public static String html(Path studyFolder) throws IOException {
		return new ReportPage(ReportReader.read(studyFolder)).html();
	}
}
