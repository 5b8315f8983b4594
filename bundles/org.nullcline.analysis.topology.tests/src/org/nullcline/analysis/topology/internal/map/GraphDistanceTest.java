package org.nullcline.analysis.topology.internal.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;

class GraphDistanceTest {

	@Test
	void oneMemoryAgainstOneBit() {
		LabelledGraph one = cube(0, true);
		LabelledGraph bit = cube(1, true);
		// Kind 0: 1 or 2 nodes, edges that end there 0 or 1, 1; kind 1: nothing or 1 node with 2 edges.
		assertEquals(6.0 / 8, GraphDistance.SIGNATURE.between(one, bit), 1e-12);
		// Moduli 1 and 1, 1, 0.
		assertEquals(1.0 / 3, GraphDistance.SPECTRAL.between(one, bit), 1e-12);
		// Two nodes and two edges more; 4 nodes and 2 edges in all. The memories are other ones, so the node is relabelled.
		assertEquals(4.0 / 6, GraphDistance.EDIT.between(cube(0, false), cube(1, false)), 1e-12);
	}

	@Test
	void theyAreDistancesThatDoNotSeeTheOrderOfNodes() {
		RandomStream random = RandomStreams.of(3).stream("graphs");
		List<LabelledGraph> graphs = new ArrayList<>();
		for (int bits = 0; bits <= 3; bits++) {
			graphs.add(cube(bits, true));
			graphs.add(cube(bits, false));
		}
		for (int i = 0; i < 6; i++) {
			graphs.add(random(4 + i, random));
		}
		graphs.add(new LabelledGraph(new int[0], new int[0], new boolean[0][0], new double[0][0]));
		for (GraphDistance distance : GraphDistance.values()) {
			for (LabelledGraph a : graphs) {
				assertEquals(0, distance.between(a, shuffled(a, random)), 1e-9, distance.id());
				for (LabelledGraph b : graphs) {
					double d = distance.between(a, b);
					assertTrue(d >= 0 && d <= 1, distance.id() + " " + d);
					assertEquals(d, distance.between(b, a), 1e-12, distance.id());
					assertEquals(d, distance.between(shuffled(a, random), shuffled(b, random)), 1e-9, distance.id());
				}
			}
		}
	}

	@Test
	void emptyGraphIsFarthestFromAnyOther() {
		LabelledGraph empty = new LabelledGraph(new int[0], new int[0], new boolean[0][0], new double[0][0]);
		assertEquals(1, GraphDistance.SIGNATURE.between(empty, cube(2, true)), 1e-12);
		assertEquals(1, GraphDistance.EDIT.between(empty, cube(2, true)), 1e-12);
		assertEquals(0, GraphDistance.EDIT.between(empty, empty));
	}

	@Test
	void oneMissingSaddleOfACube() {
		LabelledGraph cube = cube(3, true);
		int saddle = first(cube, 1);
		LabelledGraph damaged = without(cube, saddle);
		// One node and its two edges less, of 27 + 26 nodes and of 128 edges: 12 x 2 + 6 x 4 + 8 = 56, and 54.
		assertEquals(56, cube.edgeCount());
		assertEquals(3.0 / (27 + 26 + 56 + 54), GraphDistance.EDIT.between(cube, damaged), 1e-12);
		assertEquals(3.0 / (27 + 26 + 56 + 54), GraphDistance.EDIT.between(damaged, cube), 1e-12);
		// Count of saddles, edges that leave them, edges that end at the two corners.
		assertEquals((1.0 + 2 + 2) / (27 + 26 + 2 * (56 + 54)), GraphDistance.SIGNATURE.between(cube, damaged), 1e-12);
	}

