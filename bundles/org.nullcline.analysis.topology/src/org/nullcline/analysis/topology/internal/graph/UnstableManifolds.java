package org.nullcline.analysis.topology.internal.graph;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.analysis.topology.internal.flow.Ending;
import org.nullcline.analysis.topology.internal.flow.Flow;
import org.nullcline.analysis.topology.internal.flow.Journey;
import org.nullcline.analysis.topology.internal.flow.Nodes;
import org.nullcline.analysis.topology.internal.flow.UnstableDirections;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.dynamics.Linearization;

/**
 * Makes the graph by following the unstable manifold of each unstable node from close by. With one unstable direction that
 * is along both of its senses. With several, trajectories start all around in the unstable subspace, and these are
 * counted; those along the real directions alone end at or pass other saddles in simple networks, and are only looked at
 * for what they pass.
 */
public final class UnstableManifolds {

	private final Network network;
	private final double[] input;
	private final Nodes nodes;
	private final Flow flow;
	private final int directions;
	private final double displacement;
	private final double smallestShare;

	/**
	 * @param directions   number of starts around a node with several unstable directions
	 * @param displacement distance of the starts from the node, as a fraction of its spacing
	 * @param smallestShare of the trajectories that an edge needs
	 */
	public UnstableManifolds(Network network, double[] input, Nodes nodes, Flow flow, int directions, double displacement,
			double smallestShare) {
		this.network = network;
		this.input = input.clone();
		this.nodes = nodes;
		this.flow = flow;
		this.directions = directions;
		this.displacement = displacement;
		this.smallestShare = smallestShare;
	}

	/** Follows them; the streams give each node directions of its own. */
	public HeteroclinicGraph follow(RandomStreams random, IProgressMonitor monitor) {
		List<double[]> starts = new ArrayList<>();
		List<Start> origins = new ArrayList<>();
		for (int node = 0; node < nodes.size(); node++) {
			if (!nodes.stable(node)) {
				addStarts(node, starts, origins, random);
			}
		}
		List<Journey> journeys = flow.follow(starts.toArray(double[][]::new), monitor);
		int n = nodes.size();
		double[][] landing = new double[n][n + Ending.others()];
		int[] counts = new int[n];
		boolean[][] passes = new boolean[n][n];
		for (int i = 0; i < journeys.size(); i++) {
			Start start = origins.get(i);
			Journey journey = journeys.get(i);
			journey.passed().stream().filter(node -> nodes.index()[node] < nodes.index()[start.node()])
					.forEach(node -> passes[start.node()][node] = true);
			if (start.counted()) {
				landing[start.node()][journey.column(n)]++;
				counts[start.node()]++;
			}
		}
		for (int node = 0; node < n; node++) {
			if (counts[node] == 0) {
				landing[node][node] = 1;
			} else {
				for (int column = 0; column < landing[node].length; column++) {
					landing[node][column] /= counts[node];
				}
			}
		}
		return new HeteroclinicGraph(nodes, landing, counts, passes, smallestShare);
	}

	private void addStarts(int node, List<double[]> starts, List<Start> origins, RandomStreams random) {
		double[] state = nodes.states()[node];
		double length = displacement * nodes.spacing()[node];
		UnstableDirections unstable = UnstableDirections.of(Linearization.at(network.cell(), network.weights(), input, state),
				nodes.index()[node]);
		boolean one = nodes.index()[node] == 1;
		for (double[] step : unstable.alongAxes(length)) {
			starts.add(sum(state, step));
			origins.add(new Start(node, one));
		}
		if (!one) {
			for (double[] step : unstable.around(directions, length, random.stream("directions", node))) {
				starts.add(sum(state, step));
				origins.add(new Start(node, true));
			}
		}
	}

	private static double[] sum(double[] a, double[] b) {
		double[] sum = new double[a.length];
		for (int k = 0; k < sum.length; k++) {
			sum[k] = a[k] + b[k];
		}
		return sum;
	}

	/** Where a trajectory starts, and whether it counts for the shares. */
	private record Start(int node, boolean counted) {
	}
}
