package org.nullcline.analysis.topology.internal.map;

import java.util.Arrays;

/** Distances between graphs, from 0 for equal ones to 1. */
enum GraphDistance {
	/** What the graphs have of each kind, without saying how it is joined. */
	SIGNATURE("signature",
			"L1 distance of the signatures (number of nodes by number of unstable directions; for each such number"
					+ " the sorted numbers of edges that leave and that end at the nodes; other endings count"
					+ " as nodes of kinds of their own), divided by the sum of all entries of both") {
		@Override
		double between(PreparedGraph a, PreparedGraph b) {
			return Signature.distance(a.signature(), b.signature());
		}
	},
	/** How the random walk on the graph forgets. */
	SPECTRAL("spectral",
			"mean absolute difference of the sorted moduli of the eigenvalues of the transition matrix (unstable"
					+ " nodes: shares of landings; stable nodes: shares of kicks of the chosen size; other"
					+ " endings stay), the shorter list filled up with zeros") {
		@Override
		double between(PreparedGraph a, PreparedGraph b) {
			return Spectrum.distance(a.moduli(), b.moduli());
		}
	},
	/** How much must be changed to make one graph of the other. */
	EDIT("edit",
			"graph edit distance (insert, delete or relabel a node: 1; insert or delete an edge: 1) divided by the"
					+ " number of nodes and edges of both; 0 exactly if the labelled graphs are isomorphic as"
					+ " far as the search tells, else an upper bound by assignment (Riesen and Bunke 2009) and"
					+ " exchanges, the least of three starts for up to 40 nodes together; nodes are taken in a canonical order") {
		@Override
		double between(PreparedGraph a, PreparedGraph b) {
			return EditDistance.between(a.graph(), b.graph());
		}
	};

	private final String id;
	private final String definition;

	GraphDistance(String id, String definition) {
		this.id = id;
		this.definition = definition;
	}

	static GraphDistance of(String id) {
		return Arrays.stream(values()).filter(distance -> distance.id.equals(id)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("no distance '" + id + "'"));
	}

	String id() {
		return id;
	}

	String definition() {
		return definition;
	}

	/** From 0 to 1; the same in both directions; does not depend on the order of the nodes. */
	abstract double between(PreparedGraph a, PreparedGraph b);

	double between(LabelledGraph a, LabelledGraph b) {
		return between(PreparedGraph.of(a), PreparedGraph.of(b));
	}
}
