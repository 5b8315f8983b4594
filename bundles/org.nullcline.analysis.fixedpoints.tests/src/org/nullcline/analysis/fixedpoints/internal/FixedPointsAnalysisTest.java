package org.nullcline.analysis.fixedpoints.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Listing;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Subjects;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.task.InputCondition;
import org.nullcline.core.task.TrialTask;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.FixedPointSet;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.NativeArrays;

class FixedPointsAnalysisTest {

	private static final double MEMORY = 0.957504024077;
	private static final List<ParameterDeclaration> DECLARATIONS = List.of(text("inputs", ""), whole("seeds", "256"), real("noise", "0.5"),
			whole("trials", "32"), whole("iterations", "300"), real("learning-rate", "0.1"), real("slow-tolerance", "1e-6"),
			real("exact-tolerance", "1e-20"), real("unique-tolerance", "1e-3"), real("outlier-factor", "10"),
			whole("subsets", "1000"), whole("manifold-points", "200"));

	@Test
	void flipFlopThatWorks() throws AnalysisException {
		AnalysisResult result = analyze(network(1 / MEMORY, 2, 2, 2), Optional.of(new FlipFlopTask(3)), Map.of());
		Finding memories = result.findings().get(0);
		assertEquals(Verdict.REPRODUCED, memories.verdict(), memories.explanation());
		assertEquals(8, memories.value());
		assertTrue(memories.threshold().startsWith("= 8, "), memories.threshold());
		assertEquals(8, memories.interval().low());
		Finding cube = result.findings().get(1);
		assertEquals(Verdict.REPRODUCED, cube.verdict(), cube.explanation());
		assertTrue(cube.claim().contains("(8, 12, 6, 1)"));
		assertEquals(27, cube.value());
		assertEquals(12, result.values().get("fixed_points_index_1"));
		assertEquals(8, result.values().get("stable_fixed_points"));
		INDArray points = result.arrays().get("fixed_points");
		assertArrayEquals(new long[] { 27, 3 }, points.shape());
		assertArrayEquals(new long[] { 27, 3, 2 }, result.arrays().get("eigenvalues").shape());
		for (double value : NativeArrays.values(points)) {
			assertEquals(value == 0 || Math.abs(value) < 0.1 ? 0 : Math.signum(value) * MEMORY, value, 1e-9);
		}
		assertArrayEquals(new double[27], NativeArrays.values(result.arrays().get("marginal")));
		double[] index = NativeArrays.values(result.arrays().get("index"));
		double[] eigenvalues = NativeArrays.values(result.arrays().get("eigenvalues"));
		for (int i = 0; i < 27; i++) {
			assertEquals(index[i] > 0 ? 2 : 0.166372087752, eigenvalues[i * 6], 1e-8);
		}
	}

	@Test
	void figuresShowWhatWasFound() throws AnalysisException {
		AnalysisResult result = analyze(network(1 / MEMORY, 2, 2), Optional.of(new FlipFlopTask(2)), Map.of());
		Figure space = result.figures().get(0);
		List<Figure.Points> points = space.layers().stream().filter(Figure.Points.class::isInstance).map(Figure.Points.class::cast)
				.toList();
		assertEquals(9, points.stream().mapToInt(layer -> layer.x().length).sum());
		Figure.Points stable = points.stream().filter(layer -> layer.name().equals("stable")).findFirst().orElseThrow();
		assertEquals(4, stable.x().length);
		assertEquals(Hue.BLACK, stable.hue());
		assertEquals(4, stable.labels().size());
		// Each point stands for a row of the arrays, whatever the order in which it is drawn.
		double[] index = NativeArrays.values(result.arrays().get("index"));
		assertEquals(Subjects.Kind.FIXED_POINT, stable.subjects().kind());
		assertTrue(stable.subjects().items().stream().allMatch(row -> index[row] == 0));
		assertEquals(IntStream.range(0, 9).boxed().toList(),
				points.stream().flatMap(layer -> layer.subjects().items().stream()).sorted().toList());
		assertTrue(space.layers().stream().anyMatch(layer -> layer instanceof Figure.Line line && line.thin()));
		assertEquals("eigenvalues", result.figures().get(1).id());
		Figure.Line circle = (Figure.Line) result.figures().get(1).layers().get(0);
		assertEquals(1, Math.hypot(circle.x()[17], circle.y()[17]), 1e-12);
		assertEquals(10, result.tables().get(1).rows().size() + 1);
	}

	@Test
	void memoryThatIsMissingIsNamed() throws AnalysisException {
		// The third unit forgets: its only fixed point is zero.
		AnalysisResult result = analyze(network(1 / MEMORY, 2, 2, 0.5), Optional.of(new FlipFlopTask(3)), Map.of());
		Finding memories = result.findings().get(0);
		assertEquals(Verdict.NOT_REPRODUCED, memories.verdict());
		assertEquals(0, memories.value());
		assertTrue(memories.explanation().contains("none was found at (-1, -1, -1)"), memories.explanation());
		assertTrue(memories.explanation().contains("4 further stable fixed points"), memories.explanation());
		Finding cube = result.findings().get(1);
		assertEquals(Verdict.UNDECIDED, cube.verdict(), "a search that finds less proves nothing");
		assertTrue(cube.interval().method().contains("lower bound"));
		assertTrue(cube.explanation().contains("(4, 4, 1)"), cube.explanation());
	}

