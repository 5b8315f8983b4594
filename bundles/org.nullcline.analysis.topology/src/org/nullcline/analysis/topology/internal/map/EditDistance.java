package org.nullcline.analysis.topology.internal.map;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The graph edit distance of graphs with nodes in canonical order, or an upper bound: 0 if the graphs are found to be isomorphic, else the cost of the edits that an
 * assignment of nodes to nodes implies (Riesen and Bunke 2009), made smaller by exchanging pairs of assignments.
 */
final class EditDistance {

	/** With more nodes than this in both graphs together, nodes are matched in order of label and number of edges only. */
	static final int ASSIGNED = 120;

	/** With more nodes than this in both graphs together there is one start only. */
	private static final int SEVERAL_STARTS = 40;

	private static final int PASSES = 20;

	private final LabelledGraph a;
	private final LabelledGraph b;
	private final int size;

	private EditDistance(LabelledGraph a, LabelledGraph b) {
		this.a = a;
		this.b = b;
		size = a.size() + b.size();
	}

	/** Divided by the number of nodes and edges of both graphs. */
	static double between(LabelledGraph a, LabelledGraph b) {
		int total = a.size() + b.size() + a.edgeCount() + b.edgeCount();
		if (total == 0 || equal(a, b) || Isomorphism.between(a, b).isPresent()) {
			return 0;
		}
		// The bound depends on which graph comes first; a distance must not.
		return Math.min(new EditDistance(a, b).bound(), new EditDistance(b, a).bound()) / (double) total;
	}

	/** Whether they are one graph with its nodes in one order. */
	private static boolean equal(LabelledGraph a, LabelledGraph b) {
		return Arrays.equals(a.index(), b.index()) && Arrays.equals(a.memory(), b.memory()) && Arrays.deepEquals(a.edges(), b.edges());
	}

	private int bound() {
		if (size > ASSIGNED) {
			return cost(inOrder());
		}
		double[][] costs = costs();
		if (size > SEVERAL_STARTS) {
			return improved(Assignment.minimal(costs));
		}
		// Assignments of equal cost differ in what exchanges make of them.
		return Math.min(improved(Assignment.minimal(costs)),
				Math.min(improved(reversed(Assignment.minimal(reversed(costs)))), improved(inOrder())));
	}

	/** Columns from the last to the first. */
	private static double[][] reversed(double[][] costs) {
		double[][] reversed = new double[costs.length][costs.length];
		for (int i = 0; i < costs.length; i++) {
			for (int j = 0; j < costs.length; j++) {
				reversed[i][j] = costs[i][costs.length - 1 - j];
			}
		}
		return reversed;
	}

	private static int[] reversed(int[] mapping) {
		return Arrays.stream(mapping).map(column -> mapping.length - 1 - column).toArray();
	}

	/** The cost of the edits of a mapping once exchanges do not make them fewer. */
	private int improved(int[] mapping) {
		int cost = cost(mapping);
		for (int pass = 0; pass < PASSES; pass++) {
			int before = cost;
			for (int i = 0; i < size; i++) {
				for (int j = 0; j < i; j++) {
					cost = exchanged(mapping, i, j, cost);
				}
			}
			if (cost == before) {
				break;
			}
		}
		return cost;
	}

	/** Exchanges two assignments if that makes the edits fewer. @return the cost then */
	private int exchanged(int[] mapping, int i, int j, int cost) {
		if (i >= a.size() && j >= a.size()) {
			return cost;
		}
		int change = -around(mapping, i, j);
		swap(mapping, i, j);
		change += around(mapping, i, j);
		if (change >= 0) {
			swap(mapping, i, j);
			return cost;
		}
		return cost + change;
	}

	private static void swap(int[] mapping, int i, int j) {
		int kept = mapping[i];
		mapping[i] = mapping[j];
		mapping[j] = kept;
	}

