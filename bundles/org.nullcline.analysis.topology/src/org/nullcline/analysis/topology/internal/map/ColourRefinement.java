package org.nullcline.analysis.topology.internal.map;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Colours of the nodes of two graphs such that nodes which an isomorphism may exchange have one colour (Weisfeiler and
 * Leman 1968): a node's colour is its label at first, then its own and its neighbours' colours, again and again.
 *
 * @param first  of the first graph's nodes
 * @param second of the second graph's nodes
 */
record ColourRefinement(int[] first, int[] second) {

	static ColourRefinement of(LabelledGraph a, LabelledGraph b) {
		Map<String, Integer> names = new HashMap<>();
		int[] first = labels(a, names);
		int[] second = labels(b, names);
		int colours = names.size();
		while (true) {
			names = new HashMap<>();
			int[] nextFirst = refine(a, first, names);
			int[] nextSecond = refine(b, second, names);
			if (names.size() == colours) {
				return new ColourRefinement(first, second);
			}
			colours = names.size();
			first = nextFirst;
			second = nextSecond;
		}
	}

	/** Whether both graphs have as many nodes of each colour; if not, they are not isomorphic. */
	boolean alike() {
		return counts(first).equals(counts(second));
	}

	private static TreeMap<Integer, Integer> counts(int[] colours) {
		TreeMap<Integer, Integer> counts = new TreeMap<>();
		Arrays.stream(colours).forEach(colour -> counts.merge(colour, 1, Integer::sum));
		return counts;
	}

	private static int[] labels(LabelledGraph graph, Map<String, Integer> names) {
		int[] colours = new int[graph.size()];
		for (int i = 0; i < colours.length; i++) {
			colours[i] = number(graph.index()[i] + "/" + graph.memory()[i], names);
		}
		return colours;
	}

	private static int[] refine(LabelledGraph graph, int[] colours, Map<String, Integer> names) {
		int[] refined = new int[colours.length];
		for (int i = 0; i < refined.length; i++) {
			int[] out = new int[colours.length];
			int[] in = new int[colours.length];
			int outs = 0;
			int ins = 0;
			for (int j = 0; j < colours.length; j++) {
				if (graph.edges()[i][j]) {
					out[outs++] = colours[j];
				}
				if (graph.edges()[j][i]) {
					in[ins++] = colours[j];
				}
			}
			Arrays.sort(out, 0, outs);
			Arrays.sort(in, 0, ins);
			refined[i] = number(colours[i] + ":" + Arrays.toString(Arrays.copyOf(out, outs)) + Arrays.toString(Arrays.copyOf(in, ins)),
					names);
		}
		return refined;
	}

	private static int number(String name, Map<String, Integer> names) {
		return names.computeIfAbsent(name, key -> names.size());
	}
}
