package org.nullcline.report;

import java.util.List;
import java.util.Map;

/** The report of a series as HTML. */
final class SeriesPage {

	private final String name;
	private final String description;
	private final Map<String, ReportContent> members;
	private final List<String> missing;
	private final Html html = new Html();
	private final FigureSection figures = new FigureSection();

	/**
	 * @param members the studies by their file names
	 * @param missing sentences about studies that cannot be reported
	 */
	SeriesPage(String name, String description, Map<String, ReportContent> members, List<String> missing) {
		this.name = name;
		this.description = description;
		this.members = members;
		this.missing = missing;
	}

	String html() {
		PageFrame.open(html, name);
		html.element("h1", name);
		if (!description.isBlank()) {
			html.element("p", description, "class", "lead");
		}
		if (!missing.isEmpty()) {
			html.open("section", "class", "problems").element("h2", "Problems").open("ul");
			missing.forEach(sentence -> html.element("li", sentence));
			html.close().close();
		}
		html.open("section").element("h2", "Findings of all studies");
		VerdictTable verdicts = new VerdictTable(members.values());
		if (verdicts.isEmpty()) {
			html.element("p", "There are no findings: no analysis has tested a claim.");
		} else {
			html.element("p", "Claims about the population have a row for each study. " + VerdictTable.EXPLANATION);
			verdicts.write(html);
		}
		html.close();
		members.forEach((member, content) -> {
			html.open("section", "class", "member");
			new StudyPart(content, html, figures, SeriesReport.link(member)).write();
			html.close();
		});
		PageFrame.close(html);
		return html.finish();
	}
}
