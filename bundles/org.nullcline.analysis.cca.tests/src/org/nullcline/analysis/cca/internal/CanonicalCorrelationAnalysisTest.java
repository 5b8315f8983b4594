package org.nullcline.analysis.cca.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

class CanonicalCorrelationAnalysisTest {

	private static final List<ParameterDeclaration> DECLARATIONS = List.of(declaration("dimensions", ParameterType.INTEGER, "3"),
			declaration("distance", ParameterType.CHOICE, "mean-correlation", "mean-correlation", "angular"),
			declaration("state", ParameterType.CHOICE, "hidden", "hidden", "full"),
			declaration("trials", ParameterType.INTEGER, "20"), declaration("maximum-fvu", ParameterType.REAL, "1"),
			declaration("permutations", ParameterType.INTEGER, "200"));

	@Test
	void twoFamiliesOfNetworksCluster() throws AnalysisException {
		AnalysisResult result = analyze(population(4), Map.of());
		assertEquals(Verdict.REPRODUCED, result.findings().get(0).verdict(), result.findings().get(0).explanation());
		double[][] distances = NativeArrays.rows(result.arrays().get("distances"));
		assertEquals(8, distances.length);
		for (int i = 0; i < 8; i++) {
			assertEquals(0, distances[i][i]);
			for (int j = 0; j < 8; j++) {
				assertEquals(distances[i][j], distances[j][i]);
				assertTrue(distances[i][j] >= 0 && distances[i][j] <= 1);
			}
		}
		assertArrayEquals(new long[] { 8, 2 }, result.arrays().get("embedding").shape());
		assertEquals(3, result.values().get("dimensions"));
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("1 - mean canonical correlation")));
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("fast-6-seed-0 0.1")), result.notes().toString());
	}

	@Test
	void figuresNameTheNetworks() throws AnalysisException {
		AnalysisResult result = analyze(population(2), Map.of());
		Figure map = result.figures().get(0);
		assertEquals(List.of("fast", "slow"), map.layers().stream().map(Figure.Layer::name).toList());
		assertEquals(List.of("fast-6-seed-0", "fast-6-seed-1"), ((Figure.Points) map.layers().get(0)).labels());
		Figure.Grid grid = (Figure.Grid) result.figures().get(1).layers().get(0);
		assertEquals(List.of("fast-6-seed-0", "fast-6-seed-1", "slow-6-seed-0", "slow-6-seed-1"), grid.rows());
	}

	@Test
	void orderOfNetworksDoesNotMatter() throws AnalysisException {
		List<Subject> subjects = population(3);
		AnalysisResult first = analyze(subjects, Map.of());
		List<Subject> shuffled = new ArrayList<>(subjects);
		Collections.shuffle(shuffled, new Random(2));
		AnalysisResult second = analyze(shuffled, Map.of());
		for (String array : first.arrays().keySet()) {
			assertArrayEquals(NativeArrays.values(first.arrays().get(array)), NativeArrays.values(second.arrays().get(array)));
		}
		assertEquals(first.findings(), second.findings());
		assertEquals(first.notes(), second.notes());
		assertEquals(first.tables(), second.tables());
	}

	@Test
	void permutedUnitsHaveDistanceZero() throws AnalysisException {
		double[][] recurrent = SubspaceTest.gaussian(6, 6, 5);
		double[][] input = SubspaceTest.gaussian(6, 2, 6);
		int[] order = { 5, 3, 0, 4, 1, 2 };
		double[][] permutedRecurrent = new double[6][6];
		double[][] permutedInput = new double[6][];
		for (int i = 0; i < 6; i++) {
			permutedInput[i] = input[order[i]];
			for (int j = 0; j < 6; j++) {
				permutedRecurrent[i][j] = recurrent[order[i]][order[j]];
			}
		}
		AnalysisResult result = analyze(List.of(subject("a", 0, 0.1, recurrent, input),
				subject("a", 1, 0.1, permutedRecurrent, permutedInput)), Map.of());
		assertEquals(0, NativeArrays.rows(result.arrays().get("distances"))[0][1], 1e-9);
		assertEquals(Verdict.UNDECIDED, result.findings().get(0).verdict());
	}

	@Test
	void angularDistance() throws AnalysisException {
		double plain = NativeArrays.rows(analyze(population(2), Map.of()).arrays().get("distances"))[0][3];
		double angle = NativeArrays.rows(analyze(population(2), Map.of("distance", "angular")).arrays().get("distances"))[0][3];
		assertEquals(Math.acos(1 - plain), angle, 1e-12);
	}

	@Test
	void networkWithFewDimensionsLimitsAll() throws AnalysisException {
		List<Subject> subjects = new ArrayList<>(population(2));
		// Two units see the inputs, four are silent.
		double[][] input = new double[6][2];
		input[0][0] = 1;
		input[1][1] = 1;
		subjects.add(subject("fast", 7, 0.2, new double[6][6], input));
		AnalysisResult result = analyze(subjects, Map.of());
		assertEquals(2, result.values().get("dimensions"));
		assertTrue(result.notes().stream().anyMatch(note -> note.startsWith("Only 2 instead of 3") && note.contains("fast-6-seed-7")),
				result.notes().toString());
		for (double distance : NativeArrays.values(result.arrays().get("distances"))) {
			assertTrue(Double.isFinite(distance));
		}
	}

	@Test
	void networksThatFailAreLeftOut() throws AnalysisException {
		List<Subject> subjects = new ArrayList<>(population(2));
		subjects.add(subject("slow", 9, 0.8, new double[6][6], SubspaceTest.gaussian(6, 2, 1)));
		AnalysisResult result = analyze(subjects, Map.of("maximum-fvu", "0.5"));
		assertEquals(4, result.arrays().get("distances").size(0));
		assertTrue(result.notes().stream().anyMatch(note -> note.startsWith("Left out") && note.contains("slow-6-seed-9 0.8")));
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(subjects, Map.of("maximum-fvu", "0.01"))).getMessage()
				.contains("leaving out 5"));
	}

	@Test
	void errorsAreReadable() {
		List<Subject> subjects = new ArrayList<>(population(1));
		subjects.add(subject("silent", 0, 0.1, new double[6][6], new double[6][2]));
		String silent = assertThrows(AnalysisException.class, () -> analyze(subjects, Map.of())).getMessage();
		assertTrue(silent.contains("silent-6-seed-0") && silent.contains("same at every step"), silent);
		String few = assertThrows(AnalysisException.class, () -> analyze(population(2), Map.of("trials", "1"))).getMessage();
		assertTrue(few.contains("15 samples are too few for 6"), few);
		assertThrows(AnalysisException.class, () -> analyze(population(1).subList(0, 1), Map.of()));
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class,
				() -> new CanonicalCorrelationAnalysis().analyze(request(population(2), Map.of()), cancelled));
	}

	@Test
	void isRegistered() throws Exception {
		Contribution contribution = ContributionRegistry.read().find(ContributionKind.ANALYSIS, "cca").orElseThrow();
		assertFalse(contribution.problem().isPresent());
		assertEquals(Scope.POPULATION, contribution.scope().orElseThrow());
		assertEquals(DECLARATIONS.stream().map(ParameterDeclaration::name).toList(),
				contribution.parameters().stream().map(ParameterDeclaration::name).toList());
		assertTrue(contribution.instantiate(Analysis.class) instanceof CanonicalCorrelationAnalysis);
	}

	private static AnalysisResult analyze(List<Subject> subjects, Map<String, String> parameters) throws AnalysisException {
		return new CanonicalCorrelationAnalysis().analyze(request(subjects, parameters), new NullProgressMonitor());
	}

	private static AnalysisRequest request(List<Subject> subjects, Map<String, String> parameters) {
		return new AnalysisRequest(subjects, Optional.of(new Noise()), Parameters.of(DECLARATIONS, parameters),
				RandomStreams.of(1), RandomStreams.of(2));
	}

	/** "fast" networks that forget at once, and "slow" ones that integrate. */
	private static List<Subject> population(int seeds) {
		List<Subject> subjects = new ArrayList<>();
		for (int seed = 0; seed < seeds; seed++) {
			double[][] recurrent = SubspaceTest.gaussian(6, 6, 100 + seed);
			double[][] slow = new double[6][6];
			for (int i = 0; i < 6; i++) {
				for (int j = 0; j < 6; j++) {
					recurrent[i][j] *= 0.05;
					slow[i][j] = recurrent[i][j] + (i == j ? 0.9 : 0);
				}
			}
			double[][] input = SubspaceTest.gaussian(6, 2, 200 + seed);
			subjects.add(subject("fast", seed, 0.1, recurrent, input));
			subjects.add(subject("slow", seed, 0.2, slow, input));
		}
		return subjects;
	}

	private static Subject subject(String architecture, int seed, double performance, double[][] recurrent, double[][] input) {
		Network network = Network.initialize(new FilterCell(recurrent, input, false), 1, RandomStreams.of(1));
		return new Subject(architecture + "-6-seed-" + seed, architecture, 6, seed, performance, network);
	}

	private static ParameterDeclaration declaration(String name, ParameterType type, String value, String... choices) {
		return new ParameterDeclaration(name, name, type, value, OptionalDouble.empty(), OptionalDouble.empty(),
				List.of(choices), "", "");
	}

	/** Two channels of noise, 15 steps. */
	private record Noise() implements TrialTask {

		@Override
		public int inputs() {
			return 2;
		}

		@Override
		public int outputs() {
			return 1;
		}

		@Override
		public TrialBatch trials(int count, RandomStream random) {
			double[] x = new double[count * 15 * 2];
			for (int i = 0; i < x.length; i++) {
				x[i] = random.nextGaussian();
			}
			return new TrialBatch(NativeArrays.of(x, count, 15, 2), NativeArrays.zeros(count, 15, 1));
		}
	}
}
