package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.nullcline.core.analysis.Subject;

/**
 * Networks of one architecture and nonlinearity, over which claims are averaged.
 *
 * @param name     for people, for example "gru tanh"
 * @param subjects by size, further properties and seed
 */
public record NetworkGroup(String name, List<Subject> subjects) {

	private static final String NONLINEARITY = "nonlinearity";
	private static final Comparator<Subject> ORDER = Comparator.comparingInt(Subject::units).thenComparingInt(Subject::seed)
			.thenComparing(Subject::name);

	public NetworkGroup {
		subjects = List.copyOf(subjects);
	}

	/** The groups in the order of their names, whatever the order of the networks. */
	public static List<NetworkGroup> of(List<Subject> subjects) {
		Map<String, List<Subject>> byName = new TreeMap<>();
		for (Subject subject : subjects) {
			String nonlinearity = subject.properties().getOrDefault(NONLINEARITY, "");
			byName.computeIfAbsent((subject.architecture() + " " + nonlinearity).strip(), k -> new ArrayList<>()).add(subject);
		}
		List<NetworkGroup> groups = new ArrayList<>();
		byName.forEach((name, members) -> groups.add(new NetworkGroup(name, members.stream().sorted(ORDER).toList())));
		return groups;
	}

	/** Whether the cells have gates. */
	public boolean gated() {
		return subjects.getFirst().network().cell().gated();
	}

	/**
	 * Networks that do their task: those of unknown performance stay.
	 *
	 * @param limit largest fraction of variance unexplained; 1 leaves out none
	 */
	public static List<Subject> performing(List<Subject> subjects, double limit) {
		return subjects.stream().filter(subject -> limit >= 1 || !(subject.performance() > limit)).toList();
	}
}
