package org.nullcline.analysis.topology.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.nullcline.analysis.topology.internal.flow.Ending;
import org.nullcline.analysis.topology.internal.flow.Nodes;
import org.nullcline.analysis.topology.internal.graph.HeteroclinicGraph;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.RequiredResults;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.task.TrialTask;
import org.nullcline.dynamics.MemoryCube;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

class TopologyAnalysisTest {

	private static final List<ParameterDeclaration> DECLARATIONS = List.of(whole("directions", "64"),
			real("displacement", "0.01"), real("landing-radius", "0.1"), whole("steps", "5000"), real("escape-factor", "100"),
			real("smallest-share", "0.02"), whole("kicks", "200"), text("kick-sizes", "0.5, 1, 2"), whole("maximum-nodes", "400"));

	@Test
	void flipFlopsAreCubes() throws AnalysisException {
		int[] coverings = { 2, 12, 54 };
		for (int bits = 1; bits <= 3; bits++) {
			double[] weights = new double[bits];
			Arrays.fill(weights, 2);
			AnalysisResult result = flipFlop(FlipFlops.single(bits), weights);
			assertEquals(Math.pow(3, bits), result.values().get("nodes"));
			assertEquals(coverings[bits - 1], result.values().get("covering_relations"), bits + " bits");
			assertEquals(bits == 1 ? 1 : 2, result.findings().size());
			result.findings().forEach(finding -> assertEquals(Verdict.REPRODUCED, finding.verdict(), finding.explanation()));
			assertEquals(bits * (1 << bits - 1), result.findings().get(0).value());
			assertEquals(0, result.values().get("share_cycle"));
			assertEquals(0, result.values().get("share_still_moving"));
		}
	}

	@Test
	void faceLatticeOfTheCube() throws AnalysisException {
		AnalysisResult result = flipFlop(FlipFlops.single(3), 2, 2, 2);
		double[][] covers = NativeArrays.rows(result.arrays().get("covers"));
		double[] index = NativeArrays.values(result.arrays().get("node_index"));
		int[] byIndex = new int[4];
		for (int i = 0; i < covers.length; i++) {
			byIndex[(int) index[i]] += (int) Arrays.stream(covers[i]).sum();
		}
		assertArrayEquals(new int[] { 0, 24, 24, 6 }, byIndex);
		assertEquals(6, result.findings().get(1).value() - 1, "6 squares and the cube itself");
		// Along the axes trajectories end at the saddles themselves, so every relation is seen.
		assertEquals(54, result.values().get("confirmed_relations"));
	}

	@Test
	void saddlesJoinTheCornersOfACube() throws AnalysisException {
		AnalysisResult result = flipFlop(FlipFlops.single(3), 2, 2, 2);
		double[][] joined = NativeArrays.rows(result.arrays().get("saddle_adjacency"));
		double[] index = NativeArrays.values(result.arrays().get("node_index"));
		int[] stable = java.util.stream.IntStream.range(0, index.length).filter(i -> index[i] == 0).toArray();
		double[][] cube = Arrays.stream(stable).mapToObj(i -> Arrays.stream(stable).mapToDouble(j -> joined[i][j]).toArray())
				.toArray(double[][]::new);
		assertArrayEquals(new double[] { 3, 1, 1, 1, -1, -1, -1, -3 }, Lapack.symmetricEigen(NativeArrays.of(cube)).values(),
				1e-12);
	}

