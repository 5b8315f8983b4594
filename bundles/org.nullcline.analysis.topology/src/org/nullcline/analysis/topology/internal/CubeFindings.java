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
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.dynamics.MemoryCube;

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
		boolean contradicted = false;
		for (int node = 0; node < topology.size(); node++) {
			int index = topology.nodes().index()[node];
			if (!concerned.test(index)) {
				continue;
			}
			points++;
			Deviation deviation = deviation(topology, cube, node);
			if (deviation == null) {
				faces.merge(corners(topology, cube, node).toString(), 1, Integer::sum);
			} else {
				deviations.add("point " + topology.points()[node] + " (" + index + " unstable) " + deviation.words());
				contradicted |= deviation.contradicts();
			}
		}
		long repeated = faces.values().stream().filter(count -> count > 1).count();
		contradicted |= repeated > 0;
		boolean complete = deviations.isEmpty() && topology.marginal() == 0 && faces.size() == expected;
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
		if (topology.marginal() > 0) {
			words.add(topology.marginal() + " fixed points with an eigenvalue on the unit circle are not in the graph");
		}
		if (!contradicted && !complete) {
			words.add("the search for fixed points may have missed points, so this is left open");
		}
		return new Finding(claim, faces.size(),
				complete ? Interval.exact(faces.size())
						: new Interval(faces.size(), expected, "count of what the search found, a lower bound"),
				"= " + expected + ", with no other such point; memories told by the nearest to the output (signs)", REFERENCE,
				contradicted ? Verdict.NOT_REPRODUCED : complete ? Verdict.REPRODUCED : Verdict.UNDECIDED,
				String.join("; ", words) + ".");
	}

	/**
	 * What keeps a node from being a face.
	 *
	 * @param words       that follow its name
	 * @param contradicts whether it is at odds with the claim whatever else there is; else something may not have been found
	 */
	private record Deviation(String words, boolean contradicts) {
	}

	/** What keeps a node from being a face, the most certain first; null if it is one. */
	private static Deviation deviation(ConditionTopology topology, MemoryCube cube, int node) {
		HeteroclinicGraph graph = topology.graph();
		int index = graph.nodes().index()[node];
		for (Ending ending : List.of(Ending.CYCLE, Ending.ESCAPE)) {
			if (graph.leads(node, ending)) {
				return new Deviation("leads to: " + ending.words(), true);
			}
		}
		BitSet reached = graph.reached(node);
		if (reached.stream().anyMatch(end -> topology.memories()[end] < 0)) {
			return new Deviation("leads to a stable point that reads out as no memory", true);
		}
		BitSet corners = corners(topology, cube, node);
		if (corners.cardinality() < reached.cardinality()) {
			return new Deviation("leads to several stable points of one memory", true);
		}
		if (spanned(corners) > index) {
			return new Deviation("leads to memories that differ in " + spanned(corners) + " outputs", true);
		}
		for (Ending ending : List.of(Ending.UNLISTED, Ending.MOVING)) {
			if (graph.leads(node, ending)) {
				return new Deviation("leads to: " + ending.words(), false);
			}
		}
		OptionalInt dimension = faceDimension(corners);
		if (dimension.isEmpty()) {
			return new Deviation("leads to " + corners.cardinality() + " memories that are no face", true);
		}
		return dimension.getAsInt() == index ? null
				: new Deviation("leads to the " + corners.cardinality() + " memories of a face of dimension "
						+ dimension.getAsInt(), true);
	}

	/** The number of outputs in which corners differ. */
	private static int spanned(BitSet corners) {
		int all = corners.stream().reduce((a, b) -> a & b).orElse(0);
		int any = corners.stream().reduce((a, b) -> a | b).orElse(0);
		return Integer.bitCount(any & ~all);
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
		int free = spanned(corners);
		return corners.cardinality() == 1 << free ? OptionalInt.of(free) : OptionalInt.empty();
	}
}
