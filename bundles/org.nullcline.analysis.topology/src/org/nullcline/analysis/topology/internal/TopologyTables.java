package org.nullcline.analysis.topology.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.nullcline.analysis.topology.internal.flow.Ending;
import org.nullcline.analysis.topology.internal.graph.ConditionTopology;
import org.nullcline.analysis.topology.internal.graph.HeteroclinicGraph;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Table;
import org.nullcline.dynamics.WilsonInterval;
import org.nullcline.linearalgebra.NativeArrays;

/** Graphs as numbers: arrays for programs, tables for people. */
final class TopologyTables {

	/** Rows that a person reads; the arrays hold all nodes. */
	private static final int ROWS = 200;

	private TopologyTables() {
	}

	static void addValues(AnalysisResult.Builder result, List<ConditionTopology> conditions, TopologySettings settings) {
		List<ConditionTopology> filled = filled(conditions);
		result.value("conditions", conditions.size());
		result.value("smallest_share", settings.smallestShare());
		result.value("marginal_points", conditions.stream().mapToInt(ConditionTopology::marginal).sum());
		result.value("nodes", filled.stream().mapToInt(ConditionTopology::size).sum());
		result.value("edges", filled.stream().mapToInt(c -> c.graph().edges()).sum());
		result.value("covering_relations", filled.stream().mapToInt(c -> c.graph().coveringRelations()).sum());
		result.value("confirmed_relations", filled.stream().mapToInt(c -> c.graph().confirmedRelations()).sum());
		for (Ending ending : Ending.values()) {
			if (ending != Ending.NODE) {
				double trajectories = 0;
				double ended = 0;
				for (ConditionTopology condition : filled) {
					for (int node = 0; node < condition.size(); node++) {
						trajectories += condition.graph().starts()[node];
						ended += condition.graph().starts()[node] * condition.graph().share(node, ending);
					}
				}
				result.value("share_" + ending.words().replace(' ', '_'), trajectories > 0 ? ended / trajectories : 0);
			}
		}
	}

	/** Nodes of all conditions in one numbering; nothing where there is no node. */
	static void addArrays(AnalysisResult.Builder result, List<ConditionTopology> conditions, TopologySettings settings) {
		List<ConditionTopology> filled = filled(conditions);
		int all = filled.stream().mapToInt(ConditionTopology::size).sum();
		result.array("kick_sizes", NativeArrays.of(settings.kickSizes(), settings.kickSizes().length));
		if (all == 0) {
			result.note("No fixed point stands still, so the graph has no node and there are no arrays of nodes.");
			return;
		}
		int columns = all + Ending.others();
		int sizes = settings.kickSizes().length;
		double[][] scalars = new double[4][all];
		double[][] landing = new double[all][columns];
		double[][] passes = new double[all][all];
		double[][] covers = new double[all][all];
		double[][] joined = new double[all][all];
		double[][] probabilities = new double[3][sizes * all * columns];
		int offset = 0;
		for (ConditionTopology condition : filled) {
			HeteroclinicGraph graph = condition.graph();
			int n = condition.size();
			double[][] adjacency = graph.saddleAdjacency();
			for (int i = 0; i < n; i++) {
				scalars[0][offset + i] = condition.points()[i];
				scalars[1][offset + i] = conditions.indexOf(condition);
				scalars[2][offset + i] = graph.nodes().index()[i];
				scalars[3][offset + i] = condition.memories()[i];
				for (int j = 0; j < n + Ending.others(); j++) {
					landing[offset + i][j < n ? offset + j : all + j - n] = graph.landing()[i][j];
				}
				for (int j = 0; j < n; j++) {
					passes[offset + i][offset + j] = graph.passes()[i][j] ? 1 : 0;
					covers[offset + i][offset + j] = graph.covers(i, j) ? 1 : 0;
					joined[offset + i][offset + j] = adjacency[i][j];
				}
				for (int s = 0; s < sizes; s++) {
					addProbabilities(condition.transitions()[s][i], n, probabilities, (s * all + offset + i) * columns, offset, all);
				}
			}
			offset += n;
		}
		String[] names = { "node_point", "node_condition", "node_index", "node_memory" };
		for (int k = 0; k < names.length; k++) {
			result.array(names[k], NativeArrays.of(scalars[k], all));
		}
		result.array("landing", NativeArrays.of(landing));
		result.array("passes", NativeArrays.of(passes));
		result.array("covers", NativeArrays.of(covers));
		result.array("saddle_adjacency", NativeArrays.of(joined));
		result.array("transitions", NativeArrays.of(probabilities[0], sizes, all, columns));
		result.array("transitions_low", NativeArrays.of(probabilities[1], sizes, all, columns));
		result.array("transitions_high", NativeArrays.of(probabilities[2], sizes, all, columns));
	}

