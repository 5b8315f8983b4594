package org.nullcline.analysis.topology.internal.flow;

import java.util.BitSet;

/**
 * Where a trajectory led.
 *
 * @param ending how it ended
 * @param node   the node at which it ended, or -1
 * @param passed the unstable nodes whose landing radius it entered on the way; not to be changed
 * @param steps  number of time steps until this was known
 */
public record Journey(Ending ending, int node, BitSet passed, int steps) {

	/** Position among the columns of a matrix of n nodes followed by the other endings. */
	public int column(int nodes) {
		return ending == Ending.NODE ? node : ending.column(nodes);
	}
}
