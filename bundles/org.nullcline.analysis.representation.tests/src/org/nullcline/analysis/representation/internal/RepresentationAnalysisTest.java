package org.nullcline.analysis.representation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.network.Network;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

class RepresentationAnalysisTest {

	private static final List<ParameterDeclaration> DECLARATIONS = ContributionRegistry.read()
			.find(ContributionKind.ANALYSIS, "representation").orElseThrow().parameters();
	private static final Map<String, String> SMALL = Map.of("components", "3", "trials", "20", "permutations", "200");

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
		assertEquals(3, result.values().get("components"));
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("1 - the mean canonical correlation of the first 3")));
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("fast-6-seed-0 0.1")), result.notes().toString());
	}

	@Test
	void figuresNameTheNetworks() throws AnalysisException {
		AnalysisResult result = analyze(population(2), Map.of());
		Figure map = result.figures().get(0);
		assertEquals(List.of("fast", "slow"), map.layers().stream().map(Figure.Layer::name).toList());
		assertEquals(List.of("fast-6-seed-0", "fast-6-seed-1"), ((Figure.Points) map.layers().get(0)).labels());
		Figure.Grid grid = (Figure.Grid) result.figures().get(1).layers().get(0);
		assertEquals(List.of("fast-6-seed-0", "fast-6-seed-1", "slow-6-seed-0", "slow-6-seed-1"), grid.rows().stream().sorted().toList());
		assertEquals(grid.rows(), grid.columns());
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
		double[][] recurrent = Gaussian.samples(6, 6, 5);
		double[][] input = Gaussian.samples(6, 2, 6);
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
		double angle = NativeArrays.rows(analyze(population(2), Map.of("measure-settings", "form=angular")).arrays().get("distances"))[0][3];
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
		assertEquals(2, result.values().get("components"));
		assertTrue(result.notes().stream().anyMatch(note -> note.startsWith("Only 2 instead of 3") && note.contains("fast-6-seed-7")),
				result.notes().toString());
		for (double distance : NativeArrays.values(result.arrays().get("distances"))) {
			assertTrue(Double.isFinite(distance));
		}
	}

	@Test
	void networksThatFailAreLeftOut() throws AnalysisException {
		List<Subject> subjects = new ArrayList<>(population(2));
		subjects.add(subject("slow", 9, 0.8, new double[6][6], Gaussian.samples(6, 2, 1)));
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
		assertTrue(silent.contains("silent-6-seed-0") && silent.contains("the same in every sample"), silent);
		String few = assertThrows(AnalysisException.class, () -> analyze(population(2), Map.of("trials", "1", "components", "4"))).getMessage();
		assertTrue(few.contains("15 samples are too few"), few);
		assertThrows(AnalysisException.class, () -> analyze(population(1).subList(0, 1), Map.of()));
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class,
				() -> new RepresentationAnalysis().analyze(request(population(2), Map.of()), cancelled));
	}

	@Test
	void isRegistered() throws Exception {
		var contribution = ContributionRegistry.read().find(ContributionKind.ANALYSIS, "representation").orElseThrow();
		assertFalse(contribution.problem().isPresent());
		assertEquals(Scope.POPULATION, contribution.scope().orElseThrow());
		assertTrue(contribution.instantiate(Analysis.class) instanceof RepresentationAnalysis);
	}

	@Test
	void everyMeasureStandsInOneTable() throws AnalysisException {
		AnalysisResult result = analyze(population(4), Map.of());
		Table table = result.tables().stream().filter(t -> t.title().equals("Measures beside each other")).findFirst().orElseThrow();
		assertEquals(List.of("svcca", "cca", "pwcca", "procrustes", "cka", "rsa"),
				table.rows().stream().map(row -> row.get(0)).distinct().toList());
		for (String measure : List.of("cca", "pwcca", "procrustes", "cka", "rsa")) {
			assertArrayEquals(new long[] { 8, 8 }, result.arrays().get("distances-" + measure).shape());
			assertTrue(result.notes().stream().anyMatch(note -> note.startsWith("Distance " + measure + ": ")), measure);
		}
	}

	@Test
	void sweepShowsTheDependenceOnComponents() throws AnalysisException {
		AnalysisResult result = analyze(population(2), Map.of("sweep", "1, 2, 4, 30"));
		Table table = result.tables().stream().filter(t -> t.title().startsWith("Distances by number")).findFirst().orElseThrow();
		assertEquals(List.of("1", "2", "3", "4"), table.rows().stream().map(row -> row.get(0)).toList(), "30 do not exist");
		assertEquals(String.format(java.util.Locale.ROOT, "%.4g", result.values().get("mean_distance")), table.rows().get(2).get(1));
		double alone = analyze(population(2), Map.of("sweep", "", "components", "2")).values().get("mean_distance");
		assertEquals(String.format(java.util.Locale.ROOT, "%.4g", alone), table.rows().get(1).get(1));
	}

	@Test
	void sweepIsCutToTheSamples() throws AnalysisException {
		// 15 samples are enough for 3 components, but not for the 6 in which the states vary.
		AnalysisResult result = analyze(population(2), Map.of("trials", "1"));
		Table table = result.tables().stream().filter(t -> t.title().startsWith("Distances by number")).findFirst().orElseThrow();
		assertEquals(List.of("1", "2", "3"), table.rows().stream().map(row -> row.get(0)).toList());
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("numbers of components: 5, 10, 20, 50. ")
				&& note.contains("15 samples")), result.notes().toString());
	}

	@Test
	void everyLabelThatVariesIsTested() throws AnalysisException {
		List<Subject> subjects = new ArrayList<>();
		for (Subject subject : population(4)) {
			subjects.add(new Subject(subject.name(), "cell", 6, subject.seed(), subject.performance(),
					Map.of("nonlinearity", subject.architecture(), "l2", subject.seed() % 2 == 0 ? "1e-5" : "1e-3"), subject.network()));
		}
		AnalysisResult result = analyze(subjects, Map.of());
		assertEquals(List.of("Networks cluster by architecture in representational geometry.",
				"Networks cluster by nonlinearity in representational geometry."),
				result.findings().stream().map(Finding::claim).filter(claim -> claim.contains("cluster by")).toList(),
				"nothing was published about l2");
		assertTrue(result.values().containsKey("silhouette_l2"));
		Figure map = result.figures().get(0);
		assertEquals(List.of("cell, fast", "cell, slow"), map.layers().stream().map(Figure.Layer::name).toList());
		assertFalse(((Figure.Points) map.layers().get(0)).marker() == ((Figure.Points) map.layers().get(1)).marker());
	}

	@Test
	void geometryCanDifferAtEqualPerformance() throws AnalysisException {
		List<Subject> subjects = new ArrayList<>();
		for (Subject subject : population(4)) {
			subjects.add(new Subject(subject.name(), subject.architecture(), 6, subject.seed(), 0.011 + 0.001 * subject.seed(),
					subject.network()));
		}
		Finding finding = dissociation(subjects, Map.of());
		assertEquals(Verdict.REPRODUCED, finding.verdict(), finding.explanation());
		assertTrue(finding.value() > 1 && finding.interval().low() > 1, finding.toString());
		assertTrue(finding.explanation().contains("over 16 such pairs") && finding.explanation().contains("over 12 from the same cell"),
				finding.explanation());
		assertEquals(Verdict.UNDECIDED, dissociation(subjects, Map.of("solved-fvu", "0.01")).verdict());
		assertTrue(dissociation(subjects, Map.of("equal-fvu", "0")).explanation().contains("4 are from different cells of the grid and 0"));
	}

	private static Finding dissociation(List<Subject> subjects, Map<String, String> parameters) throws AnalysisException {
		return analyze(subjects, parameters).findings().stream().filter(f -> f.claim().contains("equally well")).findFirst().orElseThrow();
	}

	@Test
	void otherMeasures() throws AnalysisException {
		AnalysisResult result = analyze(population(2), Map.of("measure", "procrustes", "measure-settings", "form=euclidean", "beside", ""));
		assertFalse(result.values().containsKey("components"));
		assertTrue(result.notes().stream().anyMatch(note -> note.startsWith("Distance procrustes: Euclidean distance")));
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(population(2), Map.of("measure", "cosine"))).getMessage()
				.contains("no distance 'cosine'; there are"));
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(population(2), Map.of("measure-settings", "form=odd")))
				.getMessage().contains("'form'"));
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(population(2), Map.of("sweep", "1, x"))).getMessage()
				.contains("'sweep'"));
	}

	@Test
	void fewerSamplesAndFullStates() throws AnalysisException {
		AnalysisResult result = analyze(population(2), Map.of("samples", "120", "state", "full"));
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("over 120 of 300 states, evenly spaced")
				&& note.contains("full state")), result.notes().toString());
	}

	@Test
	void arraysFitTogether() throws AnalysisException {
		AnalysisResult result = analyze(population(3), Map.of("map", "classical"));
		assertArrayEquals(NativeArrays.values(result.arrays().get("embedding-classical")),
				NativeArrays.values(result.arrays().get("embedding")));
		assertArrayEquals(new long[] { 5, 4 }, result.arrays().get("linkage").shape());
		Figure.Grid heatMap = (Figure.Grid) result.figures().get(1).layers().get(0);
		double[] order = NativeArrays.values(result.arrays().get("order"));
		double[][] distances = NativeArrays.rows(result.arrays().get("distances"));
		assertEquals(distances[(int) order[0]][(int) order[3]], heatMap.values()[0][3]);
	}

	private static AnalysisResult analyze(List<Subject> subjects, Map<String, String> parameters) throws AnalysisException {
		return new RepresentationAnalysis().analyze(request(subjects, parameters), new NullProgressMonitor());
	}

	private static AnalysisRequest request(List<Subject> subjects, Map<String, String> parameters) {
		Map<String, String> merged = new HashMap<>(SMALL);
		merged.putAll(parameters);
		return new AnalysisRequest(subjects, Optional.of(new Noise()), Parameters.of(DECLARATIONS, merged),
				RandomStreams.of(1), RandomStreams.of(2));
	}

	/** "fast" networks that forget at once, and "slow" ones that integrate. */
	private static List<Subject> population(int seeds) {
		List<Subject> subjects = new ArrayList<>();
		for (int seed = 0; seed < seeds; seed++) {
			double[][] recurrent = Gaussian.samples(6, 6, 100 + seed);
			double[][] slow = new double[6][6];
			for (int i = 0; i < 6; i++) {
				for (int j = 0; j < 6; j++) {
					recurrent[i][j] *= 0.05;
					slow[i][j] = recurrent[i][j] + (i == j ? 0.9 : 0);
				}
			}
			double[][] input = Gaussian.samples(6, 2, 200 + seed);
			subjects.add(subject("fast", seed, 0.1, recurrent, input));
			subjects.add(subject("slow", seed, 0.2, slow, input));
		}
		return subjects;
	}

	private static Subject subject(String architecture, int seed, double performance, double[][] recurrent, double[][] input) {
		Network network = Network.initialize(new FilterCell(recurrent, input, false), 1, RandomStreams.of(1));
		return new Subject(architecture + "-6-seed-" + seed, architecture, 6, seed, performance, network);
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
