package org.nullcline.analysis.topology.internal.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.analysis.topology.internal.flow.Ending;
import org.nullcline.analysis.topology.internal.graph.HeteroclinicGraph;

/**
 * The graph of one network under one input, as it is compared. Its nodes are the fixed points, then one node for each
 * other ending (cycle, escape, ...) that a trajectory came to.
 *
 * @param index  number of unstable directions of each node; negative for another ending, a different number for each
 * @param memory number of the memory of a stable node, or -1
 * @param edges  whether trajectories from one node lead to another one, [node][node]
 * @param walk   probabilities, [node][node], rows sum to 1: an unstable node goes where its trajectories land, a stable one
 *               where kicks carry it, another ending stays
 */
record LabelledGraph(int[] index, int[] memory, boolean[][] edges, double[][] walk) {

	/** Number of nodes. */
	int size() {
		return index.length;
	}

	/** The same graph with its nodes in another order. */
	LabelledGraph ordered(int[] order) {
		boolean[][] joined = new boolean[order.length][order.length];
		double[][] probabilities = new double[order.length][order.length];
		for (int i = 0; i < order.length; i++) {
			for (int j = 0; j < order.length; j++) {
				joined[i][j] = edges[order[i]][order[j]];
				probabilities[i][j] = walk[order[i]][order[j]];
			}
		}
		return new LabelledGraph(Arrays.stream(order).map(i -> index[i]).toArray(),
				Arrays.stream(order).map(i -> memory[i]).toArray(), joined, probabilities);
	}

	/** Number of edges. */
	int edgeCount() {
		int count = 0;
		for (boolean[] row : edges) {
			for (boolean edge : row) {
				count += edge ? 1 : 0;
			}
		}
		return count;
	}

	/** Number of edges that leave each node. */
	int[] outDegrees() {
		int[] degrees = new int[size()];
		for (int i = 0; i < size(); i++) {
			for (int j = 0; j < size(); j++) {
				degrees[i] += edges[i][j] ? 1 : 0;
			}
		}
		return degrees;
	}

	/** Number of edges that end at each node. */
	int[] inDegrees() {
		int[] degrees = new int[size()];
		for (int i = 0; i < size(); i++) {
			for (int j = 0; j < size(); j++) {
				degrees[j] += edges[i][j] ? 1 : 0;
			}
		}
		return degrees;
	}

	/** Number of fixed points by number of unstable directions, in words: "(8, 12, 6, 1)". */
	String counts() {
		int[] counts = new int[Arrays.stream(index).max().orElse(-1) + 1];
		Arrays.stream(index).filter(k -> k >= 0).forEach(k -> counts[k]++);
		return Arrays.toString(counts).replace('[', '(').replace(']', ')');
	}

	/**
	 * Takes the nodes of one input out of the arrays of the analysis {@code topology}.
	 *
	 * @param nodes       their positions among all nodes
	 * @param allIndex    of all nodes
	 * @param allMemory   of all nodes
	 * @param landing     [node][node and endings]
	 * @param transitions for one size of kicks, [node][node and endings]
	 * @param smallest    edges and endings need this share of the trajectories, see {@link HeteroclinicGraph#counts}
	 */
	static LabelledGraph of(int[] nodes, double[] allIndex, double[] allMemory, double[][] landing, double[][] transitions,
			double smallest) {
		int all = allIndex.length;
		List<Integer> endings = new ArrayList<>();
		// A trajectory that still moved when its steps were over tells nothing of the graph.
		for (int column = all; column < Ending.MOVING.column(all); column++) {
			int ending = column;
			if (Arrays.stream(nodes).anyMatch(i -> counts(landing[i][ending], allIndex[i], smallest)
					|| counts(transitions[i][ending], allIndex[i], smallest))) {
				endings.add(column);
			}
		}
		int n = nodes.length;
		int size = n + endings.size();
		int[] columns = new int[size];
		int[] index = new int[size];
		int[] memory = new int[size];
		for (int i = 0; i < size; i++) {
			columns[i] = i < n ? nodes[i] : endings.get(i - n);
			index[i] = i < n ? (int) allIndex[nodes[i]] : all - columns[i] - 1;
			memory[i] = i < n ? (int) allMemory[nodes[i]] : -1;
		}
		boolean[][] edges = new boolean[size][size];
		double[][] walk = new double[size][size];
		for (int i = 0; i < size; i++) {
			if (i >= n) {
				walk[i][i] = 1;
				continue;
			}
			double[] row = index[i] > 0 ? landing[nodes[i]] : transitions[nodes[i]];
			double sum = 0;
			for (int j = 0; j < size; j++) {
				edges[i][j] = i != j && counts(landing[nodes[i]][columns[j]], index[i], smallest);
				walk[i][j] = row[columns[j]];
				sum += walk[i][j];
			}
			for (int j = 0; j < size; j++) {
				walk[i][j] /= sum > 0 ? sum : 1;
			}
			if (sum == 0) {
				walk[i][i] = 1;
			}
		}
		return new LabelledGraph(index, memory, edges, walk);
	}

	private static boolean counts(double share, double index, double smallest) {
		return HeteroclinicGraph.counts(share, (int) index, smallest);
	}
}
