package org.nullcline.analysis.topology.internal.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a graph has of each kind of node: how many, and the sorted numbers of edges that leave and that end there. */
final class Signature {

	/** For each number of unstable directions: the number of nodes, edges that leave, edges that end; descending. */
	private final TreeMap<Integer, List<List<Integer>>> kinds;

	private Signature(TreeMap<Integer, List<List<Integer>>> kinds) {
		this.kinds = kinds;
	}

	static double distance(Signature a, Signature b) {
		TreeMap<Integer, List<List<Integer>>> first = a.kinds;
		TreeMap<Integer, List<List<Integer>>> second = b.kinds;
		TreeSet<Integer> kinds = new TreeSet<>(first.keySet());
		kinds.addAll(second.keySet());
		double difference = 0;
		double total = 0;
		for (int kind : kinds) {
			for (int list = 0; list < 3; list++) {
				List<Integer> x = first.containsKey(kind) ? first.get(kind).get(list) : List.of();
				List<Integer> y = second.containsKey(kind) ? second.get(kind).get(list) : List.of();
				for (int k = 0; k < Math.max(x.size(), y.size()); k++) {
					int left = k < x.size() ? x.get(k) : 0;
					int right = k < y.size() ? y.get(k) : 0;
					difference += Math.abs(left - right);
					total += left + right;
				}
			}
		}
		return total == 0 ? 0 : difference / total;
	}

	static Signature of(LabelledGraph graph) {
		int[] out = graph.outDegrees();
		int[] in = graph.inDegrees();
		TreeMap<Integer, List<List<Integer>>> signature = new TreeMap<>();
		for (int i = 0; i < graph.size(); i++) {
			List<List<Integer>> lists = signature.computeIfAbsent(graph.index()[i],
					kind -> List.of(new ArrayList<>(List.of(0)), new ArrayList<>(), new ArrayList<>()));
			lists.get(0).set(0, lists.get(0).get(0) + 1);
			lists.get(1).add(out[i]);
			lists.get(2).add(in[i]);
		}
		signature.values().forEach(lists -> lists.forEach(list -> list.sort(Comparator.reverseOrder())));
		return new Signature(signature);
	}
}
