package org.nullcline.charts;

import java.util.List;
import java.util.Set;

/**
 * What stands out in a chart, drawn over it.
 *
 * @param labels points, lines, rows and columns of these names
 * @param marks  single places
 */
record Highlight(Set<String> labels, List<Mark> marks) {

	static final Highlight NOTHING = new Highlight(Set.of(), List.of());

	Highlight {
		labels = Set.copyOf(labels);
		marks = List.copyOf(marks);
	}

	boolean isEmpty() {
		return labels.isEmpty() && marks.isEmpty();
	}

	Highlight withLabels(Set<String> newLabels) {
		return new Highlight(newLabels, marks);
	}

	Highlight withMarks(List<Mark> newMarks) {
		return new Highlight(labels, newMarks);
	}
}
