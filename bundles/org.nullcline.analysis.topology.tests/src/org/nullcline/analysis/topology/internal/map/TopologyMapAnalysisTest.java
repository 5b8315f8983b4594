package org.nullcline.analysis.topology.internal.map;

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
import org.nullcline.analysis.topology.internal.FlipFlops;
import org.nullcline.analysis.topology.internal.TopologyAnalysis;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.RequiredResults;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Marker;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Scope;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.similarity.ClusteringFinding;
import org.nullcline.similarity.DistanceMatrix;
import org.nullcline.similarity.Labels;

class TopologyMapAnalysisTest {

	/** Bits of each network, by name; two units a bit. */
	private final Map<String, AnalysisResult> topologies = new HashMap<>();
	private final List<Subject> subjects = new ArrayList<>();

	@Test
	void sameGraphsWhateverTheWeights() throws Exception {
		for (int seed = 0; seed < 4; seed++) {
			add("a", seed, 0.01, 1.5 + 0.2 * seed, 2);
			add("b", seed, 0.01, 2.5, 1.6 + 0.1 * seed);
		}
		AnalysisResult result = analyze(Map.of());
		for (double distance : NativeArrays.values(result.arrays().get("signature"))) {
			assertEquals(0, distance);
		}
		for (double distance : NativeArrays.values(result.arrays().get("edit"))) {
			assertEquals(0, distance);
		}
		assertTrue(result.values().get("mean_distance_spectral") > 0, "kicks of one size do not carry all alike");
		Finding same = result.findings().get(0);
		assertEquals(Verdict.REPRODUCED, same.verdict());
		assertEquals(1, same.value());
		Finding mixing = result.findings().get(1);
		assertTrue(mixing.claim().contains("architecture"));
		assertEquals(Verdict.REPRODUCED, mixing.verdict());
		assertTrue(result.figures().get(0).caption().contains("8 networks, 1 place"), result.figures().get(0).caption());
	}

