package org.nullcline.analysis.topology.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

import org.nullcline.analysis.topology.internal.flow.Ending;
import org.nullcline.analysis.topology.internal.graph.ConditionTopology;
import org.nullcline.analysis.topology.internal.graph.HeteroclinicGraph;
import org.nullcline.analysis.topology.internal.graph.MemoryCube;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;

/**
 * Whether the graph is that of a hypercube whose corners are the memories: a node with k unstable directions leads to the
 * corners of one k-dimensional face.
 */
final class CubeFindings {

	private static final String REFERENCE = "Maheswaranathan et al. 2019, Fig. 1e";
	private static final int NAMED = 6;

	private CubeFindings() {
	}

	/** @param suffix names the input condition where there are several, else empty */
	static List<Finding> of(ConditionTopology topology, MemoryCube cube, String suffix) {
		int bits = cube.bits();
		List<Finding> findings = new ArrayList<>();
		int edges = bits * (1 << bits - 1);
		findings.add(finding(topology, cube, edges, index -> index == 1,
				"The saddles with one unstable direction are the " + edges + " edges of the " + bits
						+ "-dimensional cube of memories: each joins two memories that differ in one output,"
						+ " and every edge has one saddle"
						+ suffix + "."));
		if (bits > 1) {
			int faces = (int) Math.round(Math.pow(3, bits)) - (1 << bits) - edges;
			findings.add(finding(topology, cube, faces, index -> index > 1,
					"The points with k = 2 or more unstable directions are"
					+ " the " + faces + (faces == 1 ? " face" : " faces")
							+ " of two or more dimensions of the " + bits
							+ "-dimensional cube of memories: each leads to the 2^k memories of one face, and"
							+ " every face has one point"
							+ suffix + "."));
		}
		return findings;
	}

	private static Finding finding(ConditionTopology topology, MemoryCube cube, int expected, IntPredicate concerned,
			String claim) {
		Map<String, Integer> faces = new HashMap<>();
		List<String> deviations = new ArrayList<>();
		int points = 0;
		boolean unclear = false;
		for (int node = 0; node < topology.size(); node++) {
			int index = topology.nodes().index()[node];
			if (!concerned.test(index)) {
				continue;
			}
			points++;
			String problem = problem(topology, cube, node);
			if (problem.isEmpty()) {
				faces.merge(corners(topology, cube, node).toString(), 1, Integer::sum);
			} else {
				deviations.add("point " + topology.points()[node] + " (" + index + " unstable) " + problem);
				unclear |= topology.graph().share(node, Ending.MOVING) > 0;
			}
		}
		long repeated = faces.values().stream().filter(count -> count > 1).count();
		boolean reproduced = deviations.isEmpty() && repeated == 0 && faces.size() == expected;
		List<String> words = new ArrayList<>();
		words.add("Of " + points + " such points " + (points - deviations.size()) + " lead to the memories of one"
				+ " face of their dimension; " + faces.size() + " of " + expected + " faces have such a point");
		if (repeated > 0) {
			words.add(repeated + " have more than one");
		}
		if (!deviations.isEmpty()) {
			words.add(String.join(", ", deviations.subList(0, Math.min(NAMED, deviations.size())))
					+ (deviations.size() > NAMED ? " and " + (deviations.size() - NAMED) + " more" : ""));
		}
		if (unclear) {
			words.add("trajectories that still move after the permitted steps leave this open");
		}
		if (faces.size() < expected && deviations.isEmpty()) {
			words.add("the search may have missed points");
		}
		return new Finding(claim, faces.size(), Interval.exact(faces.size()),
				"= " + expected + ", with no other such point", REFERENCE,
				reproduced ? Verdict.REPRODUCED : unclear ? Verdict.UNDECIDED : Verdict.NOT_REPRODUCED,
				String.join("; ", words) + ".");
	}

	/** What keeps a node from being a face, in words that follow its name; empty if it is one. */
	private static String problem(ConditionTopology topology, MemoryCube cube, int node) {
		HeteroclinicGraph graph = topology.graph();
		for (Ending ending : Ending.values()) {
			if (ending != Ending.NODE && graph.share(node, ending) > 0) {
				return "leads to: " + ending.words();
			}
		}
		BitSet reached = graph.reached(node);
		if (reached.stream().anyMatch(end -> topology.memories()[end] < 0)) {
			return "leads to a stable point that reads out as no memory";
		}
		BitSet corners = corners(topology, cube, node);
		if (corners.cardinality() < reached.cardinality()) {
			return "leads to several stable points of one memory";
		}
		OptionalInt dimension = faceDimension(corners);
		if (dimension.isEmpty()) {
			return "leads to " + corners.cardinality() + " memories that are no face";
		}
		return dimension.getAsInt() == graph.nodes().index()[node] ? ""
				: "leads to the " + corners.cardinality() + " memories of a face of dimension " + dimension.getAsInt();
	}

	/** The memories of the stable nodes that a node reaches, as corners. */
	private static BitSet corners(ConditionTopology topology, MemoryCube cube, int node) {
		BitSet corners = new BitSet();
		topology.graph().reached(node).stream().forEach(end -> corners.set(cube.corner(topology.memories()[end])));
		return corners;
	}

	/** The dimension of the face whose corners these are; nothing if they are no face. */
	static OptionalInt faceDimension(BitSet corners) {
		if (corners.isEmpty()) {
			return OptionalInt.empty();
		}
		int all = corners.stream().reduce((a, b) -> a & b).orElseThrow();
		int any = corners.stream().reduce((a, b) -> a | b).orElseThrow();
		int free = Integer.bitCount(any & ~all);
		return corners.cardinality() == 1 << free ? OptionalInt.of(free) : OptionalInt.empty();
	}
}