	@Test
	void hexagonIsNotTwoTriangles() {
		LabelledGraph hexagon = undirected(6, new int[][] { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 4 }, { 4, 5 }, { 5, 0 } });
		LabelledGraph triangles = undirected(6, new int[][] { { 0, 1 }, { 1, 2 }, { 2, 0 }, { 3, 4 }, { 4, 5 }, { 5, 3 } });
		assertTrue(ColourRefinement.of(hexagon, triangles).alike(), "colours cannot tell them apart");
		assertFalse(Isomorphism.between(hexagon, triangles).isPresent());
		// Two edges must go and two must come, each in both directions.
		assertEquals(8.0 / 36, GraphDistance.EDIT.between(hexagon, triangles), 1e-12);
		assertEquals(0, GraphDistance.SIGNATURE.between(hexagon, triangles), "its limit");
	}

	@Test
	void editDistanceOfRandomGraphsDoesNotSeeTheOrderOfNodes() {
		RandomStream random = RandomStreams.of(6).stream("graphs");
		for (int pair = 0; pair < 40; pair++) {
			LabelledGraph a = random(6 + random.nextInt(6), random);
			LabelledGraph b = random(6 + random.nextInt(6), random);
			double distance = GraphDistance.EDIT.between(a, b);
			assertTrue(distance > 0);
			for (int repeat = 0; repeat < 5; repeat++) {
				assertEquals(distance, GraphDistance.EDIT.between(shuffled(a, random), shuffled(b, random)));
			}
		}
	}

	@Test
	void canonicalOrderMakesIsomorphicGraphsEqual() {
		RandomStream random = RandomStreams.of(7).stream("graphs");
		LabelledGraph both = undirected(9, new int[][] { { 0, 1 }, { 1, 2 }, { 2, 0 }, { 3, 4 }, { 4, 5 }, { 5, 6 }, { 6, 7 },
				{ 7, 8 }, { 8, 3 } });
		for (LabelledGraph graph : List.of(cube(3, false), both, random(12, random))) {
			LabelledGraph canonical = PreparedGraph.of(graph).graph();
			for (int repeat = 0; repeat < 10; repeat++) {
				assertTrue(Arrays.deepEquals(canonical.edges(), PreparedGraph.of(shuffled(graph, random)).graph().edges()));
			}
		}
	}

	@Test
	void isomorphismMapsEdgesToEdges() {
		RandomStream random = RandomStreams.of(4).stream("graphs");
		LabelledGraph cube = cube(3, false);
		LabelledGraph other = shuffled(cube, random);
		int[] mapping = Isomorphism.between(cube, other).orElseThrow();
		for (int i = 0; i < cube.size(); i++) {
			assertEquals(cube.index()[i], other.index()[mapping[i]]);
			for (int j = 0; j < cube.size(); j++) {
				assertEquals(cube.edges()[i][j], other.edges()[mapping[i]][mapping[j]]);
			}
		}
	}

	@Test
	void memoriesMatterToTheEditDistanceIfAsked() {
		LabelledGraph bit = cube(1, true);
		LabelledGraph relabelled = new LabelledGraph(bit.index(), bit.memory().clone(), bit.edges(), bit.walk());
		relabelled.memory()[first(bit, 0)] = 7;
		assertEquals(1.0 / 10, GraphDistance.EDIT.between(bit, relabelled), 1e-12);
		assertEquals(0, GraphDistance.SIGNATURE.between(bit, relabelled));
	}

	@Test
	void assignmentIsTheBestOfAll() {
		RandomStream random = RandomStreams.of(5).stream("costs");
		for (int repeat = 0; repeat < 30; repeat++) {
			double[][] cost = new double[6][6];
			for (double[] row : cost) {
				for (int j = 0; j < 6; j++) {
					row[j] = random.nextInt(10);
				}
			}
			int[] found = Assignment.minimal(cost);
			assertArrayEquals(new int[] { 0, 1, 2, 3, 4, 5 }, Arrays.stream(found).sorted().toArray());
			double sum = 0;
			for (int i = 0; i < 6; i++) {
				sum += cost[i][found[i]];
			}
			assertEquals(best(cost, 0, new boolean[6]), sum, 1e-12);
		}
	}

	@Test
	void arraysBecomeGraphs() {
		// A saddle between two stable points; a trajectory in fifty lands elsewhere, half of another node's make a cycle.
		double[] index = { 0, 1, 0 };
		double[] memory = { 3, -1, 1 };
		double[][] landing = { { 1, 0, 0, 0, 0, 0, 0 }, { 0.49, 0, 0.01, 0.4, 0, 0, 0.1 }, { 0, 0, 1, 0, 0, 0, 0 } };
		double[][] transitions = { { 0.5, 0, 0.5, 0, 0, 0, 0 }, new double[7], { 0.25, 0, 0.75, 0, 0, 0, 0 } };
		LabelledGraph graph = LabelledGraph.of(new int[] { 0, 1, 2 }, index, memory, landing, transitions, 0.02);
		assertArrayEquals(new int[] { 0, 1, 0, -1 }, graph.index());
		assertArrayEquals(new int[] { 3, -1, 1, -1 }, graph.memory());
		assertEquals(2, graph.edgeCount());
		assertTrue(graph.edges()[1][0] && graph.edges()[1][3] && !graph.edges()[1][2]);
		assertArrayEquals(new double[] { 0.49 / 0.9, 0, 0.01 / 0.9, 0.4 / 0.9 }, graph.walk()[1], 1e-12);
		assertArrayEquals(new double[] { 0, 0, 0, 1 }, graph.walk()[3]);
		// Eigenvalues of ((.5, .5), (.25, .75)): 1 and 1/4; the saddle 0, the cycle 1.
		assertArrayEquals(new double[] { 1, 1, 0.25, 0 }, Spectrum.moduli(graph), 1e-12);
		assertEquals("(2, 1)", graph.counts());
	}

	/** The faces of a cube: each leads to its corners. Stable points stay where they are. */
	private static LabelledGraph cube(int bits, boolean memories) {
		int n = (int) Math.pow(3, bits);
		int[][] sign = new int[n][bits];
		int[] index = new int[n];
		int[] memory = new int[n];
		for (int i = 0; i < n; i++) {
			int rest = i;
			for (int bit = 0; bit < bits; bit++) {
				sign[i][bit] = rest % 3 - 1;
				rest /= 3;
				index[i] += sign[i][bit] == 0 ? 1 : 0;
			}
			memory[i] = memories && index[i] == 0 ? i : -1;
		}
		boolean[][] edges = new boolean[n][n];
		double[][] walk = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				boolean corner = index[j] == 0;
				for (int bit = 0; bit < bits; bit++) {
					corner &= sign[i][bit] == 0 || sign[i][bit] == sign[j][bit];
				}
				edges[i][j] = corner && i != j;
				walk[i][j] = corner ? 1 / Math.pow(2, index[i]) : 0;
			}
		}
		return new LabelledGraph(index, memory, edges, walk);
	}

	private static LabelledGraph undirected(int n, int[][] pairs) {
		boolean[][] edges = new boolean[n][n];
		double[][] walk = new double[n][n];
		for (int[] pair : pairs) {
			edges[pair[0]][pair[1]] = true;
			edges[pair[1]][pair[0]] = true;
			walk[pair[0]][pair[1]] = 0.5;
			walk[pair[1]][pair[0]] = 0.5;
		}
		int[] memory = new int[n];
		Arrays.fill(memory, -1);
		return new LabelledGraph(new int[n], memory, edges, walk);
	}

	private static LabelledGraph random(int n, RandomStream random) {
		int[] index = new int[n];
		int[] memory = new int[n];
		boolean[][] edges = new boolean[n][n];
		double[][] walk = new double[n][n];
		for (int i = 0; i < n; i++) {
			index[i] = random.nextInt(3) - 1;
			memory[i] = -1;
			double sum = 0;
			for (int j = 0; j < n; j++) {
				edges[i][j] = i != j && random.nextDouble() < 0.3;
				walk[i][j] = random.nextDouble();
				sum += walk[i][j];
			}
			for (int j = 0; j < n; j++) {
				walk[i][j] /= sum;
			}
		}
		return new LabelledGraph(index, memory, edges, walk);
	}

	private static LabelledGraph shuffled(LabelledGraph graph, RandomStream random) {
		int n = graph.size();
		int[] order = java.util.stream.IntStream.range(0, n).toArray();
		for (int i = n - 1; i > 0; i--) {
			int j = random.nextInt(i + 1);
			int kept = order[i];
			order[i] = order[j];
			order[j] = kept;
		}
		return graph.ordered(order);
	}

	private static LabelledGraph without(LabelledGraph graph, int left) {
		return graph.ordered(java.util.stream.IntStream.range(0, graph.size()).filter(i -> i != left).toArray());
	}

	private static int first(LabelledGraph graph, int index) {
		return java.util.stream.IntStream.range(0, graph.size()).filter(i -> graph.index()[i] == index).findFirst().orElseThrow();
	}

	private static double best(double[][] cost, int row, boolean[] used) {
		if (row == cost.length) {
			return 0;
		}
		double best = Double.POSITIVE_INFINITY;
		for (int j = 0; j < cost.length; j++) {
			if (!used[j]) {
				used[j] = true;
				best = Math.min(best, cost[row][j] + best(cost, row + 1, used));
				used[j] = false;
			}
		}
		return best;
	}
}
