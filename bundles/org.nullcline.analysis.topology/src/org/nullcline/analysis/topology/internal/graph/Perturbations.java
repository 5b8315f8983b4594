package org.nullcline.analysis.topology.internal.graph;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.analysis.topology.internal.flow.Ending;
import org.nullcline.analysis.topology.internal.flow.Flow;
import org.nullcline.analysis.topology.internal.flow.Journey;
import org.nullcline.analysis.topology.internal.flow.Nodes;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;

/**
 * Where Gaussian kicks carry the stable nodes. A kick of size s has s^2 times the covariance of the nodes, so that it
 * points to where there are other nodes and its size means the same for networks of any number of units. A node alone is
 * kicked in all directions alike, by s times its spacing on average.
 */
public final class Perturbations {

	private final Nodes nodes;
	private final Flow flow;
	private final int kicks;

	/** @param kicks number of kicks of each size at each stable node */
	public Perturbations(Nodes nodes, Flow flow, int kicks) {
		this.nodes = nodes;
		this.flow = flow;
		this.kicks = kicks;
	}

	/**
	 * Kicks of one size.
	 *
	 * @param random gives each node kicks of its own
	 * @return how many kicks carry node i to j, [node][node and endings]; rows of unstable nodes are zero
	 */
	public int[][] count(double size, RandomStreams random, IProgressMonitor monitor) {
		List<double[]> starts = new ArrayList<>();
		List<Integer> origins = new ArrayList<>();
		for (int node = 0; node < nodes.size(); node++) {
			if (nodes.stable(node)) {
				RandomStream stream = random.stream("kicks of size " + size, node);
				for (int kick = 0; kick < kicks; kick++) {
					starts.add(nodes.size() > 1 ? alongNodes(node, size, stream) : allAround(node, size, stream));
					origins.add(node);
				}
			}
		}
		int n = nodes.size();
		int[][] counts = new int[n][n + Ending.others()];
		List<Journey> journeys = flow.follow(starts.toArray(double[][]::new), monitor);
		for (int i = 0; i < journeys.size(); i++) {
			counts[origins.get(i)][journeys.get(i).column(n)]++;
		}
		return counts;
	}

	/** h + s/sqrt(n - 1) sum_i z_i (h_i - mean), with z_i standard normal. */
	private double[] alongNodes(int node, double size, RandomStream random) {
		double[] state = nodes.states()[node].clone();
		double[] centre = nodes.centre();
		double scale = size / Math.sqrt(nodes.size() - 1);
		for (double[] other : nodes.states()) {
			double z = scale * random.nextGaussian();
			for (int k = 0; k < state.length; k++) {
				state[k] += z * (other[k] - centre[k]);
			}
		}
		return state;
	}

	private double[] allAround(int node, double size, RandomStream random) {
		double[] state = nodes.states()[node].clone();
		double scale = size * nodes.spacing()[node] / Math.sqrt(state.length);
		for (int k = 0; k < state.length; k++) {
			state[k] += scale * random.nextGaussian();
		}
		return state;
	}
}
