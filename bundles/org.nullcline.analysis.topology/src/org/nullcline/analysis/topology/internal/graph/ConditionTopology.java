package org.nullcline.analysis.topology.internal.graph;

import org.nullcline.analysis.topology.internal.flow.Nodes;
import org.nullcline.core.task.InputCondition;

/**
 * What was found under one constant input.
 *
 * @param condition   the input
 * @param marginal    number of fixed points with an eigenvalue on the unit circle, which are no nodes
 * @param points      position of each node among the points of the analysis that found them
 * @param readouts    the output at each node, [node][output]
 * @param memories    number of the memory at which each stable node reads out, or -1
 * @param graph       the heteroclinic graph; null where there is no node
 * @param transitions counts of kicks, [size][node][node and endings]
 */
public record ConditionTopology(InputCondition condition, int marginal, int[] points, double[][] readouts, int[] memories,
		HeteroclinicGraph graph, int[][][] transitions) {

	/** Without any node. */
	public static ConditionTopology empty(InputCondition condition, int marginal) {
		return new ConditionTopology(condition, marginal, new int[0], new double[0][], new int[0], null, new int[0][][]);
	}

	/** Number of nodes. */
	public int size() {
		return points.length;
	}

	/** The nodes. */
	public Nodes nodes() {
		return graph.nodes();
	}
}
