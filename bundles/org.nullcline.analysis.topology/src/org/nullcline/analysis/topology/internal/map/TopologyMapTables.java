package org.nullcline.analysis.topology.internal.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Table;
import org.nullcline.similarity.ClusteringFinding;
import org.nullcline.similarity.DistanceMatrix;

/** Distances between graphs in numbers. */
final class TopologyMapTables {

	/** Inputs whose counts are written out. */
	private static final int INPUTS = 3;

	private TopologyMapTables() {
	}

	/** For each distance and label: distances within and between, silhouette and its test. */
	static Table clustering(Map<GraphDistance, DistanceMatrix> distances, Map<GraphDistance, List<ClusteringFinding>> tests) {
		List<List<String>> rows = new ArrayList<>();
		distances.forEach((measure, matrix) -> {
			if (tests.get(measure).isEmpty()) {
				rows.add(List.of(measure.id(), "-", number(matrix.mean()), "", "", "", "", ""));
			}
			for (ClusteringFinding test : tests.get(measure)) {
				rows.add(List.of(measure.id(), test.labels().name(), number(matrix.mean()),
						number(matrix.meanWithin(test.labels())), number(matrix.meanBetween(test.labels())),
						number(test.silhouette()),
						test.test().map(t -> number(t.low()) + " to " + number(t.high())).orElse(""),
						test.test().map(t -> number(t.probability())).orElse("")));
			}
		});
		return new Table("Distances and clusters", List.of("Distance", "Label", "Mean distance", "Mean within one"
				+ " label",
				"Mean between labels", "Silhouette", "95 % interval", "p by permutation"), rows);
	}

	static Table networks(List<StoredTopology> networks) {
		List<List<String>> rows = new ArrayList<>();
		for (StoredTopology network : networks) {
			Subject subject = network.subject();
			List<LabelledGraph> graphs = network.graphs().stream().map(PreparedGraph::graph).toList();
			String counts = graphs.stream().limit(INPUTS).map(LabelledGraph::counts).collect(Collectors.joining("; "))
					+ (graphs.size() > INPUTS ? "; ..." : "");
			rows.add(List.of(subject.name(), subject.architecture(), Integer.toString(subject.units()),
					Double.isNaN(subject.performance()) ? "unknown" : number(subject.performance()), counts,
					Integer.toString(graphs.stream().mapToInt(LabelledGraph::edgeCount).sum())));
		}
		return new Table("Networks", List.of("Network", "Architecture", "Units", "Variance unexplained",
				"Fixed points by unstable directions, for each input", "Edges"), rows);
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
	}
}
