package org.nullcline.analysis.representation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Table;

/**
 * Which networks are compared.
 *
 * @param compared in the order of everything that is reported
 * @param left     those that are left out, because they do not do the task well enough
 */
record ComparedNetworks(List<Subject> compared, List<Subject> left) {

	/** @throws AnalysisException if fewer than two are left */
	static ComparedNetworks of(List<Subject> all, double maximumFvu) throws AnalysisException {
		Map<Boolean, List<Subject>> parts = all.stream()
				.collect(Collectors.partitioningBy(subject -> maximumFvu < 1 && subject.performance() > maximumFvu));
		List<Subject> compared = parts.get(false);
		List<Subject> left = parts.get(true);
		if (compared.size() < 2) {
			throw new AnalysisException("Distances need at least two networks; there "
					+ (compared.size() == 1 ? "is 1" : "are none")
					+ (left.isEmpty() ? "." : " after leaving out " + left.size() + " above the performance limit of " + maximumFvu + "."));
		}
		return new ComparedNetworks(compared, left);
	}

	List<String> names() {
		return compared.stream().map(Subject::name).toList();
	}

	/** @param ranks number of directions in which the states of each network vary */
	Table table(int[] ranks) {
		List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < compared.size(); i++) {
			rows.add(row(compared.get(i), Integer.toString(ranks[i]), "yes"));
		}
		left.forEach(subject -> rows.add(row(subject, "", "no")));
		return new Table("Networks", List.of("Network", "Architecture", "Units", "Other properties", "Variance unexplained",
				"Directions in which the states vary", "Compared"), rows);
	}

	static String performance(Subject subject) {
		return Double.isNaN(subject.performance()) ? "unknown" : MeasureRows.number(subject.performance());
	}

	private static List<String> row(Subject subject, String rank, String compared) {
		return List.of(subject.name(), subject.architecture(), Integer.toString(subject.units()),
				subject.properties().entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", ")),
				performance(subject), rank, compared);
	}
}
