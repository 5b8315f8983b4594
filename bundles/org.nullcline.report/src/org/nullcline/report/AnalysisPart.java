package org.nullcline.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.Table;
import org.nullcline.report.ReportContent.AnalysisEntry;
import org.nullcline.runs.StoredResult;

/** What a report says of the result of one analysis, but for its findings. */
final class AnalysisPart {

	/** Longer tables scroll. */
	private static final int LONG = 24;
	/** Still longer ones open on demand, and are not printed. */
	private static final int VERY_LONG = 48;
	private static final Set<String> NOTHING = Set.of("", "-", "\u2013");

	private final Html html;
	private final FigureSection figures;

	AnalysisPart(Html html, FigureSection figures) {
		this.html = html;
		this.figures = figures;
	}

	void write(AnalysisEntry entry) {
		html.open("article").element("h3", entry.heading());
		if (entry.result().isEmpty()) {
			html.element("p", "No result: " + entry.problem(), "class", "problem");
		}
		entry.result().ifPresent(this::result);
		html.close();
	}

	private void result(StoredResult result) {
		html.element("p", origin(result), "class", "muted");
		if (!result.figures().isEmpty()) {
			html.open("div", "class", "figures");
			result.figures().forEach(figure -> figures.write(html, figure));
			html.close();
		}
		result.tables().forEach(this::table);
		if (!result.values().isEmpty()) {
			html.open("details").element("summary", "Numbers");
			pairs(html, result.values().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
					value -> Numbers.text(value.getValue()), (first, _) -> first, LinkedHashMap::new)));
			html.close();
		}
		if (!result.notes().isEmpty()) {
			html.open("ul", "class", "notes");
			result.notes().forEach(note -> html.element("li", note));
			html.close();
		}
	}

	private static String origin(StoredResult result) {
		String parameters = result.parameters() == null || result.parameters().isEmpty() ? ""
				: result.parameters().entrySet().stream().map(p -> p.getKey() + " = " + p.getValue())
						.collect(Collectors.joining(", ", "; ", ""));
		return result.analysis() + ", plug-in " + result.plugin() + " " + result.pluginVersion() + parameters;
	}

	private void table(Table table) {
		boolean onDemand = table.rows().size() > VERY_LONG;
		if (onDemand) {
			html.open("details").element("summary", table.title() + " (" + table.rows().size() + " rows)");
		}
		html.open("div", "class", table.rows().size() > LONG ? "scroll long" : "scroll").open("table");
		if (!onDemand) {
			html.element("caption", table.title());
		}
		html.open("thead").open("tr");
		List<String> kinds = IntStream.range(0, table.columns().size()).mapToObj(c -> isNumeric(table, c) ? "number" : "text").toList();
		for (int c = 0; c < kinds.size(); c++) {
			html.element("th", table.columns().get(c), "scope", "col", "class", kinds.get(c));
		}
		html.close().close().open("tbody");
		for (List<String> row : table.rows()) {
			html.open("tr");
			for (int c = 0; c < row.size(); c++) {
				html.element("td", row.get(c), "class", kinds.get(c));
			}
			html.close();
		}
		html.close().close().close();
		if (onDemand) {
			html.close();
		}
	}

	/** Names and values as a table of two columns. */
	static void pairs(Html html, Map<String, String> values) {
		if (values.isEmpty()) {
			html.element("p", "no parameters", "class", "muted");
			return;
		}
		html.open("table", "class", "pairs").open("tbody");
		values.forEach((name, value) -> html.open("tr").element("th", name, "scope", "row").element("td", value).close());
		html.close().close();
	}

	/** Whether a column holds numbers alone; empty cells and dashes do not count. */
	private static boolean isNumeric(Table table, int column) {
		List<String> said = table.rows().stream().map(row -> row.get(column).strip()).filter(cell -> !NOTHING.contains(cell)).toList();
		return !said.isEmpty() && said.stream().allMatch(AnalysisPart::isNumber);
	}

	private static boolean isNumber(String text) {
		return text.replace('\u2212', '-').matches("[-+]?[0-9.]+(e[-+]?[0-9]+)?( ?%)?");
	}
}