	/**
	 * Rows are the nodes of a, then nothing, once per node of b; columns the nodes of b, then nothing. Each pair costs its
	 * own edit and half of those of the edges around it.
	 */
	private double[][] costs() {
		double[][] costs = new double[size][size];
		for (int i = 0; i < size; i++) {
			for (int j = 0; j < size; j++) {
				boolean left = i < a.size();
				boolean right = j < b.size();
				costs[i][j] = left && right ? nodeCost(i, j) + neighbourhood(i, j) / 2.0
						: left ? 1 + degree(a, i) / 2.0 : right ? 1 + degree(b, j) / 2.0 : 0;
			}
		}
		return costs;
	}

	private int neighbourhood(int i, int j) {
		return difference(neighbours(a, i, true), neighbours(b, j, true))
				+ difference(neighbours(a, i, false), neighbours(b, j, false));
	}

	/** Labels of the neighbours, sorted. */
	private static long[] neighbours(LabelledGraph graph, int node, boolean out) {
		return IntStream.range(0, graph.size()).filter(k -> out ? graph.edges()[node][k] : graph.edges()[k][node])
				.mapToLong(k -> label(graph, k)).sorted().toArray();
	}

	private static long label(LabelledGraph graph, int node) {
		return ((long) graph.index()[node] << 32) + graph.memory()[node];
	}

	/** How many entries of the longer list have no partner in the other. */
	private static int difference(long[] x, long[] y) {
		int common = 0;
		int i = 0;
		int j = 0;
		while (i < x.length && j < y.length) {
			if (x[i] == y[j]) {
				common++;
				i++;
				j++;
			} else if (x[i] < y[j]) {
				i++;
			} else {
				j++;
			}
		}
		return Math.max(x.length, y.length) - common;
	}

	private static int degree(LabelledGraph graph, int node) {
		int degree = 0;
		for (int k = 0; k < graph.size(); k++) {
			degree += (graph.edges()[node][k] ? 1 : 0) + (graph.edges()[k][node] ? 1 : 0);
		}
		return degree;
	}

	/** The k-th node of a in order of label and degree goes to the k-th of b. */
	private int[] inOrder() {
		int[] left = sorted(a);
		int[] right = sorted(b);
		int[] mapping = new int[size];
		int free = b.size();
		for (int k = 0; k < left.length; k++) {
			mapping[left[k]] = k < right.length ? right[k] : free++;
		}
		int next = left.length;
		for (int i = a.size(); i < size; i++) {
			mapping[i] = next < right.length ? right[next++] : free++;
		}
		return mapping;
	}

	private static int[] sorted(LabelledGraph graph) {
		return IntStream.range(0, graph.size()).boxed()
				.sorted(Comparator.comparingLong((Integer i) -> label(graph, i)).thenComparingInt(i -> degree(graph, i)))
				.mapToInt(i -> i).toArray();
	}

	/** All edits of a mapping. */
	private int cost(int[] mapping) {
		int cost = 0;
		for (int i = 0; i < size; i++) {
			cost += nodeCost(i, mapping[i]);
			for (int k = 0; k < size; k++) {
				cost += edgeCost(mapping, i, k);
			}
		}
		return cost;
	}

	/** The edits that concern two rows of the mapping. */
	private int around(int[] mapping, int i, int j) {
		int cost = nodeCost(i, mapping[i]) + nodeCost(j, mapping[j]);
		for (int k = 0; k < size; k++) {
			cost += edgeCost(mapping, i, k) + edgeCost(mapping, j, k);
			if (k != i && k != j) {
				cost += edgeCost(mapping, k, i) + edgeCost(mapping, k, j);
			}
		}
		return cost;
	}

	private int nodeCost(int i, int j) {
		boolean left = i < a.size();
		boolean right = j < b.size();
		return left && right ? label(a, i) == label(b, j) ? 0 : 1 : left || right ? 1 : 0;
	}

	private int edgeCost(int[] mapping, int i, int k) {
		boolean left = i < a.size() && k < a.size() && a.edges()[i][k];
		boolean right = mapping[i] < b.size() && mapping[k] < b.size() && b.edges()[mapping[i]][mapping[k]];
		return left == right ? 0 : 1;
	}
}
