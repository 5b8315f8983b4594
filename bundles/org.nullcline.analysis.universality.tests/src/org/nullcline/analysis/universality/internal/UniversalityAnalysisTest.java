package org.nullcline.analysis.universality.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.RequiredResults;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.similarity.ComparedOrder;

class UniversalityAnalysisTest {

	private final List<Subject> subjects = new ArrayList<>();
	private final Map<String, AnalysisResult> results = new HashMap<>();

	@Test
	void geometryClustersAndTopologyDoesNot() throws Exception {
		population(5);
		distances("representation", 0.8, 0.2);
		distances("topology-map", 0.1, 0.1);
		AnalysisResult result = analyze();
		Finding clusters = result.findings().get(0);
		assertTrue(clusters.claim().contains("architecture"));
		assertEquals(Verdict.REPRODUCED, clusters.verdict(), clusters.explanation());
		assertTrue(clusters.interval().low() <= clusters.value() && clusters.value() <= clusters.interval().high());
		assertTrue(clusters.value() < -0.5);
		Finding means = result.findings().get(1);
		assertEquals(Verdict.REPRODUCED, means.verdict(), means.explanation());
		assertEquals(result.values().get("mean_topology") - result.values().get("mean_geometry"), means.value(), 1e-12);
		assertEquals(2, result.findings().size(), "nothing was published about the relation of the two");
	}

	@Test
	void theOppositeIsSaidToo() throws Exception {
		population(5);
		distances("representation", 0.1, 0.1);
		distances("topology-map", 0.8, 0.2);
		AnalysisResult result = analyze();
		Finding clusters = result.findings().get(0);
		assertEquals(Verdict.UNDECIDED, clusters.verdict());
		assertTrue(clusters.explanation().contains("no clusters beyond chance to be weaker than"), clusters.explanation());
		assertEquals(Verdict.NOT_REPRODUCED, result.findings().get(1).verdict());
	}

	@Test
	void strongerClustersInTopologyAreSaidToo() throws Exception {
		population(5);
		distances("representation", 0.4, 0.2);
		distances("topology-map", 0.8, 0.1);
		assertEquals(Verdict.NOT_REPRODUCED, analyze().findings().get(0).verdict());
	}

	@Test
	void labelsThatNothingWasPublishedAboutHaveNoVerdict() throws Exception {
		population(4);
		subjects.replaceAll(s -> new Subject(s.name(), "a", 1, s.seed(), 0.01, Map.of("l2", s.architecture()), s.network()));
		distances("representation", 0.8, 0.2);
		distances("topology-map", 0.1, 0.1);
		AnalysisResult result = analyze();
		assertEquals(1, result.findings().size());
		assertTrue(result.values().containsKey("silhouette_topology_l2"));
	}

	@Test
	void sameDistancesDecideNothingAndAreRelated() throws Exception {
		population(4);
		distances("representation", 0.8, 0.2);
		results.put("topology-map", results.get("representation"));
		AnalysisResult result = analyze();
		assertEquals(Verdict.UNDECIDED, result.findings().get(0).verdict());
		assertEquals(0, result.findings().get(0).value(), 1e-12);
		assertEquals(1, result.values().get("rank_correlation"), 1e-12);
	}

	@Test
	void oneGraphForAll() throws Exception {
		population(4);
		distances("representation", 0.8, 0.2);
		results.put("topology-map", result(new double[8][8], subjects));
		AnalysisResult result = analyze();
		assertEquals(Verdict.REPRODUCED, result.findings().get(0).verdict());
		assertEquals(Verdict.REPRODUCED, result.findings().get(1).verdict());
		assertTrue(Double.isNaN(result.values().get("rank_correlation")));
		assertEquals(0, result.values().get("mean_topology"));
	}

	@Test
	void tooFewNetworksDecideNothing() throws Exception {
		population(2);
		distances("representation", 0.8, 0.2);
		distances("topology-map", 0.1, 0.1);
		AnalysisResult result = analyze();
		assertEquals(Verdict.UNDECIDED, result.findings().get(0).verdict());
		assertTrue(result.findings().get(0).explanation().contains("at least 3"));
	}

	@Test
	void rowsAreMatchedByNetworkWhateverTheirOrder() throws Exception {
		population(4);
		distances("representation", 0.8, 0.2);
		distances("topology-map", 0.5, 0.1);
		AnalysisResult first = analyze();
		double[][] topology = NativeArrays.rows(results.get("topology-map").arrays().get("distances"));
		List<Subject> shuffled = new ArrayList<>(subjects);
		Collections.shuffle(shuffled, new Random(3));
		double[][] moved = new double[8][8];
		for (int i = 0; i < 8; i++) {
			for (int j = 0; j < 8; j++) {
				moved[i][j] = topology[subjects.indexOf(shuffled.get(i))][subjects.indexOf(shuffled.get(j))];
			}
		}
		results.put("topology-map", result(moved, shuffled));
		Collections.reverse(subjects);
		AnalysisResult second = analyze();
		assertEquals(first.findings(), second.findings());
		assertEquals(first.notes(), second.notes());
		for (String name : first.arrays().keySet()) {
			assertArrayEquals(NativeArrays.values(first.arrays().get(name)), NativeArrays.values(second.arrays().get(name)), name);
		}
	}