	@Test
	void differentGraphsClusterByArchitecture() throws Exception {
		for (int seed = 0; seed < 4; seed++) {
			add("a", seed, 0.01, 2, 2);
			add("b", seed, 0.01, 2);
		}
		AnalysisResult result = analyze(Map.of());
		double[][] distances = NativeArrays.rows(result.arrays().get("distances"));
		assertEquals(0, distances[0][1]);
		assertEquals(distances[0][4], distances[5][2]);
		assertTrue(distances[0][4] > 0.3 && distances[0][4] < 1);
		assertEquals(Verdict.NOT_REPRODUCED, result.findings().get(1).verdict());
		assertEquals(1, result.findings().get(1).value(), 1e-12);
		assertEquals(12.0 / 28, result.findings().get(0).value(), 1e-12);
		assertArrayEquals(new double[] { 0, 1, 2, 3, 4, 5, 6, 7 }, NativeArrays.values(result.arrays().get("network")));
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("'signature': L1 distance")));
	}

	/** Networks of two bits are cubes of the task of two bits; those of one bit are not. */
	@Test
	void sharesOfNetworksThatAreCubes() throws Exception {
		for (int seed = 0; seed < 5; seed++) {
			add("a", seed, 0.01, 2, 1.5 + 0.1 * seed);
		}
		for (Finding finding : analyze(2).findings().subList(0, 3)) {
			assertEquals(Verdict.REPRODUCED, finding.verdict(), finding.toString());
			assertEquals(1, finding.value());
			assertEquals(5 / (5 + 1.959964 * 1.959964), finding.interval().low(), 1e-6, "a share of five is not certain");
		}
		for (int seed = 0; seed < 5; seed++) {
			add("b", seed, 0.01, 2);
		}
		for (Finding finding : analyze(2).findings().subList(0, 3)) {
			assertEquals(Verdict.NOT_REPRODUCED, finding.verdict(), finding.toString());
			assertEquals(0.5, finding.value());
		}
	}

	/** The three pairs of three networks are not three certain agreements. */
	@Test
	void identicalGraphsLeaveUncertainty() throws Exception {
		add("a", 0, 0.01, 2);
		add("b", 0, 0.01, 2);
		add("b", 1, 0.01, 2);
		Finding same = analyze(Map.of()).findings().get(0);
		assertEquals(1, same.value());
		assertEquals(1.5 / (1.5 + 1.959964 * 1.959964), same.interval().low(), 1e-6);
		assertEquals(Verdict.UNDECIDED, same.verdict());
	}

	/** A weak tendency that is beyond chance is one in topology as in geometry. */
	@Test
	void weakClustersBeyondChanceAreNoMixing() throws Exception {
		int n = 80;
		double[][] distances = new double[n][n];
		List<String> names = new ArrayList<>();
		List<String> values = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			names.add("network " + i);
			values.add(i % 2 == 0 ? "a" : "b");
			for (int j = 0; j < n; j++) {
				distances[i][j] = Math.abs(place(i) - place(j));
			}
		}
		Labels labels = new Labels("architecture", values);
		Finding mixing = MixingFindings.mixing(ClusteringFinding.of(new DistanceMatrix(names, distances, "line", "on a line"), labels,
				List.of(labels), 999, RandomStreams.of(1).stream("permutations"), new NullProgressMonitor()));
		assertTrue(mixing.value() > 0 && mixing.interval().high() <= 0.25, mixing.toString());
		assertEquals(Verdict.NOT_REPRODUCED, mixing.verdict(), mixing.explanation());
	}

	private static double place(int network) {
		return network / 2 * 0.1 + network % 2 * 1.2;
	}

	@Test
	void figureShowsArchitectureAndNonlinearity() throws Exception {
		for (int seed = 0; seed < 2; seed++) {
			add("a", seed, 0.01, Map.of("nonlinearity", "tanh"), 2, 2);
			add("a", 2 + seed, 0.01, Map.of("nonlinearity", "relu"), 2);
			add("b", seed, 0.01, Map.of("nonlinearity", "tanh"), 2);
		}
		AnalysisResult result = analyze(Map.of("distance", "edit"));
		List<Figure.Points> layers = result.figures().get(0).layers().stream().map(Figure.Points.class::cast).toList();
		assertEquals(List.of("a, relu", "a, tanh", "b, tanh"), layers.stream().map(Figure.Points::name).toList());
		assertEquals(Marker.DOT, layers.get(0).marker());
		assertEquals(layers.get(1).marker(), layers.get(2).marker());
		assertEquals(3, result.findings().size(), "one for each label that varies");
	}

	@Test
	void orderOfNetworksDoesNotMatter() throws Exception {
		add("a", 0, 0.01, 2, 1.5);
		add("a", 1, 0.02, 2);
		add("b", 0, 0.01, 1.7);
		add("b", 1, 0.01, 1.8, 2, 2);
		AnalysisResult first = analyze(Map.of());
		Collections.shuffle(subjects, new Random(1));
		AnalysisResult second = analyze(Map.of());
		for (String name : first.arrays().keySet()) {
			assertArrayEquals(NativeArrays.values(first.arrays().get(name)), NativeArrays.values(second.arrays().get(name)), name);
		}
		assertEquals(first.findings(), second.findings());
		assertEquals(first.notes(), second.notes());
	}

	@Test
	void networksWithoutResultOrSkillAreLeftOut() throws Exception {
		add("a", 0, 0.01, 2);
		add("a", 1, 0.9, 2);
		add("b", 0, 0.01, 2);
		add("b", 1, 0.01, 2);
		topologies.remove("b-seed-0");
		AnalysisResult result = analyze(Map.of("maximum-fvu", "0.5"));
		assertArrayEquals(new double[] { 0, 3 }, NativeArrays.values(result.arrays().get("network")));
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("b-seed-0 (the analysis 'topology' gave no result)")
				&& note.contains("a-seed-1 (leaves 0.9")), result.notes().toString());
		topologies.clear();
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(Map.of())).getMessage().contains("there are none"));
	}

	@Test
	void networkWithoutFixedPoints() throws Exception {
		add("a", 0, 0.01, 2);
		add("a", 1, 0.01, 2);
		topologies.put("a-seed-1", AnalysisResult.builder().value("conditions", 1).build());
		assertEquals(1, NativeArrays.rows(analyze(Map.of()).arrays().get("distances"))[0][1]);
		topologies.put("a-seed-1", AnalysisResult.builder().build());
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(Map.of())).getMessage().contains("no value 'conditions'"));
	}

	@Test
	void isCancelled() throws Exception {
		add("a", 0, 0.01, 2);
		add("b", 0, 0.01, 2);
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> new TopologyMapAnalysis().analyze(request(Map.of()), cancelled));
	}

	@Test
	void isRegistered() throws Exception {
		Contribution contribution = contribution("topology-map");
		assertEquals(Optional.empty(), contribution.problem());
		assertEquals(Scope.POPULATION, contribution.scope().orElseThrow());
		assertTrue(contribution.instantiate(Analysis.class) instanceof TopologyMapAnalysis);
	}

	private void add(String architecture, int seed, double performance, double... weights) throws Exception {
		add(architecture, seed, performance, Map.of(), weights);
	}

	private void add(String architecture, int seed, double performance, Map<String, String> properties, double... weights)
			throws Exception {
		int[] bitOfUnit = FlipFlops.single(weights.length);
		Subject subject = new Subject(architecture + "-seed-" + seed, architecture, 8, seed, performance, properties,
				FlipFlops.network(bitOfUnit, weights));
		subjects.add(subject);
		AnalysisResult points = FlipFlops.fixedPoints(FlipFlops.nodes(bitOfUnit, weights));
		AnalysisRequest request = new AnalysisRequest(List.of(subject), Optional.of(new FlipFlops.Task(weights.length)),
				Parameters.of(contribution("topology").parameters(), Map.of("kicks", "50")), RandomStreams.of(seed),
				RandomStreams.of(0), required(Map.of(subject.name(), points)));
		topologies.put(subject.name(), new TopologyAnalysis().analyze(request, new NullProgressMonitor()));
	}

	private AnalysisResult analyze(Map<String, String> parameters) throws Exception {
		return new TopologyMapAnalysis().analyze(request(parameters), new NullProgressMonitor());
	}

	/** With the task of so many bits. */
	private AnalysisResult analyze(int bits) throws Exception {
		return new TopologyMapAnalysis().analyze(request(Optional.of(new FlipFlops.Task(bits)), Map.of()), new NullProgressMonitor());
	}

	private AnalysisRequest request(Map<String, String> parameters) throws Exception {
		return request(Optional.empty(), parameters);
	}

	private AnalysisRequest request(Optional<TrialTask> task, Map<String, String> parameters) throws Exception {
		return new AnalysisRequest(subjects, task,
				Parameters.of(contribution("topology-map").parameters(), parameters), RandomStreams.of(1), RandomStreams.of(0),
				required(topologies));
	}

	private static Contribution contribution(String id) {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, id).orElseThrow();
	}

	private static RequiredResults required(Map<String, AnalysisResult> results) {
		return new RequiredResults() {
			@Override
			public Optional<AnalysisResult> ofNetwork(String analysis, Subject subject) {
				return Optional.ofNullable(results.get(subject.name()));
			}

			@Override
			public Optional<AnalysisResult> ofPopulation(String analysis) {
				return Optional.empty();
			}
		};
	}
}