	@Test
	void readoutDecidesWhichMemoryAPointIs() throws AnalysisException {
		AnalysisResult result = analyze(network(0.01, 2, 2), Optional.of(new FlipFlopTask(2)), Map.of());
		assertEquals(Verdict.NOT_REPRODUCED, result.findings().get(0).verdict());
		assertEquals(0, result.findings().get(0).value());
		assertEquals(Verdict.REPRODUCED, result.findings().get(1).verdict(), "the points are all there");
	}

	@Test
	void missingPointsProveNothingAndFurtherOnesDo() {
		List<double[]> memories = new FlipFlopTask(1).memories();
		FixedPoint low = point(-1, 0.2);
		FixedPoint high = point(1, 0.2);
		FixedPoint saddle = point(0, 2);
		assertEquals(List.of(Verdict.REPRODUCED, Verdict.REPRODUCED), verdicts(memories, low, high, saddle));
		List<Finding> missing = findings(memories, low, saddle);
		assertEquals(List.of(Verdict.UNDECIDED, Verdict.UNDECIDED), missing.stream().map(Finding::verdict).toList());
		assertEquals(1, missing.get(0).interval().low());
		assertEquals(2, missing.get(0).interval().high());
		assertTrue(missing.get(0).interval().method().contains("lower bound"));
		assertEquals(List.of(Verdict.NOT_REPRODUCED, Verdict.NOT_REPRODUCED),
				verdicts(memories, low, point(-1.1, 0.2), point(-1.2, 0.2), saddle));
		assertEquals(List.of(Verdict.UNDECIDED, Verdict.NOT_REPRODUCED),
				verdicts(memories, low, saddle, point(0.1, 2)));
	}

	@Test
	void marginalPointsAreUndecided() {
		List<double[]> memories = new FlipFlopTask(1).memories();
		for (double modulus : new double[] { 1 - 1e-16, 1, 1 + 2e-16 }) {
			List<Finding> findings = findings(memories, point(-1, 0.2), point(1, modulus), point(0, 2));
			findings.forEach(finding -> assertEquals(Verdict.UNDECIDED, finding.verdict(), finding.explanation()));
			assertTrue(findings.get(0).explanation().contains("unit circle"), findings.get(0).explanation());
		}
		assertEquals(Verdict.REPRODUCED, verdicts(memories, point(-1, 0.2), point(1, 0.2), point(0, 2, 1)).get(0),
				"a saddle is not stable, whatever its other eigenvalues are");
	}

	private static List<Verdict> verdicts(List<double[]> memories, FixedPoint... points) {
		return findings(memories, points).stream().map(Finding::verdict).toList();
	}

	/** One unit, read out as it is. */
	private static List<Finding> findings(List<double[]> memories, FixedPoint... points) {
		return MemoryFindings.of(new ConditionPoints(new InputCondition("zero", new double[1]),
				new FixedPointSet(List.of(points), List.of()),
				Arrays.stream(points).map(FixedPoint::state).toArray(double[][]::new)), memories, "");
	}

	private static FixedPoint point(double state, double... eigenvalues) {
		return new FixedPoint(new double[] { state }, 0, true,
				Arrays.stream(eigenvalues).mapToObj(value -> new Complex(value, 0)).toList(), 1, false);
	}