	@Test
	void sharesOfLandingsAndTransitions() throws AnalysisException {
		AnalysisResult result = flipFlop(FlipFlops.single(2), 2, 2);
		double[] index = NativeArrays.values(result.arrays().get("node_index"));
		double[][] landing = NativeArrays.rows(result.arrays().get("landing"));
		for (int i = 0; i < 9; i++) {
			assertEquals(1, Arrays.stream(landing[i]).sum(), 1e-12);
			double largest = Arrays.stream(landing[i]).max().orElseThrow();
			assertEquals(index[i] == 0 ? 1 : index[i] == 1 ? 0.5 : 0.25, largest, 1e-12, "all orthants have their share");
		}
		assertArrayEquals(new long[] { 3, 9, 13 }, result.arrays().get("transitions").shape());
		double[] p = NativeArrays.values(result.arrays().get("transitions"));
		double[] low = NativeArrays.values(result.arrays().get("transitions_low"));
		double[] high = NativeArrays.values(result.arrays().get("transitions_high"));
		// Along each axis the nodes have variance 3/4 h^2 (n - 1 = 8), so a kick of size s stays with probability
		// Phi(1/(s sqrt(3/4)))^2.
		double[] expected = { 0.9792, 0.7672, 0.5157 };
		for (int s = 0; s < 3; s++) {
			int inside = 0;
			for (int i = 0; i < 9; i++) {
				int at = (s * 9 + i) * 13;
				assertEquals(index[i] == 0 ? 1 : 0, Arrays.stream(p, at, at + 13).sum(), 1e-12);
				if (index[i] == 0) {
					inside += low[at + i] <= expected[s] && expected[s] <= high[at + i] ? 1 : 0;
					assertEquals(expected[s], p[at + i], 0.12);
				}
			}
			assertTrue(inside >= 3, "size " + s + ": " + inside + " of 4 intervals hold the true probability");
		}
	}

	@Test
	void permutedUnitsChangeNothing() throws AnalysisException {
		int[] bits = { 0, 0, 0, 1, 1, 2, 2, 2 };
		int[] order = { 5, 2, 7, 0, 3, 6, 1, 4 };
		int[] permuted = Arrays.stream(order).map(i -> bits[i]).toArray();
		AnalysisResult first = flipFlop(bits, 2, 1.7, 1.5);
		AnalysisResult second = flipFlop(permuted, 2, 1.7, 1.5);
		for (String name : List.of("node_index", "node_memory", "landing", "covers", "saddle_adjacency")) {
			assertArrayEquals(NativeArrays.values(first.arrays().get(name)), NativeArrays.values(second.arrays().get(name)), 1e-12,
					name);
		}
		assertEquals(54, first.values().get("covering_relations"));
		double[] p = NativeArrays.values(first.arrays().get("transitions"));
		double[] q = NativeArrays.values(second.arrays().get("transitions"));
		assertArrayEquals(p, q, 0.01, "the kicks are along the nodes, so they are permuted too");
		assertEquals(first.findings(), second.findings());
	}

	@Test
	void cycleEscapeAndUnlistedPoint() throws AnalysisException {
		double turn = 2 * Math.PI * 0.03;
		double[][] rotation = { { 1.1 * Math.cos(turn), -1.1 * Math.sin(turn) }, { 1.1 * Math.sin(turn), 1.1 * Math.cos(turn) } };
		assertEquals(1, single(new MapCell(rotation, Math::tanh), 2).values().get("share_cycle"));
		assertEquals(1, single(new MapCell(new double[][] { { -2 } }, Math::tanh), 1).values().get("share_cycle"));
		assertEquals(1, single(new MapCell(new double[][] { { 1.5 } }, x -> x), 1).values().get("share_escape"));
		assertEquals(1, single(new MapCell(new double[][] { { 2 } }, Math::tanh), 1).values().get("share_unlisted_point"));
		AnalysisResult slow = analyze(new MapCell(new double[][] { { 1.0001 } }, x -> x), Nodes.of(new double[1][1], new int[] { 1 }),
				Optional.empty(), Map.of("steps", "200"));
		assertEquals(1, slow.values().get("share_still_moving"));
	}

	@Test
	void shrinkingSpiralIsNoCycle() throws AnalysisException {
		double turn = 2 * Math.PI * 0.03;
		double[][] rotation = { { 0.999 * Math.cos(turn), -0.999 * Math.sin(turn) },
				{ 0.999 * Math.sin(turn), 0.999 * Math.cos(turn) } };
		AnalysisResult result = analyze(new MapCell(rotation, x -> x), Nodes.of(new double[1][2], new int[] { 0 }),
				Optional.empty(), Map.of("kick-sizes", "50", "kicks", "5", "steps", "8000"));
		double[] p = NativeArrays.values(result.arrays().get("transitions"));
		assertArrayEquals(new double[] { 1, 0, 0, 0, 0 }, p);
	}

