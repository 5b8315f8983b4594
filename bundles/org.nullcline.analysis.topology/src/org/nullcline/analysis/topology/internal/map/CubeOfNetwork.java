package org.nullcline.analysis.topology.internal.map;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.nullcline.analysis.topology.internal.flow.Ending;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.dynamics.MemoryCube;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The fixed points of one network under one input, as the analysis {@code topology} left them, beside the memories of its task.
 *
 * @param index   number of unstable directions of each node
 * @param memory  number of the memory of a stable node, or -1
 * @param landing share of the trajectories from each node that ended at each node, then at each other ending
 * @param share   an ending counts from this share on, as in the graph
 */
record CubeOfNetwork(int[] index, int[] memory, double[][] landing, double share) {

	/** Half of what a saddle with one unstable direction sends to each side. */
	private static final double HALF_OF_A_SIDE = 0.25;

	/** One for each input. */
	static List<CubeOfNetwork> of(Subject subject, AnalysisResult result) throws AnalysisException {
		int conditions = StoredTopology.conditions(subject, result);
		if (!result.arrays().containsKey("landing")) {
			return IntStream.range(0, conditions).mapToObj(c -> new CubeOfNetwork(new int[0], new int[0], new double[0][], 0)).toList();
		}
		double[] condition = NativeArrays.values(StoredTopology.array(subject, result, "node_condition"));
		double[] index = NativeArrays.values(StoredTopology.array(subject, result, "node_index"));
		double[] memory = NativeArrays.values(StoredTopology.array(subject, result, "node_memory"));
		double[][] landing = NativeArrays.rows(StoredTopology.array(subject, result, "landing"));
		double share = Math.min(result.values().getOrDefault("smallest_share", 0.0), HALF_OF_A_SIDE);
		return IntStream.range(0, conditions).mapToObj(c -> {
			int[] nodes = IntStream.range(0, index.length).filter(i -> condition[i] == c).toArray();
			int[] ends = IntStream.concat(Arrays.stream(nodes), IntStream.range(index.length, landing[0].length)).toArray();
			return new CubeOfNetwork(Arrays.stream(nodes).map(i -> (int) index[i]).toArray(),
					Arrays.stream(nodes).map(i -> (int) memory[i]).toArray(), Arrays.stream(nodes)
							.mapToObj(i -> Arrays.stream(ends).mapToDouble(j -> landing[i][j]).toArray()).toArray(double[][]::new), share);
		}).toList();
	}

	/** Exactly one stable fixed point at each memory and none elsewhere. */
	boolean onePointPerMemory(int memories) {
		int[] stable = IntStream.range(0, index.length).filter(i -> index[i] == 0).map(i -> memory[i]).toArray();
		return stable.length == memories && Arrays.stream(stable).filter(m -> m >= 0).distinct().count() == memories;
	}

	/** C(K, k) 2^(K - k) fixed points with k unstable directions, for each k, and none with more. */
	boolean countsOfCube(int bits) {
		double faces = Math.pow(2, bits);
		long counted = 0;
		for (int k = 0; k <= bits; k++) {
			int wanted = k;
			long count = Arrays.stream(index).filter(i -> i == wanted).count();
			if (count != Math.round(faces)) {
				return false;
			}
			counted += count;
			faces *= (bits - k) / (2.0 * (k + 1));
		}
		return counted == index.length;
	}

	/** Whether trajectories from a saddle with one unstable direction still moved at the end, so that their edge is not known. */
	boolean hasOpenEdges() {
		return IntStream.range(0, index.length)
				.anyMatch(i -> index[i] == 1 && landing[i][Ending.MOVING.column(index.length)] > 0);
	}

	/** The saddles with one unstable direction are the edges of the cube, one for each: they join its corners. */
	boolean edgesOfCube(MemoryCube cube) {
		Set<BitSet> edges = new HashSet<>();
		int saddles = 0;
		for (int i = 0; i < index.length; i++) {
			if (index[i] == 1) {
				saddles++;
				BitSet corners = corners(i, cube);
				int all = corners.stream().reduce((a, b) -> a ^ b).orElse(0);
				if (corners.cardinality() != 2 || Integer.bitCount(all) != 1) {
					return false;
				}
				edges.add(corners);
			}
		}
		int expected = cube.bits() * (1 << cube.bits() - 1);
		return saddles == expected && edges.size() == expected;
	}

	/** The corners that a node leads to; empty if it leads to anything else. */
	private BitSet corners(int node, MemoryCube cube) {
		BitSet corners = new BitSet();
		for (int end = 0; end < landing[node].length; end++) {
			if (landing[node][end] > 0 && landing[node][end] >= share) {
				if (end >= index.length || memory[end] < 0) {
					return new BitSet();
				}
				corners.set(cube.corner(memory[end]));
			}
		}
		return corners;
	}
}
