package org.nullcline.analysis.topology.internal.map;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An order of the nodes of a graph that does not depend on the one they are given in: by colour, refined by the colours of
 * neighbours (Weisfeiler and Leman 1968). Of nodes that have one colour then, one is given a colour of its own, and colours
 * are refined again, until all differ (McKay 1981). It is the one whose refinement comes first in order; where several
 * refinements are the same, the nodes are taken for exchangeable, as the corners of a cube are.
 */
final class CanonicalOrder {

	/** In larger graphs nodes of one colour are taken for exchangeable without a look at what each leads to. */
	private static final int COMPARED = 120;

	private static final Comparator<int[]> LEXICOGRAPHIC = Arrays::compare;

	private final LabelledGraph graph;

	private CanonicalOrder(LabelledGraph graph) {
		this.graph = graph;
	}

	/** @return the nodes in that order */
	static int[] of(LabelledGraph graph) {
		return new CanonicalOrder(graph).order();
	}

	private int[] order() {
		int[] all = IntStream.range(0, graph.size()).toArray();
		int[] colours = refined(ranks(
				Arrays.stream(all).mapToObj(i -> new int[] { graph.index()[i], graph.memory()[i] }).toArray(int[][]::new)));
		while (true) {
			int[] tied = tied(colours);
			if (tied.length == 0) {
				int[] position = colours;
				return Arrays.stream(all).boxed().sorted(Comparator.comparingInt(i -> position[i])).mapToInt(i -> i).toArray();
			}
			colours = refinedBest(colours, tied);
		}
	}

	/** The nodes of the first colour that several have; empty if there is none. */
	private static int[] tied(int[] colours) {
		int[] counts = new int[colours.length];
		Arrays.stream(colours).forEach(colour -> counts[colour]++);
		return IntStream.range(0, colours.length).filter(colour -> counts[colour] > 1).boxed().findFirst()
				.map(colour -> IntStream.range(0, colours.length).filter(i -> colours[i] == colour).toArray()).orElse(new int[0]);
	}

	private int[] refinedBest(int[] colours, int[] tied) {
		int[] best = null;
		int[] first = null;
		for (int node : graph.size() > COMPARED ? Arrays.copyOf(tied, 1) : tied) {
			int[][] keys = new int[colours.length][];
			Arrays.setAll(keys, i -> new int[] { colours[i], i == node ? 0 : 1 });
			int[] refined = refined(ranks(keys));
			int[] certificate = certificate(refined);
			if (best == null || Arrays.compare(certificate, first) < 0) {
				best = refined;
				first = certificate;
			}
		}
		return best;
	}

	/** What a colouring says of the graph without naming nodes: how many there are of each colour, and edges between colours. */
	private int[] certificate(int[] colours) {
		int n = colours.length;
		TreeMap<Integer, Integer> edges = new TreeMap<>();
		for (int i = 0; i < n; i++) {
			edges.merge(-1 - colours[i], 1, Integer::sum);
			for (int j = 0; j < n; j++) {
				if (graph.edges()[i][j]) {
					edges.merge(colours[i] * n + colours[j], 1, Integer::sum);
				}
			}
		}
		return edges.entrySet().stream().flatMapToInt(entry -> IntStream.of(entry.getKey(), entry.getValue())).toArray();
	}

	private int[] refined(int[] colours) {
		int count = -1;
		int[] current = colours;
		while (true) {
			int distinct = (int) Arrays.stream(current).distinct().count();
			if (distinct == count) {
				return current;
			}
			count = distinct;
			int[] before = current;
			int[][] keys = new int[before.length][];
			Arrays.setAll(keys, i -> key(i, before));
			current = ranks(keys);
		}
	}

	/** A node's colour, then those of the nodes it leads to, then those of the nodes that lead to it. */
	private int[] key(int node, int[] colours) {
		IntStream.Builder key = IntStream.builder().add(colours[node]);
		for (boolean out : List.of(true, false)) {
			IntStream.range(0, colours.length).filter(j -> out ? graph.edges()[node][j] : graph.edges()[j][node])
					.map(j -> colours[j]).sorted().forEach(key::add);
			key.add(-1);
		}
		return key.build().toArray();
	}

	/** The position of each key among the sorted keys; equal keys have that of the first of them. */
	private static int[] ranks(int[][] keys) {
		int[][] sorted = Arrays.stream(keys).sorted(LEXICOGRAPHIC).toArray(int[][]::new);
		TreeMap<int[], Integer> ranks = new TreeMap<>(LEXICOGRAPHIC);
		for (int k = 0; k < sorted.length; k++) {
			ranks.putIfAbsent(sorted[k], k);
		}
		return Arrays.stream(keys).mapToInt(ranks::get).toArray();
	}
}