	@Test
	void missingSaddleAndMissingMemoryAreNamed() throws AnalysisException {
		Nodes all = FlipFlops.nodes(FlipFlops.single(2), 2, 2);
		Network network = FlipFlops.network(FlipFlops.single(2), 2, 2);
		int saddle = java.util.stream.IntStream.range(0, 9).filter(i -> all.index()[i] == 1).findFirst().orElseThrow();
		AnalysisResult without = analyze(network, without(all, saddle), Optional.of(new FlipFlops.Task(2)), Map.of());
		assertEquals(Verdict.UNDECIDED, without.findings().get(0).verdict());
		assertEquals(3, without.findings().get(0).interval().low());
		assertEquals(4, without.findings().get(0).interval().high());
		assertTrue(without.findings().get(0).interval().method().contains("lower bound"));
		assertEquals(3, without.findings().get(0).value());
		assertTrue(without.findings().get(0).explanation().contains("may have missed"), without.findings().get(0).explanation());
		assertEquals(Verdict.REPRODUCED, without.findings().get(1).verdict());
		int corner = java.util.stream.IntStream.range(0, 9).filter(i -> all.index()[i] == 0).findFirst().orElseThrow();
		AnalysisResult blind = analyze(network, without(all, corner), Optional.of(new FlipFlops.Task(2)), Map.of());
		assertEquals(Verdict.UNDECIDED, blind.findings().get(0).verdict());
		assertTrue(blind.findings().get(0).explanation().contains("unlisted point"), blind.findings().get(0).explanation());
		assertEquals(Verdict.UNDECIDED, blind.findings().get(1).verdict());
	}

	@Test
	void contradictionStaysOneBesideWhatIsUnclear() throws AnalysisException {
		// Two outputs read the same unit: saddles of the other one join points of one memory, whatever a missing corner hides.
		Nodes all = FlipFlops.nodes(FlipFlops.single(2), 2, 2);
		Network network = FlipFlops.network(FlipFlops.single(2), 2, 2);
		network.weights().get(Network.READOUT_WEIGHT).assign(NativeArrays.of(new double[][] { { 1, 0 }, { 1, 0 } }));
		int corner = java.util.stream.IntStream.range(0, 9).filter(i -> all.index()[i] == 0).findFirst().orElseThrow();
		AnalysisResult result = analyze(network, without(all, corner), Optional.of(new FlipFlops.Task(2)), Map.of());
		assertTrue(result.findings().get(0).explanation().contains("unlisted point"), result.findings().get(0).explanation());
		assertEquals(Verdict.NOT_REPRODUCED, result.findings().get(0).verdict());
	}

	@Test
	void marginalPointsAreNoNodes() throws AnalysisException {
		Nodes all = FlipFlops.nodes(FlipFlops.single(2), 2, 2);
		int corner = java.util.stream.IntStream.range(0, 9).filter(i -> all.index()[i] == 0).findFirst().orElseThrow();
		AnalysisResult result = new TopologyAnalysis()
				.analyze(request(FlipFlops.network(FlipFlops.single(2), 2, 2), Optional.of(new FlipFlops.Task(2)), Map.of(),
						Optional.of(FlipFlops.fixedPoints(all, corner))), new NullProgressMonitor());
		assertEquals(8, result.values().get("nodes"));
		assertEquals(1, result.values().get("marginal_points"));
		result.findings().forEach(finding -> assertEquals(Verdict.UNDECIDED, finding.verdict(), finding.explanation()));
		double[] points = NativeArrays.values(result.arrays().get("node_point"));
		assertFalse(Arrays.stream(points).anyMatch(point -> point == corner));
		assertEquals(8, points[7], "positions are those among all points");
	}

