package org.nullcline.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whose figures a report shows: those of all networks of a small population, else of one network
 * of each cell of the grid.
 */
final class ShownNetworks {

	/** A population of at most this many networks is shown in full. */
	static final int SMALL = 8;
	/** Of a grid of more cells, one network of each kind is shown: figures of hundreds of networks nobody looks at. */
	static final int MOST_CELLS = 48;

	/**
	 * A network that was analysed.
	 *
	 * @param properties what else its cell of the grid may differ in from others
	 */
	record Candidate(String name, String architecture, int units, Map<String, String> properties, int seed) {

		/** What networks of one cell have in common. */
		private List<Object> cell() {
			return List.of(architecture, units, new TreeMap<>(properties));
		}

		/** What networks of one kind have in common: all but sizes, penalties and other numbers. */
		private List<Object> kind() {
			return List.of(architecture, properties.entrySet().stream().filter(property -> !NUMBER.matcher(property.getValue()).matches())
					.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
		}
	}

	private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+([eE][-+]?[0-9]+)?");

	private ShownNetworks() {
	}

	/** For each network that is shown, itself included: the networks that it stands for, in the given order. */
	static Map<String, List<String>> of(List<Candidate> analysed) {
		if (analysed.size() <= SMALL) {
			Map<String, List<String>> alone = new HashMap<>();
			analysed.forEach(candidate -> alone.put(candidate.name(), List.of(candidate.name())));
			return alone;
		}
		Map<String, List<String>> shown = new HashMap<>();
		boolean many = analysed.stream().map(Candidate::cell).distinct().count() > MOST_CELLS;
		analysed.stream().collect(Collectors.groupingBy(many ? Candidate::kind : Candidate::cell)).values().forEach(alike -> {
			Candidate first = alike.stream().min(Comparator.comparingInt(Candidate::seed).thenComparing(Candidate::name)).orElseThrow();
			shown.put(first.name(), alike.stream().map(Candidate::name).toList());
		});
		return shown;
	}
}
