package org.nullcline.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.nullcline.core.figure.Figure;
import org.nullcline.model.RunState;
import org.nullcline.report.ReportContent.Group;
import org.nullcline.report.ReportContent.Network;

/** What a report says of one study. */
final class StudyPart {

	/** More names than this make a sentence unreadable. */
	private static final int MOST_NAMES = 24;

	private final ReportContent content;
	private final Html html;
	private final FigureSection figures;
	private final AnalysisPart analyses;
	private final String base;

	/**
	 * @param html    where it is written
	 * @param figures that numbers the figures of the page
	 * @param base    the study folder as the page sees it: empty, or ending with a slash
	 */
	StudyPart(ReportContent content, Html html, FigureSection figures, String base) {
		this.content = content;
		this.html = html;
		this.figures = figures;
		this.analyses = new AnalysisPart(html, figures);
		this.base = base;
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
			write(table);
		}
		html.close();
	}

	/** Of a large population, claim by claim first. */
	private void write(FindingsTable table) {
		if (content.runs().size() <= ShownNetworks.SMALL) {
			table.write(html);
			return;
		}
		html.element("p", VerdictTable.EXPLANATION);
		new VerdictTable(content).write(html);
		html.open("details").element("summary", "The findings of every network");
		table.write(html);
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
			AnalysisPart.pairs(html, group.values());
			html.close();
		}
		html.close();
	}

	private void runs() {
		html.open("section").element("h2", "Networks");
		if (content.runs().isEmpty()) {
			html.element("p", "There are none yet.").close();
			return;
		}
		new NetworksTable(content.runs(), content.limit()).write(html);
		leftOut();
		html.open("div", "class", "figures");
		for (Figure figure : List.of(LearningCurves.loss(content.runs()), LearningCurves.unexplained(content.runs()),
				LearningCurves.skill(content.runs()))) {
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
					+ NetworksTable.named(names, MOST_NAMES) + ".");
		}
	}

	private void population() {
		if (content.population().isEmpty()) {
			return;
		}
		html.open("section").element("h2", "The population");
		content.population().forEach(analyses::write);
		html.close();
	}

	private void networks() {
		List<Network> shown = content.runs().stream().filter(run -> !run.standsFor().isEmpty()).toList();
		if (shown.isEmpty()) {
			return;
		}
		html.open("section").element("h2", "Network by network");
		if (shown.stream().anyMatch(network -> network.standsFor().size() > 1)) {
			html.element("p", "Of each cell of the grid the network with the smallest seed is shown; of a grid of more than "
					+ ShownNetworks.MOST_CELLS + " cells, one network of each architecture with each of its settings that are no numbers."
					+ " Links lead to the folders of the others, beside this report. The findings above are of all networks.");
		}
		Set<String> seen = new HashSet<>();
		for (Network network : shown) {
			// One of each architecture is shown at once, the others on demand.
			if (seen.add(network.architecture())) {
				html.open("details", "class", "network", "open", "open");
			} else {
				html.open("details", "class", "network");
			}
			html.element("summary", network.name());
			others(network);
			network.analyses().forEach(analyses::write);
			html.close();
		}
		html.close();
	}

	/** Links to the results of the networks for which one stands. */
	private void others(Network network) {
		List<String> names = network.standsFor().stream().filter(name -> !name.equals(network.name())).toList();
		if (names.isEmpty()) {
			return;
		}
		html.open("p", "class", "muted").text("Results of networks for which this one stands: ");
		for (int i = 0; i < names.size(); i++) {
			html.text(i == 0 ? "" : ", ");
			String folder = URLEncoder.encode(names.get(i), StandardCharsets.UTF_8).replace("+", "%20");
			html.link(names.get(i), base + "runs/" + folder + "/results/");
		}
		html.text(".").close();
	}
}
