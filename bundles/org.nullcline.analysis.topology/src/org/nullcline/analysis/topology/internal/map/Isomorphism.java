package org.nullcline.analysis.topology.internal.map;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks for a map of nodes that keeps labels and edges, by backtracking over nodes of equal colour. */
final class Isomorphism {

	/** Trials of a pair of nodes after which the search gives up; the graphs then count as different. */
	private static final int TRIALS = 200_000;

	private final LabelledGraph a;
	private final LabelledGraph b;
	private final ColourRefinement colours;
	private final int[] order;
	private final int[] mapping;
	private final boolean[] used;
	private int trials;

	private Isomorphism(LabelledGraph a, LabelledGraph b, ColourRefinement colours) {
		this.a = a;
		this.b = b;
		this.colours = colours;
		mapping = new int[a.size()];
		used = new boolean[b.size()];
		// Rare colours first: they leave the least choice.
		order = IntStream.range(0, a.size()).boxed().sorted(Comparator.comparingLong((Integer i) -> Arrays
				.stream(colours.first()).filter(colour -> colour == colours.first()[i]).count()).thenComparingInt(i -> i))
				.mapToInt(i -> i).toArray();
	}

	/** @return for each node of the first graph that of the second; nothing if none was found */
	static Optional<int[]> between(LabelledGraph a, LabelledGraph b) {
		if (a.size() != b.size() || a.edgeCount() != b.edgeCount()) {
			return Optional.empty();
		}
		ColourRefinement colours = ColourRefinement.of(a, b);
		if (!colours.alike()) {
			return Optional.empty();
		}
		Isomorphism search = new Isomorphism(a, b, colours);
		return search.extend(0) ? Optional.of(search.mapping) : Optional.empty();
	}

	private boolean extend(int depth) {
		if (depth == order.length) {
			return true;
		}
		int node = order[depth];
		for (int other = 0; other < b.size(); other++) {
			if (!used[other] && colours.first()[node] == colours.second()[other]) {
				if (++trials > TRIALS) {
					return false;
				}
				if (fits(node, other, depth)) {
					mapping[node] = other;
					used[other] = true;
					if (extend(depth + 1)) {
						return true;
					}
					used[other] = false;
				}
			}
		}
		return false;
	}

	private boolean fits(int node, int other, int depth) {
		for (int k = 0; k < depth; k++) {
			int earlier = order[k];
			if (a.edges()[node][earlier] != b.edges()[other][mapping[earlier]]
					|| a.edges()[earlier][node] != b.edges()[mapping[earlier]][other]) {
				return false;
			}
		}
		return true;
	}
}
