package org.nullcline.analysis.topology.internal.graph;

import java.util.BitSet;

import org.nullcline.analysis.topology.internal.flow.Ending;
import org.nullcline.analysis.topology.internal.flow.Nodes;

/**
 * Which fixed points the unstable manifold of each fixed point leads to, under one constant input. Matrices have one row
 * per node; columns are the nodes, followed by the endings at no node in the order of {@link Ending}.
 *
 * @param nodes   the fixed points
 * @param landing share of the trajectories from node i that end at j; a stable node ends at itself. Rows sum to 1
 * @param starts  number of trajectories behind each row of {@code landing}; 0 for a stable node
 * @param passes  whether a trajectory from i came near the unstable node j of a smaller index, [node][node]
 * @param smallestShare edges and endings need this share of the trajectories that leave a node, see {@link #counts}
 */
public record HeteroclinicGraph(Nodes nodes, double[][] landing, int[] starts, boolean[][] passes,
		double smallestShare) {

	/** Number of nodes. */
	public int size() {
		return nodes.size();
	}

	/**
	 * Whether a share of trajectories counts. A node with k unstable directions may lead to 2^k nodes alike, so that half of
	 * that share is always enough.
	 *
	 * @param index number of unstable directions of the node that they leave
	 */
	public static boolean counts(double share, int index, double smallestShare) {
		return share > 0 && share >= Math.min(smallestShare, Math.scalb(0.5, -index));
	}

	/** Whether trajectories from a node lead to a column of {@code landing}: a share of them that counts. */
	public boolean leads(int node, int column) {
		return counts(landing[node][column], nodes.index()[node], smallestShare);
	}

	/** Whether trajectories from a node end in a certain way, at no node: a share of them that counts. */
	public boolean leads(int node, Ending ending) {
		return leads(node, ending.column(size()));
	}

	/** The stable nodes that trajectories from a node end at; for a stable node itself. */
	public BitSet reached(int node) {
		BitSet reached = new BitSet();
		for (int j = 0; j < size(); j++) {
			if (nodes.stable(j) && leads(node, j)) {
				reached.set(j);
			}
		}
		return reached;
	}

	/** The share of trajectories from a node that end in a certain way, at no node. */
	public double share(int node, Ending ending) {
		return landing[node][ending.column(size())];
	}

	/**
	 * Whether node i covers node j in the order of the dynamics: it has one unstable direction more, and reaches all the
	 * stable nodes that j reaches. If an orbit leads from i to j then all of this is so, since the closure of the unstable
	 * manifold of i holds that of j; the converse is inferred, not observed.
	 */
	public boolean covers(int i, int j) {
		if (nodes.index()[i] != nodes.index()[j] + 1) {
			return false;
		}
		BitSet below = reached(j);
		if (below.isEmpty()) {
			return false;
		}
		below.andNot(reached(i));
		return below.isEmpty();
	}

	/** Number of pairs of which one covers the other. */
	public int coveringRelations() {
		int count = 0;
		for (int i = 0; i < size(); i++) {
			for (int j = 0; j < size(); j++) {
				count += covers(i, j) ? 1 : 0;
			}
		}
		return count;
	}

	/** Number of covering relations that a trajectory confirms: it ended at the lower node, or came near it on its way. */
	public int confirmedRelations() {
		int count = 0;
		for (int i = 0; i < size(); i++) {
			for (int j = 0; j < size(); j++) {
				count += covers(i, j) && (landing[i][j] > 0 || passes[i][j]) ? 1 : 0;
			}
		}
		return count;
	}

	/** Number of pairs of different nodes of which trajectories lead from one to the other. */
	public int edges() {
		int count = 0;
		for (int i = 0; i < size(); i++) {
			for (int j = 0; j < size(); j++) {
				count += i != j && leads(i, j) ? 1 : 0;
			}
		}
		return count;
	}

	/** Which stable nodes a saddle with one unstable direction joins: symmetric, [node][node], of 0 and 1. */
	public double[][] saddleAdjacency() {
		double[][] joined = new double[size()][size()];
		for (int saddle = 0; saddle < size(); saddle++) {
			BitSet ends = reached(saddle);
			if (nodes.index()[saddle] == 1 && ends.cardinality() == 2) {
				int a = ends.nextSetBit(0);
				int b = ends.nextSetBit(a + 1);
				joined[a][b] = 1;
				joined[b][a] = 1;
			}
		}
		return joined;
	}
}
