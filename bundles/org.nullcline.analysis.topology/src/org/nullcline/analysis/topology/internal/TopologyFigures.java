package org.nullcline.analysis.topology.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.nullcline.analysis.topology.internal.flow.Ending;
import org.nullcline.analysis.topology.internal.graph.ConditionTopology;
import org.nullcline.analysis.topology.internal.graph.HeteroclinicGraph;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.core.figure.Subjects;
import org.nullcline.dynamics.PrincipalComponents;

/** Graphs and transition probabilities as pictures. */
final class TopologyFigures {

	/** Conditions that get figures of their own; all are in the tables. */
	private static final int CONDITIONS = 3;
	/** How far the third component shifts a point along both axes: an oblique projection, so that a cube looks like one. */
	private static final double OBLIQUE_RIGHT = 0.42;
	private static final double OBLIQUE_UP = 0.27;
	private static final int LARGEST_MATRIX = 64;

	private TopologyFigures() {
	}

	static List<Figure> of(List<ConditionTopology> conditions, TopologySettings settings) {
		List<Figure> figures = new ArrayList<>();
		List<ConditionTopology> shown = TopologyTables.filled(conditions);
		for (ConditionTopology condition : shown.subList(0, Math.min(CONDITIONS, shown.size()))) {
			boolean only = conditions.size() == 1;
			String suffix = only ? "" : "-" + conditions.indexOf(condition);
			String title = only ? "" : ", input '" + condition.condition().name() + "'";
			if (condition.size() > 1) {
				figures.add(graph(condition, suffix, title));
			}
			int[] stable = IntStream.range(0, condition.size()).filter(condition.nodes()::stable).toArray();
			if (stable.length > 1 && stable.length <= LARGEST_MATRIX) {
				for (int s = 0; s < settings.kickSizes().length; s++) {
					figures.add(transitions(condition, stable, s, settings.kickSizes()[s], suffix, title));
				}
			}
		}
		return figures;
	}

	private static Figure graph(ConditionTopology condition, String suffix, String title) {
		HeteroclinicGraph graph = condition.graph();
		int n = graph.size();
		PrincipalComponents components = PrincipalComponents.of(graph.nodes().states());
		double[][] projected = components.project(graph.nodes().states(), 3);
		double[] fractions = components.explainedFractions();
		double third = fractions.length > 2 && fractions[2] > 0.01 ? 1 : 0;
		double[] x = new double[n];
		double[] y = new double[n];
		for (int i = 0; i < n; i++) {
			x[i] = projected[i][0] + third * OBLIQUE_RIGHT * projected[i][2];
			y[i] = projected[i][1] + third * OBLIQUE_UP * projected[i][2];
		}
		List<Figure.Layer> layers = new ArrayList<>();
		TreeMap<Integer, List<Integer>> byIndex = new TreeMap<>();
		for (int i = 0; i < n; i++) {
			byIndex.computeIfAbsent(graph.nodes().index()[i], k -> new ArrayList<>()).add(i);
		}
		byIndex.descendingMap().forEach((index, members) -> {
			if (index > 0) {
				layers.add(edges(graph, index, members, x, y));
			}
		});
		byIndex.descendingMap().forEach((index, members) -> layers.add(new Figure.Points(words(index),
				members.stream().mapToDouble(i -> x[i]).toArray(), members.stream().mapToDouble(i -> y[i]).toArray(),
				Hue.instability(index), index == 0 ? Marker.DOT : index == 1 ? Marker.DIAMOND : Marker.SQUARE,
				members.stream().map(i -> "node " + i + " " + TopologyTables.vector(condition.readouts()[i])).toList(),
				Subjects.fixedPoints(members.stream().map(i -> condition.points()[i]).toList()))));
		String depth = third > 0 ? String.format(Locale.ROOT,
				" Oblique projection: PC 3 (%.1f %% of variance) points to the upper right.", 100 * fractions[2]) : "";
		return new Figure("graph" + suffix, "Fixed points and the connections between them" + title,
				"Principal components of the fixed points. Lines lead from each unstable point to those that it"
						+ " covers, which have one unstable direction less, or, if there are none, to where its"
						+ " trajectories end." + depth,
				axis(1, fractions), axis(2, fractions), true, layers);
	}

	private static Figure.Line edges(HeteroclinicGraph graph, int index, List<Integer> members, double[] x, double[] y) {
		List<double[]> points = new ArrayList<>();
		for (int i : members) {
			int[] below = IntStream.range(0, graph.size()).filter(j -> graph.covers(i, j)).toArray();
			int[] ends = below.length > 0 ? below
					: IntStream.range(0, graph.size()).filter(j -> j != i && graph.leads(i, j)).toArray();
			for (int j : ends) {
				points.add(new double[] { x[i], y[i] });
				points.add(new double[] { x[j], y[j] });
				points.add(new double[] { Double.NaN, Double.NaN });
			}
		}
		return new Figure.Line("", points.stream().mapToDouble(point -> point[0]).toArray(),
				points.stream().mapToDouble(point -> point[1]).toArray(), Hue.instability(index), true);
	}

	private static Figure transitions(ConditionTopology condition, int[] stable, int s, double size, String suffix,
			String title) {
		int[][] counts = condition.transitions()[s];
		int n = condition.size();
		List<Integer> columns = new ArrayList<>(Arrays.stream(stable).boxed().toList());
		// Columns in which nothing ever ends say nothing.
		IntStream.range(0, n + Ending.others()).filter(j -> !columns.contains(j))
				.filter(j -> Arrays.stream(stable).anyMatch(i -> counts[i][j] > 0)).forEach(columns::add);
		double[][] values = new double[stable.length][columns.size()];
		for (int i = 0; i < stable.length; i++) {
			int trials = Arrays.stream(counts[stable[i]]).sum();
			for (int j = 0; j < columns.size(); j++) {
				values[i][j] = (double) counts[stable[i]][columns.get(j)] / trials;
			}
		}
		return new Figure("transitions" + suffix + "-" + (s + 1),
				"Transitions by kicks of size " + BigDecimal.valueOf(size).stripTrailingZeros().toPlainString() + title,
				"Probability that a Gaussian kick at the stable point of the row leads to the point of the column;"
						+ " points by what the network reads out there. The scale is that of this matrix. Intervals are in"
						+ " the arrays transitions_low and transitions_high.",
				"To", "From", false,
				List.of(new Figure.Grid("probability", values, Arrays.stream(stable).mapToObj(i -> label(condition, i)).toList(),
						columns.stream().map(j -> label(condition, j)).toList())));
	}

	private static String label(ConditionTopology condition, int column) {
		if (column >= condition.size()) {
			return Ending.values()[column - condition.size() + 1].words();
		}
		String readout = Arrays.stream(condition.readouts()[column]).mapToObj(TopologyFigures::signed)
				.collect(Collectors.joining(" "));
		return condition.nodes().stable(column) ? readout : "saddle " + readout;
	}

	/** With a minus that is as wide as a plus; a rounded zero has no sign. */
	private static String signed(double value) {
		String text = String.format(Locale.ROOT, "%.1f", value);
		return text.equals("-0.0") ? "0.0" : text.replace('-', '\u2212');
	}

	private static String axis(int component, double[] fractions) {
		return String.format(Locale.ROOT, "PC %d (%.1f %% of variance)", component,
				component <= fractions.length ? 100 * fractions[component - 1] : 0);
	}

	private static String words(int index) {
		return index == 0 ? "stable" : index == 1 ? "1 unstable direction" : index + " unstable directions";
	}
}
