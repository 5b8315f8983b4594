package org.nullcline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

import org.nullcline.model.RunState;
import org.nullcline.report.ReportContent.Network;

/** The networks of a study, one row each, with a column for everything they differ in. */
final class NetworksTable {

	/** Longer tables scroll. */
	private static final int LONG = 24;
	/** Still longer ones open on demand. */
	private static final int VERY_LONG = 150;

	private record Column(String heading, String style, Function<Network, String> text) {
	}

	private final List<Network> networks;
	private final List<Column> columns = new ArrayList<>();

	/** @param limit the largest fraction of variance unexplained of networks that were analysed; 0: all were */
	NetworksTable(List<Network> networks, double limit) {
		this.networks = networks;
		columns.add(new Column("Network", "name", Network::name));
		columns.add(new Column("Architecture", "text", Network::architecture));
		addVarying("Units", network -> String.valueOf(network.units()));
		TreeSet<String> properties = new TreeSet<>();
		networks.forEach(network -> properties.addAll(network.properties().keySet()));
		for (String property : properties) {
			String heading = Character.toUpperCase(property.charAt(0)) + property.substring(1).replace('-', ' ');
			if (variesWithinArchitecture(property)) {
				addVarying(heading, network -> network.properties().getOrDefault(property, ""));
			}
		}
		columns.add(new Column("Fraction unexplained", "number", network -> Numbers.text(network.unexplained())));
		columns.add(new Column("Steps", "number", network -> network.step() == network.steps() ? String.valueOf(network.step())
				: network.step() + " of " + network.steps()));
		columns.add(new Column("Seconds", "number", network -> seconds(network.seconds())));
		if (networks.stream().anyMatch(network -> network.state() != RunState.DONE)) {
			columns.add(new Column("State", "text", network -> network.state().getLiteral()));
		}
		if (limit > 0) {
			columns.add(new Column("Analysed", "text", network -> network.state() != RunState.DONE ? ""
					: network.reaches(limit) ? "yes" : "no, not accurate enough"));
		}
	}

	/** Parameters that are one for all networks of an architecture tell no more than the architecture does. */
	private boolean variesWithinArchitecture(String property) {
		long architectures = networks.stream().map(Network::architecture).distinct().count();
		return networks.stream().map(network -> List.of(network.architecture(), network.properties().getOrDefault(property, "")))
				.distinct().count() > architectures;
	}

	private void addVarying(String heading, Function<Network, String> text) {
		List<String> values = networks.stream().map(text).distinct().toList();
		if (values.size() > 1) {
			boolean numbers = values.stream().allMatch(value -> value.matches("-?[0-9.]+([eE][-+]?[0-9]+)?"));
			columns.add(new Column(heading, numbers ? "number" : "text", text));
		}
	}

	/** More digits than tell networks apart only fill the table. */
	private static String seconds(double seconds) {
		return Double.isNaN(seconds) ? Numbers.text(seconds)
				: String.format(Locale.ROOT, seconds < 100 ? "%.1f" : "%.0f", seconds);
	}

	void write(Html html) {
		if (networks.size() > VERY_LONG) {
			html.open("details").element("summary", "Table of all " + networks.size() + " networks");
		}
		html.open("div", "class", networks.size() > LONG ? "scroll long" : "scroll").open("table").open("thead").open("tr");
		columns.forEach(column -> html.element("th", column.heading(), "scope", "col", "class", column.style()));
		html.close().close().open("tbody");
		for (Network network : networks) {
			html.open("tr");
			columns.forEach(column -> html.element("td", column.text().apply(network), "class", column.style()));
			html.close();
		}
		html.close().close().close();
		if (networks.size() > VERY_LONG) {
			html.close();
		}
		same(html);
	}

	/** What all networks have in common is said once. */
	private void same(Html html) {
		if (networks.size() < 2 || networks.stream().map(Network::units).distinct().count() > 1) {
			return;
		}
		html.element("p", "All networks have " + networks.get(0).units() + " hidden units.", "class", "muted");
	}

	/** Names in one sentence; of many, the first ones. */
	static String named(List<String> names, int most) {
		String first = String.join(", ", names.subList(0, Math.min(most, names.size())));
		return names.size() <= most ? first : first + " and " + (names.size() - most) + " more";
	}
}
