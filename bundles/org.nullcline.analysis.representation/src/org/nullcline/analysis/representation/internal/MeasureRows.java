package org.nullcline.analysis.representation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.similarity.ClusteringFinding;
import org.nullcline.similarity.DistanceMatrix;
import org.nullcline.similarity.LabelPermutation;
import org.nullcline.similarity.Labels;

/** Several measures beside each other: distances within and between labels, silhouettes and their tests. */
final class MeasureRows {

	private final List<Labels> labels;
	private final int permutations;
	private final RandomStreams random;
	private final List<List<String>> rows = new ArrayList<>();

	MeasureRows(List<Labels> labels, int permutations, RandomStreams random) {
		this.labels = labels;
		this.permutations = permutations;
		this.random = random;
	}

	/** Tests every label on a measure, adds a row for each, and returns the tests in the order of the labels. */
	List<ClusteringFinding> add(DistanceMatrix distances, IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, labels.size());
		List<ClusteringFinding> tests = new ArrayList<>();
		for (Labels label : labels) {
			ClusteringFinding test = ClusteringFinding.of(distances, label, labels, permutations,
					random.stream("permutations of " + label.name() + " for " + distances.measure()), progress.split(1));
			tests.add(test);
			rows.add(List.of(distances.measure(), label.name(), number(distances.mean()), number(distances.meanWithin(label)),
					number(distances.meanBetween(label)), number(test.silhouette()),
					test.test().map(t -> number(t.low()) + " to " + number(t.high())).orElse(""),
					test.test().map(LabelPermutation::threshold).map(MeasureRows::number).orElse(""),
					test.test().map(LabelPermutation::probability).map(MeasureRows::number).orElse("")));
		}
		return tests;
	}

	Table table() {
		return new Table("Measures beside each other", List.of("Measure", "Label", "Mean distance", "Within label",
				"Between labels", "Silhouette", "95 % interval", "95 % of permutations", "p"), rows);
	}

	static String number(double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
	}
}