	@Test
	void rareLandingsAreNoEdges() {
		Nodes nodes = Nodes.of(new double[][] { { 0 }, { 1 }, { 2 } }, new int[] { 1, 0, 0 });
		double[][] landing = new double[3][3 + Ending.others()];
		landing[0][1] = 0.99;
		landing[0][2] = 0.01;
		HeteroclinicGraph graph = new HeteroclinicGraph(nodes, landing, new int[] { 100, 0, 0 }, new boolean[3][3], 0.02);
		assertEquals(corners(1), graph.reached(0));
		assertEquals(1, graph.edges());
		assertTrue(HeteroclinicGraph.counts(1.0 / 64, 6, 0.02), "one corner of 64");
	}

	@Test
	void onlyACubeOfMemoriesIsACube() throws AnalysisException {
		assertEquals(3, MemoryCube.of(new FlipFlops.Task(3).memories()).orElseThrow().bits());
		assertEquals("(10, 0)", MemoryCube.of(List.of(new double[] { 0, 0 }, new double[] { 10, 0 }, new double[] { 0, 1 },
				new double[] { 10, 1 })).orElseThrow().words(1));
		assertTrue(MemoryCube.of(List.of(new double[] { -1 }, new double[] { 0 }, new double[] { 1 })).isEmpty());
		assertTrue(MemoryCube.of(new FlipFlops.Task(2).memories().subList(0, 3)).isEmpty());
		assertTrue(MemoryCube.of(List.of()).isEmpty());
		AnalysisResult result = analyze(FlipFlops.network(FlipFlops.single(2), 2, 2), FlipFlops.nodes(FlipFlops.single(2), 2, 2),
				Optional.empty(), Map.of());
		assertTrue(result.findings().isEmpty(), "without a task there is no claim");
	}

	@Test
	void faces() {
		assertEquals(OptionalInt.of(1), CubeFindings.faceDimension(corners(0b000, 0b100)));
		assertEquals(OptionalInt.of(2), CubeFindings.faceDimension(corners(0b001, 0b101, 0b011, 0b111)));
		assertEquals(OptionalInt.of(0), CubeFindings.faceDimension(corners(0b110)));
		assertEquals(OptionalInt.empty(), CubeFindings.faceDimension(corners(0b000, 0b011)));
		assertEquals(OptionalInt.empty(), CubeFindings.faceDimension(corners()));
	}

	private static BitSet corners(int... corners) {
		BitSet set = new BitSet();
		Arrays.stream(corners).forEach(set::set);
		return set;
	}

	@Test
	void withoutAnyPoint() throws AnalysisException {
		AnalysisResult none = AnalysisResult.builder().array("inputs", NativeArrays.zeros(1, 1)).build();
		AnalysisResult result = new TopologyAnalysis().analyze(request(FlipFlops.network(FlipFlops.single(2), 2, 2),
				Optional.of(new FlipFlops.Task(2)), Map.of(), Optional.of(none)), new NullProgressMonitor());
		assertEquals(0, result.values().get("nodes"));
		assertEquals(Verdict.UNDECIDED, result.findings().get(0).verdict());
	}

	@Test
	void sameRequestSameResult() throws AnalysisException {
		AnalysisResult first = flipFlop(FlipFlops.single(2), 2, 1.5);
		AnalysisResult second = flipFlop(FlipFlops.single(2), 2, 1.5);
		assertArrayEquals(NativeArrays.values(first.arrays().get("transitions")),
				NativeArrays.values(second.arrays().get("transitions")));
		assertEquals(first.tables(), second.tables());
	}

