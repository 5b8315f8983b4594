package org.nullcline.analysis.topology.internal.flow;

/** How a trajectory ends that comes to rest at none of the nodes; else it is {@link #NODE}. */
public enum Ending {
	/** At a node. */
	NODE("node"),
	/** It returns to where it was, again and again. */
	CYCLE("cycle"),
	/** It leaves the region of the nodes, or is not finite any more. */
	ESCAPE("escape"),
	/** It rests at a state that is not among the nodes: a fixed point that the search did not find, or left out. */
	UNLISTED("unlisted point"),
	/** None of these within the permitted steps. */
	MOVING("still moving");

	private final String words;

	Ending(String words) {
		this.words = words;
	}

	/** For people. */
	public String words() {
		return words;
	}

	/** Number of endings other than at a node. */
	public static int others() {
		return values().length - 1;
	}

	/** Position among the columns of a matrix of n nodes followed by the other endings. */
	public int column(int nodes) {
		return nodes + ordinal() - 1;
	}
}
