package org.nullcline.report;

/** The report of a study as HTML. */
final class ReportPage {

	private final ReportContent content;

	ReportPage(ReportContent content) {
		this.content = content;
	}

	String html() {
		Html html = new Html();
		PageFrame.open(html, content.name());
		new StudyPart(content, html, new FigureSection(), "").write();
		PageFrame.close(html);
		return html.finish();
	}
}
