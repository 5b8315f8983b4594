package org.nullcline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.report.ReportContent.AnalysisEntry;
import org.nullcline.report.ReportContent.Network;
import org.nullcline.runs.StoredResult;

/** All findings of a study, claim by claim. */
final class FindingsTable {

	private record Row(String subject, Finding finding) {
	}

	private final List<Row> rows;

	FindingsTable(ReportContent content) {
		List<Row> found = new ArrayList<>();
		content.population().forEach(entry -> add(found, entry, "population"));
		for (Network network : content.runs()) {
			network.analyses().forEach(entry -> add(found, entry, network.name()));
		}
		// One claim asked of several networks stands together, in the order in which claims appear first.
		Map<String, Integer> order = new LinkedHashMap<>();
		found.forEach(row -> order.putIfAbsent(row.finding.claim(), order.size()));
		rows = found.stream().sorted(Comparator.comparing(row -> order.get(row.finding.claim()))).toList();
	}

	private static void add(List<Row> rows, AnalysisEntry entry, String subject) {
		for (Finding finding : entry.result().map(StoredResult::findings).orElse(List.of())) {
			rows.add(new Row(subject, finding));
		}
	}

	boolean isEmpty() {
		return rows.isEmpty();
	}

	/** "3 reproduced, 1 not reproduced". */
	String summary() {
		Map<Verdict, Long> counts = rows.stream().collect(Collectors.groupingBy(row -> row.finding.verdict(),
				() -> new EnumMap<>(Verdict.class), Collectors.counting()));
		return counts.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey().words())
				.collect(Collectors.joining(", "));
	}

	void write(Html html) {
		html.open("div", "class", "scroll").open("table", "class", "findings");
		html.open("thead").open("tr");
		for (String heading : List.of("Claim", "Subject", "Measured", "Threshold", "Reference", "Verdict", "What was seen")) {
			html.element("th", heading, "scope", "col");
		}
		html.close().close().open("tbody");
		String claim = null;
		for (Row row : rows) {
			Finding finding = row.finding;
			boolean again = finding.claim().equals(claim);
			claim = finding.claim();
			html.open("tr", "class", again ? "again" : "first");
			html.element("td", again ? "" : claim);
			html.element("td", row.subject, "class", "name");
			html.element("td", Numbers.text(finding.value(), finding.interval()), "class", "measured");
			html.element("td", text(finding.threshold()));
			html.element("td", again ? "" : text(finding.reference()));
			html.open("td").element("span", finding.verdict().words(), "class", "verdict " + style(finding.verdict())).close();
			html.element("td", text(finding.explanation()));
			html.close();
		}
		html.close().close().close();
	}

	/** The style sheet's class of a verdict. */
	static String style(Verdict verdict) {
		return switch (verdict) {
		case REPRODUCED -> "yes";
		case NOT_REPRODUCED -> "no";
		case UNDECIDED -> "open";
		};
	}

	private static String text(String text) {
		return text == null ? "" : text;
	}
}