	private static void addProbabilities(int[] counts, int n, double[][] probabilities, int row, int offset, int all) {
		int trials = Arrays.stream(counts).sum();
		for (int j = 0; j < counts.length && trials > 0; j++) {
			int at = row + (j < n ? offset + j : all + j - n);
			WilsonInterval interval = WilsonInterval.of(counts[j], trials);
			probabilities[0][at] = (double) counts[j] / trials;
			probabilities[1][at] = interval.low();
			probabilities[2][at] = interval.high();
		}
	}

	static Table summary(List<ConditionTopology> conditions) {
		List<List<String>> rows = new ArrayList<>();
		for (ConditionTopology condition : conditions) {
			if (condition.size() == 0) {
				rows.add(List.of(condition.condition().name(), "0", "0", "0", "0", "0"));
			} else {
				HeteroclinicGraph graph = condition.graph();
				long stable = Arrays.stream(graph.nodes().index()).filter(index -> index == 0).count();
				rows.add(List.of(condition.condition().name(), Integer.toString(condition.size()), Long.toString(stable),
						Integer.toString(graph.edges()), Integer.toString(graph.coveringRelations()),
						Integer.toString(graph.confirmedRelations())));
			}
		}
		return new Table("Graph under each input",
				List.of("Input", "Nodes", "Stable", "Edges", "Covering relations", "of which confirmed"), rows);
	}

	static Table nodes(List<ConditionTopology> conditions) {
		List<List<String>> rows = new ArrayList<>();
		for (ConditionTopology condition : filled(conditions)) {
			for (int i = 0; i < condition.size() && rows.size() < ROWS; i++) {
				rows.add(row(condition, i));
			}
		}
		int all = filled(conditions).stream().mapToInt(ConditionTopology::size).sum();
		return new Table(all > rows.size() ? "The first " + rows.size() + " of " + all + " nodes" : "Nodes",
				List.of("Input", "Node", "Unstable directions", "Spacing", "Readout", "Trajectories", "Where they"
						+ " lead"), rows);
	}

	private static List<String> row(ConditionTopology condition, int node) {
		HeteroclinicGraph graph = condition.graph();
		List<String> ends = new ArrayList<>();
		for (int j = 0; j < graph.landing()[node].length && graph.starts()[node] > 0; j++) {
			double share = graph.landing()[node][j];
			if (share > 0) {
				String end = j < condition.size() ? Integer.toString(j) : Ending.values()[j - condition.size() + 1].words();
				ends.add(end + String.format(Locale.ROOT, " (%.0f %%)", 100 * share));
			}
		}
		return List.of(condition.condition().name(), Integer.toString(node),
				Integer.toString(graph.nodes().index()[node]),
				String.format(Locale.ROOT, "%.4g", graph.nodes().spacing()[node]), vector(condition.readouts()[node]),
				Integer.toString(graph.starts()[node]), String.join(", ", ends));
	}

	static String vector(double[] values) {
		return Arrays.stream(values).mapToObj(value -> String.format(Locale.ROOT, "%.2f", value))
				.collect(Collectors.joining(", ", "(", ")"));
	}

	static List<ConditionTopology> filled(List<ConditionTopology> conditions) {
		return conditions.stream().filter(condition -> condition.size() > 0).toList();
	}
}
