package org.nullcline.analysis.topology.internal.map;

/**
 * A graph with what distances need of it, computed once and not once for each pair.
 *
 * @param graph     its nodes in canonical order
 * @param signature of the graph
 * @param moduli    of the eigenvalues of the random walk, descending
 */
record PreparedGraph(LabelledGraph graph, Signature signature, double[] moduli) {

	static PreparedGraph of(LabelledGraph graph) {
		LabelledGraph canonical = graph.ordered(CanonicalOrder.of(graph));
		return new PreparedGraph(canonical, Signature.of(canonical), Spectrum.moduli(canonical));
	}
}