	@Test
	void errorsAndCancellation() {
		Network network = FlipFlops.network(FlipFlops.single(1), 2);
		Nodes nodes = FlipFlops.nodes(FlipFlops.single(1), 2);
		assertTrue(message(network, nodes, Map.of("kick-sizes", "1; 2")).contains("commas in between"));
		assertTrue(message(network, nodes, Map.of("kick-sizes", "0, 1")).contains("positive"));
		assertTrue(message(network, nodes, Map.of("maximum-nodes", "2")).contains("3 fixed points"));
		assertTrue(assertThrows(AnalysisException.class, () -> new TopologyAnalysis()
				.analyze(request(network, Optional.empty(), Map.of(), Optional.empty()), new NullProgressMonitor())).getMessage()
				.contains("gave no result"));
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> new TopologyAnalysis().analyze(
				request(network, Optional.empty(), Map.of(), Optional.of(FlipFlops.fixedPoints(nodes))), cancelled));
	}

	@Test
	void isRegistered() throws Exception {
		Contribution contribution = ContributionRegistry.read().find(ContributionKind.ANALYSIS, "topology").orElseThrow();
		assertFalse(contribution.problem().isPresent());
		assertEquals(Scope.NETWORK, contribution.scope().orElseThrow());
		assertEquals(Parameters.of(DECLARATIONS, Map.of()).values(), Parameters.of(contribution.parameters(), Map.of()).values());
		assertTrue(contribution.instantiate(Analysis.class) instanceof TopologyAnalysis);
	}

	private static String message(Network network, Nodes nodes, Map<String, String> parameters) {
		return assertThrows(AnalysisException.class, () -> analyze(network, nodes, Optional.empty(), parameters)).getMessage();
	}

	private static Nodes without(Nodes nodes, int left) {
		int[] kept = java.util.stream.IntStream.range(0, nodes.size()).filter(i -> i != left).toArray();
		return Nodes.of(Arrays.stream(kept).mapToObj(i -> nodes.states()[i]).toArray(double[][]::new),
				Arrays.stream(kept).map(i -> nodes.index()[i]).toArray());
	}

	/** The origin alone, with all directions unstable. */
	private static AnalysisResult single(MapCell cell, int index) throws AnalysisException {
		return analyze(cell, Nodes.of(new double[1][cell.units()], new int[] { index }), Optional.empty(), Map.of());
	}

	private static AnalysisResult flipFlop(int[] bitOfUnit, double... weights) throws AnalysisException {
		return analyze(FlipFlops.network(bitOfUnit, weights), FlipFlops.nodes(bitOfUnit, weights),
				Optional.of(new FlipFlops.Task(weights.length)), Map.of());
	}

	private static AnalysisResult analyze(org.nullcline.core.network.Cell cell, Nodes nodes, Optional<TrialTask> task,
			Map<String, String> parameters) throws AnalysisException {
		return analyze(Network.initialize(cell, 1, RandomStreams.of(1)), nodes, task, parameters);
	}

	private static AnalysisResult analyze(Network network, Nodes nodes, Optional<TrialTask> task,
			Map<String, String> parameters) throws AnalysisException {
		return new TopologyAnalysis().analyze(request(network, task, parameters, Optional.of(FlipFlops.fixedPoints(nodes))),
				new NullProgressMonitor());
	}

	private static AnalysisRequest request(Network network, Optional<TrialTask> task, Map<String, String> parameters,
			Optional<AnalysisResult> fixedPoints) {
		return new AnalysisRequest(List.of(new Subject("network", "test", network.cell().units(), 0, 0.01, network)), task,
				Parameters.of(DECLARATIONS, parameters), RandomStreams.of(1).below("topology"), RandomStreams.of(1).below("shared"),
				new RequiredResults() {
					@Override
					public Optional<AnalysisResult> ofNetwork(String analysis, Subject subject) {
						return fixedPoints;
					}

					@Override
					public Optional<AnalysisResult> ofPopulation(String analysis) {
						return Optional.empty();
					}
				});
	}

	private static ParameterDeclaration whole(String name, String value) {
		return declaration(name, ParameterType.INTEGER, value);
	}

	private static ParameterDeclaration real(String name, String value) {
		return declaration(name, ParameterType.REAL, value);
	}

	private static ParameterDeclaration text(String name, String value) {
		return declaration(name, ParameterType.TEXT, value);
	}

	private static ParameterDeclaration declaration(String name, ParameterType type, String value) {
		return new ParameterDeclaration(name, name, type, value, OptionalDouble.empty(), OptionalDouble.empty(), List.of(), "", "");
	}
}
