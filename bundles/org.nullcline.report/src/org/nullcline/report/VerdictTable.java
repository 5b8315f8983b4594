package org.nullcline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.report.ReportContent.AnalysisEntry;
import org.nullcline.report.ReportContent.Network;
import org.nullcline.runs.StoredResult;

/** The findings of one or several studies, claim by claim, those of single networks summed up. */
final class VerdictTable {

	/**
	 * @param measured in words, with its interval
	 * @param seen     what was seen, or how the networks are divided
	 */
	private record Row(String claim, String study, String subject, String measured, String threshold, String reference,
			Verdict verdict, String seen) {
	}

	/** What must be known of rows about several networks. */
	static final String EXPLANATION = "Claims about single networks are summed up in one row: the median over the networks of a"
			+ " study and their range; they are reproduced where they hold for every network. Each network has its own row in the"
			+ " part of its study.";

	/** Names of networks in one cell. */
	private static final int MOST_NAMES = 12;

	private final boolean several;
	private final Map<String, List<Row>> rowsByClaim = new LinkedHashMap<>();

	/** The findings of one study. */
	VerdictTable(ReportContent study) {
		this(List.of(study), false);
	}

	/** The findings of several studies. */
	VerdictTable(Collection<ReportContent> studies) {
		this(studies, true);
	}

	private VerdictTable(Collection<ReportContent> studies, boolean several) {
		this.several = several;
		studies.forEach(study -> study.population().forEach(entry -> findings(entry)
				.forEach(finding -> add(new Row(finding.claim(), study.name(), "population", Numbers.text(finding.value(),
						finding.interval()), text(finding.threshold()), text(finding.reference()), finding.verdict(),
						text(finding.explanation()))))));
		studies.forEach(this::addNetworks);
	}

	private void addNetworks(ReportContent study) {
		Map<String, List<Finding>> byClaim = new LinkedHashMap<>();
		Map<String, List<String>> against = new LinkedHashMap<>();
		for (Network network : study.runs()) {
			for (AnalysisEntry entry : network.analyses()) {
				for (Finding finding : findings(entry)) {
					byClaim.computeIfAbsent(finding.claim(), _ -> new ArrayList<>()).add(finding);
					if (finding.verdict() == Verdict.NOT_REPRODUCED) {
						against.computeIfAbsent(finding.claim(), _ -> new ArrayList<>()).add(network.name());
					}
				}
			}
		}
		byClaim.forEach((claim, findings) -> add(summary(study.name(), findings, against.getOrDefault(claim, List.of()))));
	}

	private void add(Row row) {
		rowsByClaim.computeIfAbsent(row.claim(), _ -> new ArrayList<>()).add(row);
	}

	/** @param against names of the networks for which the claim does not hold */
	private static Row summary(String study, List<Finding> findings, List<String> against) {
		Map<Verdict, Long> counts = findings.stream().collect(Collectors.groupingBy(Finding::verdict,
				() -> new EnumMap<>(Verdict.class), Collectors.counting()));
		Verdict verdict = counts.containsKey(Verdict.NOT_REPRODUCED) ? Verdict.NOT_REPRODUCED
				: counts.containsKey(Verdict.UNDECIDED) ? Verdict.UNDECIDED : Verdict.REPRODUCED;
		String division = counts.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey().words())
				.collect(Collectors.joining(", "))
				+ (against.isEmpty() ? ""
						: ". Not reproduced: " + NetworksTable.named(against.stream().distinct().toList(), MOST_NAMES));
		Finding first = findings.get(0);
		boolean oneThreshold = findings.stream().map(Finding::threshold).distinct().count() == 1;
		return new Row(first.claim(), study, findings.size() + (findings.size() == 1 ? " network" : " networks"),
				measured(findings), oneThreshold ? text(first.threshold()) : "differs", text(first.reference()), verdict, division);
	}

	/** The median over networks, with the range over them. */
	private static String measured(List<Finding> findings) {
		double[] values = findings.stream().mapToDouble(Finding::value).filter(value -> !Double.isNaN(value)).sorted().toArray();
		if (values.length == 0) {
			return "not measured";
		}
		double median = values.length % 2 == 1 ? values[values.length / 2]
				: (values[values.length / 2 - 1] + values[values.length / 2]) / 2;
		Interval range = new Interval(values[0], values[values.length - 1], "median and range over networks");
		return values.length == findings.size() ? Numbers.text(median, range)
				: Numbers.text(median, range) + ", not measured in " + (findings.size() - values.length);
	}

	private static List<Finding> findings(AnalysisEntry entry) {
		return entry.result().map(StoredResult::findings).orElse(List.of());
	}

	boolean isEmpty() {
		return rowsByClaim.isEmpty();
	}

	void write(Html html) {
		html.open("div", "class", "scroll").open("table", "class", "findings");
		html.open("thead").open("tr");
		for (String heading : Arrays.asList("Claim", "Study", "Subject", "Measured", "Threshold", "Reference", "Verdict",
				"What was seen")) {
			if (several || !heading.equals("Study")) {
				html.element("th", heading, "scope", "col");
			}
		}
		html.close().close().open("tbody");
		rowsByClaim.values().forEach(rows -> {
			for (int i = 0; i < rows.size(); i++) {
				write(html, rows.get(i), i > 0);
			}
		});
		html.close().close().close();
	}

	private void write(Html html, Row row, boolean again) {
		html.open("tr", "class", again ? "again" : "first");
		html.element("td", again ? "" : row.claim());
		if (several) {
			html.element("td", row.study());
		}
		html.element("td", row.subject());
		html.element("td", row.measured(), "class", "measured");
		html.element("td", row.threshold());
		html.element("td", again ? "" : row.reference());
		html.open("td").element("span", row.verdict().words(), "class", "verdict " + FindingsTable.style(row.verdict())).close();
		html.element("td", row.seen());
		html.close();
	}

	private static String text(String text) {
		return text == null ? "" : text;
	}
}
