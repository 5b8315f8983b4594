package org.nullcline.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.nullcline.core.analysis.Table;
import org.nullcline.core.figure.Figure;
import org.nullcline.model.RunState;
import org.nullcline.report.ReportContent.AnalysisEntry;
import org.nullcline.report.ReportContent.Group;
import org.nullcline.report.ReportContent.Network;
import org.nullcline.runs.StoredResult;

/** What a report says of one study. */
final class StudyPart {

	private final ReportContent content;
	private final Html html;
	private final FigureSection figures;

	/**
	 * @param html    where it is written
	 * @param figures that numbers the figures of the page
	 */
	StudyPart(ReportContent content, Html html, FigureSection figures) {
		this.content = content;
		this.html = html;
		this.figures = figures;
	}

	/** Everything, from the name of the study as the first heading. */
	void write() {
		html.element("h1", content.name());
		if (!content.description().isBlank()) {
			html.element("p", content.description(), "class", "lead");
		}
		html.element("p", summary());
		problems();
		findings();
		study();
		runs();
		population();
		networks();
	}

	private String summary() {
		long done = content.runs().stream().filter(run -> run.state() == RunState.DONE).count();
		int all = content.runs().size();
		String trained = all == 0 ? "No network has been trained yet."
				: done == all ? all + (all == 1 ? " network" : " networks") + " trained to the end."
						: done + " of " + all + " networks trained to the end.";
		FindingsTable findings = new FindingsTable(content);
		return findings.isEmpty() ? trained : trained + " Findings: " + findings.summary() + ".";
	}

	private void problems() {
		if (content.problems().isEmpty()) {
			return;
		}
		html.open("section", "class", "problems").element("h2", "Problems").open("ul");
		content.problems().forEach(problem -> html.element("li", problem));
		html.close().close();
	}

	private void findings() {
		html.open("section").element("h2", "Findings");
		FindingsTable table = new FindingsTable(content);
		if (table.isEmpty()) {
			html.element("p", "There are no findings: no analysis has tested a claim.");
		} else {
			table.write(html);
		}
		html.close();
	}

	private void study() {
		html.open("section").element("h2", "Study");
		groups(content.settings());
		if (!content.provenance().isEmpty()) {
			html.open("details").element("summary", "Provenance: plug-ins and environment");
			groups(content.provenance());
			html.close();
		}
		html.close();
	}

	private void groups(List<Group> groups) {
		html.open("div", "class", "groups");
		for (Group group : groups) {
			html.open("div", "class", "group");
			if (!group.heading().isBlank()) {
				html.element("h3", group.heading());
			}
			pairs(group.values());
			html.close();
		}
		html.close();
	}

	private void pairs(Map<String, String> values) {
		if (values.isEmpty()) {
			html.element("p", "no parameters", "class", "muted");
			return;
		}
		html.open("table", "class", "pairs").open("tbody");
		values.forEach((name, value) -> html.open("tr").element("th", name, "scope", "row").element("td", value).close());
		html.close().close();
	}

	private void runs() {
		html.open("section").element("h2", "Networks");
		if (content.runs().isEmpty()) {
			html.element("p", "There are none yet.").close();
			return;
		}
		html.open("div", "class", "scroll").open("table").open("thead").open("tr");
		for (String heading : List.of("Name", "Architecture", "Units", "Seed", "State", "Steps", "Seconds",
				"Held-out fraction unexplained")) {
			html.element("th", heading, "scope", "col");
		}
		if (content.limit() > 0) {
			html.element("th", "Analysed", "scope", "col");
		}
		html.close().close().open("tbody");
		for (Network run : content.runs()) {
			html.open("tr").element("td", run.name(), "class", "name").element("td", run.architecture());
			html.element("td", String.valueOf(run.units()), "class", "number");
			html.element("td", String.valueOf(run.seed()), "class", "number");
			html.element("td", run.message().isBlank() ? run.state().getLiteral() : run.state().getLiteral() + ": " + run.message());
			html.element("td", run.step() + " of " + run.steps(), "class", "number");
			html.element("td", Numbers.text(run.seconds()), "class", "number");
			html.element("td", Numbers.text(run.unexplained()), "class", "number");
			if (content.limit() > 0) {
				html.element("td", run.state() != RunState.DONE ? "" : run.reaches(content.limit()) ? "yes" : "no, not accurate enough");
			}
			html.close();
		}
		html.close().close().close();
		leftOut();
		html.open("div", "class", "figures");
		for (Figure figure : List.of(LearningCurves.loss(content.runs()), LearningCurves.unexplained(content.runs()))) {
			if (!figure.layers().isEmpty()) {
				figures.write(html, figure);
			}
		}
		html.close().close();
	}

	private void leftOut() {
		List<String> names = content.runs().stream()
				.filter(run -> run.state() == RunState.DONE && !run.reaches(content.limit())).map(Network::name).toList();
		if (!names.isEmpty()) {
			html.element("p", names.size() + " of " + content.runs().size() + " networks leave more than the fraction "
					+ Numbers.text(content.limit()) + " of the variance unexplained and were not analysed: "
					+ String.join(", ", names) + ".");
		}
	}

	private void population() {
		if (content.population().isEmpty()) {
			return;
		}
		html.open("section").element("h2", "The population");
		content.population().forEach(this::analysis);
		html.close();
	}

	private void networks() {
		List<Network> analysed = content.runs().stream().filter(run -> !run.analyses().isEmpty()).toList();
		if (analysed.isEmpty()) {
			return;
		}
		html.open("section").element("h2", "Network by network");
		Set<String> seen = new HashSet<>();
		for (Network network : analysed) {
			// One of each architecture is shown at once, the others on demand.
			if (seen.add(network.architecture())) {
				html.open("details", "class", "network", "open", "open");
			} else {
				html.open("details", "class", "network");
			}
			html.element("summary", network.name());
			network.analyses().forEach(this::analysis);
			html.close();
		}
		html.close();
	}

	private void analysis(AnalysisEntry entry) {
		html.open("article").element("h3", entry.heading());
		if (entry.result().isEmpty()) {
			html.element("p", "No result: " + entry.problem(), "class", "problem");
		}
		entry.result().ifPresent(this::result);
		html.close();
	}

	private void result(StoredResult result) {
		html.element("p", origin(result), "class", "muted");
		html.open("div", "class", "figures");
		result.figures().forEach(figure -> figures.write(html, figure));
		html.close();
		result.tables().forEach(this::table);
		if (!result.values().isEmpty()) {
			html.open("details").element("summary", "Numbers");
			pairs(result.values().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
					value -> Numbers.text(value.getValue()), (first, _) -> first, java.util.LinkedHashMap::new)));
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
		html.open("div", "class", "scroll").open("table");
		html.element("caption", table.title());
		html.open("thead").open("tr");
		table.columns().forEach(column -> html.element("th", column, "scope", "col"));
		html.close().close().open("tbody");
		for (List<String> row : table.rows()) {
			html.open("tr");
			row.forEach(cell -> html.element("td", cell, "class", isNumber(cell) ? "number" : "text"));
			html.close();
		}
		html.close().close().close();
	}

	private static boolean isNumber(String text) {
		return text.strip().replace('\u2212', '-').matches("[-+]?[0-9.]+(e[-+]?[0-9]+)?( ?%)?");
	}
}
