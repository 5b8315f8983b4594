package org.nullcline.report;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.model.StudySeries;
import org.nullcline.runs.AtomicFiles;
import org.nullcline.runs.SeriesFolder;

/** Writes the report of a series: one verdict table about all of its studies, then the report of each. */
public final class SeriesReport {

	private SeriesReport() {
	}

	/**
	 * Writes or replaces the report of a series, which may be unfinished. A member that has not begun is named in the report.
	 *
	 * @return the report
	 * @throws IOException if the folder holds no series, or the report cannot be written
	 */
	public static Path write(Path folder) throws IOException {
		Path report = folder.resolve(StudyReport.FILE);
		AtomicFiles.write(report, html(folder).getBytes(StandardCharsets.UTF_8));
		return report;
	}

	/** The folder of a member as the report sees it, for links. */
	static String link(String member) {
		Path folder = SeriesFolder.memberFolder(Path.of(""), member);
		return URLEncoder.encode(folder.toString(), StandardCharsets.UTF_8).replace("+", "%20") + "/";
	}

	/** The text of the report. */
	public static String html(Path folder) throws IOException {
		StudySeries series = SeriesFolder.read(folder);
		Map<String, ReportContent> members = new LinkedHashMap<>();
		List<String> missing = new ArrayList<>();
		for (String member : series.getMembers()) {
			try {
				members.put(member, ReportReader.read(SeriesFolder.memberFolder(folder, member)));
			} catch (IOException e) {
				missing.add("Study " + member + " has not been executed, or its folder is damaged.");
			}
		}
		return new SeriesPage(series.getName(), series.getDescription() == null ? "" : series.getDescription(), members, missing)
				.html();
	}
}