	@Test
	void withoutATask() throws AnalysisException {
		AnalysisResult result = analyze(network(1, 2, 2), Optional.empty(), Map.of());
		assertTrue(result.findings().isEmpty());
		assertEquals(9, result.values().get("fixed_points"));
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("no task")));
	}

	@Test
	void givenInputsReplaceThoseOfTheTask() throws AnalysisException {
		AnalysisResult result = analyze(network(1, 2, 2), Optional.of(new FlipFlopTask(2)), Map.of("inputs", "1, 0; 0,-1"));
		assertArrayEquals(new double[] { 1, 0, 0, -1 }, NativeArrays.values(result.arrays().get("inputs")));
		// A constant pulse leaves its bit one fixed point, the other bit three.
		assertEquals(6, result.values().get("fixed_points"));
		assertEquals(4, result.values().get("stable_fixed_points"));
		for (String wrong : List.of("1", "1,2,3", "1,x", "1,NaN", "1,0;;0,1", "1,0;1,0")) {
			String message = assertThrows(AnalysisException.class,
					() -> analyze(network(1, 2, 2), Optional.empty(), Map.of("inputs", wrong))).getMessage();
			assertTrue(message.startsWith("inputs '" + wrong + "'"), message);
		}
	}

	@Test
	void everyPointIsListed() throws AnalysisException {
		AnalysisResult result = analyze(network(1, 2, 2), Optional.empty(), Map.of());
		Listing points = result.listings().get(0);
		assertEquals("points", points.name());
		assertEquals(9, points.items().size());
		Map<String, Object> origin = points.items().get(8);
		assertEquals(2, origin.get("index"));
		assertEquals(true, origin.get("exact"));
		assertArrayEquals(new double[2], (double[]) origin.get("state"), 1e-9);
		assertArrayEquals(new double[2], (double[]) origin.get("input"));
		assertArrayEquals(new double[] { 2, 0 }, ((double[][]) origin.get("eigenvalues"))[1], 1e-8);
		assertArrayEquals(new double[] { -1 / Math.log(2), -1 / Math.log(2) }, (double[]) origin.get("time_constants"), 1e-7);
		assertArrayEquals(new long[] { 9, 2 }, result.arrays().get("frequencies").shape());
		assertEquals(0, NativeArrays.values(result.arrays().get("speed"))[0], 1e-9);
	}

	@Test
	void sameRequestSameResult() throws AnalysisException {
		AnalysisResult first = analyze(network(1, 2, 1.5), Optional.of(new FlipFlopTask(2)), Map.of());
		AnalysisResult second = analyze(network(1, 2, 1.5), Optional.of(new FlipFlopTask(2)), Map.of());
		assertArrayEquals(NativeArrays.values(first.arrays().get("fixed_points")),
				NativeArrays.values(second.arrays().get("fixed_points")));
		assertEquals(first.notes(), second.notes());
		assertEquals(first.tables(), second.tables());
	}

	@Test
	void errorsAndCancellation() {
		Map<String, String> contradiction = new HashMap<>(Map.of("slow-tolerance", "1e-25"));
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(network(1, 2), Optional.empty(), contradiction))
				.getMessage().contains("below the fixed point tolerance"));
		Network broken = network(1, 2);
		broken.weights().get(Network.INITIAL_STATE).assign(NativeArrays.of(new double[] { Double.NaN }, 1));
		assertTrue(assertThrows(AnalysisException.class,
				() -> analyze(broken, Optional.of(new FlipFlopTask(1)), Map.of())).getMessage().contains("not finite"));
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> new FixedPointsAnalysis()
				.analyze(request(network(1, 2), Optional.of(new FlipFlopTask(1)), Map.of()), cancelled));
	}

	@Test
	void isRegistered() throws Exception {
		Contribution contribution = ContributionRegistry.read().find(ContributionKind.ANALYSIS, "fixed-points").orElseThrow();
		assertFalse(contribution.problem().isPresent());
		assertEquals(Scope.NETWORK, contribution.scope().orElseThrow());
		assertEquals(DECLARATIONS.stream().map(ParameterDeclaration::name).toList(),
				contribution.parameters().stream().map(ParameterDeclaration::name).toList());
		assertTrue(contribution.instantiate(Analysis.class) instanceof FixedPointsAnalysis);
	}

	private static AnalysisResult analyze(Network network, Optional<TrialTask> task, Map<String, String> parameters)
			throws AnalysisException {
		return new FixedPointsAnalysis().analyze(request(network, task, parameters), new NullProgressMonitor());
	}

	private static AnalysisRequest request(Network network, Optional<TrialTask> task, Map<String, String> parameters) {
		return new AnalysisRequest(List.of(new Subject("flip-flop", "test", 3, 0, 0.01, network)), task,
				Parameters.of(DECLARATIONS, parameters), RandomStreams.of(1).below("fixed points"),
				RandomStreams.of(1).below("shared"));
	}

	/** One bit per self-weight; output k is the gain times unit k. */
	private static Network network(double gain, double... selfWeights) {
		int units = selfWeights.length;
		Network network = Network.initialize(new FlipFlopCell(selfWeights), units, RandomStreams.of(1));
		double[][] readout = new double[units][units];
		for (int i = 0; i < units; i++) {
			readout[i][i] = gain;
		}
		network.weights().get(Network.READOUT_WEIGHT).assign(NativeArrays.of(readout));
		return network;
	}

	private static ParameterDeclaration whole(String name, String value) {
		return new ParameterDeclaration(name, name, ParameterType.INTEGER, value, OptionalDouble.empty(), OptionalDouble.empty(),
				List.of(), "", "");
	}

	private static ParameterDeclaration text(String name, String value) {
		return new ParameterDeclaration(name, name, ParameterType.TEXT, value, OptionalDouble.empty(), OptionalDouble.empty(),
				List.of(), "", "");
	}

	private static ParameterDeclaration real(String name, String value) {
		return new ParameterDeclaration(name, name, ParameterType.REAL, value, OptionalDouble.empty(), OptionalDouble.empty(),
				List.of(), "", "");
	}
}