	@Test
	void networksThatOneLeftOutAreNamed() throws Exception {
		population(4);
		distances("representation", 0.8, 0.2);
		double[][] seven = new double[7][7];
		results.put("topology-map", result(seven, subjects.subList(1, 8)));
		AnalysisResult result = analyze();
		assertEquals(7, result.arrays().get("geometry").size(0));
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("left out: a-seed-0")), result.notes().toString());
	}

	@Test
	void distancesAboveOneAreDivided() throws Exception {
		population(4);
		distances("representation", 8, 2);
		distances("topology-map", 0.1, 0.1);
		AnalysisResult result = analyze();
		double largest = java.util.Arrays.stream(NativeArrays.values(result.arrays().get("geometry"))).max().orElseThrow();
		assertEquals(1, largest, 1e-12);
		assertTrue(result.notes().get(0).contains("divided by the largest"));
	}

	@Test
	void figuresShowEachPair() throws Exception {
		population(3);
		distances("representation", 0.8, 0.2);
		distances("topology-map", 0.1, 0.1);
		AnalysisResult result = analyze();
		List<Figure.Layer> layers = result.figures().get(0).layers();
		assertEquals(15, layers.stream().mapToInt(layer -> ((Figure.Points) layer).x().length).sum());
		Figure.Line curve = (Figure.Line) result.figures().get(1).layers().get(0);
		assertEquals(1, curve.y()[curve.y().length - 1]);
		assertEquals(0, curve.y()[0]);
	}

	@Test
	void errorsAndCancellation() throws Exception {
		population(3);
		assertTrue(assertThrows(AnalysisException.class, this::analyze).getMessage().contains("'representation' gave no result"));
		distances("representation", 0.8, 0.2);
		assertTrue(assertThrows(AnalysisException.class, this::analyze).getMessage().contains("'topology-map' gave no result"));
		results.put("topology-map", AnalysisResult.builder().array("distances", NativeArrays.zeros(6, 6)).build());
		assertTrue(assertThrows(AnalysisException.class, this::analyze).getMessage().contains("no array 'network'"));
		results.put("topology-map", result(new double[2][2], subjects.subList(0, 2)));
		assertTrue(assertThrows(AnalysisException.class, this::analyze).getMessage().contains("at least three"));
		results.put("topology-map", AnalysisResult.builder().array("distances", NativeArrays.zeros(6, 6))
				.array("network", NativeArrays.of(new double[] { 0, 1, 2, 3, 4, 17 }, 6)).build());
		assertTrue(assertThrows(AnalysisException.class, this::analyze).getMessage().contains("about other networks"));
		distances("topology-map", 0.1, 0.1);
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> new UniversalityAnalysis().analyze(request(), cancelled));
	}

	@Test
	void isRegistered() throws Exception {
		Contribution contribution = contribution();
		assertEquals(Optional.empty(), contribution.problem());
		assertEquals(Scope.POPULATION, contribution.scope().orElseThrow());
		assertTrue(contribution.instantiate(Analysis.class) instanceof UniversalityAnalysis);
	}

	/** Two architectures. */
	private void population(int seeds) {
		for (String architecture : List.of("a", "b")) {
			for (int seed = 0; seed < seeds; seed++) {
				subjects.add(new Subject(architecture + "-seed-" + seed, architecture, 1, seed, 0.01,
						Network.initialize(new NoCell(), 1, RandomStreams.of(1))));
			}
		}
	}

	/** About {@code between} from one architecture to the other and {@code within} in one, with some scatter. */
	private void distances(String analysis, double between, double within) {
		RandomStream random = RandomStreams.of(7).stream(analysis);
		int n = subjects.size();
		double[][] distances = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < i; j++) {
				boolean same = subjects.get(i).architecture().equals(subjects.get(j).architecture());
				distances[i][j] = (same ? within : between) * (1 + 0.2 * random.nextDouble());
				distances[j][i] = distances[i][j];
			}
		}
		results.put(analysis, result(distances, subjects));
	}

	private AnalysisResult result(double[][] distances, List<Subject> rows) {
		INDArray positions = ComparedOrder.positions(subjects, rows);
		return AnalysisResult.builder().array("distances", NativeArrays.of(distances)).array(ComparedOrder.ARRAY, positions).build();
	}

	private AnalysisResult analyze() throws AnalysisException {
		return new UniversalityAnalysis().analyze(request(), new NullProgressMonitor());
	}

	private AnalysisRequest request() {
		return new AnalysisRequest(subjects, Optional.empty(),
				Parameters.of(contribution().parameters(), Map.of("resamples", "300", "permutations", "199")), RandomStreams.of(1),
				RandomStreams.of(0), new RequiredResults() {
					@Override
					public Optional<AnalysisResult> ofNetwork(String analysis, Subject subject) {
						return Optional.empty();
					}

					@Override
					public Optional<AnalysisResult> ofPopulation(String analysis) {
						return Optional.ofNullable(results.get(analysis));
					}
				});
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "universality").orElseThrow();
	}

	/** Networks are never run here. */
	private record NoCell() implements Cell {

		@Override
		public int inputs() {
			return 1;
		}

		@Override
		public int units() {
			return 1;
		}

		@Override
		public StateLayout state() {
			return StateLayout.hidden(1);
		}

		@Override
		public List<WeightDeclaration> weights() {
			return List.of();
		}

		@Override
		public void initialize(Weights weights, RandomStreams random) {
			// There are none.
		}

		@Override
		public INDArray step(Weights weights, INDArray inputs, INDArray state) {
			throw new UnsupportedOperationException();
		}
	}
}
