package org.nullcline.analysis.residency.internal;

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

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.dynamics.PlantedCircuit;
import org.nullcline.dynamics.ResidencyRegion;
import org.nullcline.linearalgebra.NativeArrays;

class ResidencyAnalysisTest {

	private static Cell cell(String architecture, int inputs, int units, Map<String, String> parameters)
			throws ContributionException {
		Contribution found = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, architecture).orElseThrow();
		return found.instantiate(Architecture.class).create(inputs, units, found.parameters(parameters));
	}

	private static Network planted() throws ContributionException {
		return PlantedCircuit.network(
				cell("vanilla", PlantedCircuit.INPUTS, PlantedCircuit.UNITS, Map.of("nonlinearity", "relu", "biases", "false")));
	}

	private static AnalysisResult analyze(Network network, Map<String, String> given) throws AnalysisException {
		Map<String, String> parameters = new HashMap<>(Map.of("states", "1000", "rollouts", "10"));
		parameters.putAll(given);
		Subject subject = new Subject("imported", "vanilla", network.cell().units(), 0, Double.NaN, network);
		return new ResidencyAnalysis().analyze(new AnalysisRequest(List.of(subject), Optional.empty(),
				contribution().parameters(parameters), RandomStreams.of(1), RandomStreams.of(1)), new NullProgressMonitor());
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "residency").orElseThrow();
	}

	@Test
	void regionsOfANetworkThatDwells() throws Exception {
		AnalysisResult result = analyze(planted(), Map.of());
		Map<String, Double> values = result.values();
		double sum = values.get("transition_share") + values.get("kick_zone_share") + values.get("cluster_share")
				+ values.get("unassigned_share");
		assertEquals(1, sum, 1e-12);
		// It stays for some 25 steps, so most states are in a cluster and few about to leave.
		assertTrue(values.get("cluster_share") > 0.6, values.toString());
		assertTrue(values.get("transition_share") > 0 && values.get("transition_share") < 0.2, values.toString());
		double[] times = NativeArrays.values(result.arrays().get("residency_time"));
		double[] regions = NativeArrays.values(result.arrays().get("region"));
		for (int s = 0; s < times.length; s++) {
			assertEquals(times[s] < 2, regions[s] == ResidencyRegion.TRANSITION.ordinal());
			assertTrue(times[s] >= 1 && times[s] <= 60);
		}
		assertEquals(8, result.findings().size());
		assertEquals(4, result.figures().size());
		result.findings().forEach(finding -> assertTrue(finding.verdict() == Verdict.REPRODUCED || !finding.explanation().isEmpty()));
	}

	/** A rectified network without biases is homogeneous: the level of the noise changes no symbol, so no residency. */
	@Test
	void theNoiseLevelChangesNoResidencyTime() throws Exception {
		double[] one = NativeArrays.values(analyze(planted(), Map.of()).arrays().get("residency_time"));
		double[] four = NativeArrays.values(analyze(planted(), Map.of("deviation", "4")).arrays().get("residency_time"));
		assertArrayEquals(one, four, 1e-9);
	}

	@Test
	void limitsAreParameters() throws Exception {
		Map<String, Double> values = analyze(planted(), Map.of("cluster-above", "1000")).values();
		assertEquals(0, values.get("cluster_share"));
		assertEquals(0, values.get("unassigned_share"));
		AnalysisResult unsure = analyze(planted(), Map.of("cluster-confidence", "1"));
		assertEquals(0, unsure.values().get("cluster_share"));
		assertTrue(unsure.values().get("unassigned_share") > 0.6);
		// Without clusters nothing can be said of them.
		assertEquals(Verdict.UNDECIDED, unsure.findings().get(0).verdict());
		assertThrows(AnalysisException.class, () -> analyze(planted(), Map.of("transition-below", "9")));
	}

	@Test
	void takesAnyCellWithTwoOutputs() throws Exception {
		Network network = Network.initialize(cell("gru", 3, 8, Map.of()), 2, RandomStreams.of(5));
		assertEquals(1000, analyze(network, Map.of("rollouts", "2")).values().get("states"));
	}

	@Test
	void refusesOneOutputAndDivergence() throws Exception {
		Network one = Network.initialize(cell("vanilla", 3, 8, Map.of()), 1, RandomStreams.of(5));
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(one, Map.of())).getMessage().contains("at least two outputs"));
		Network growing = planted();
		growing.weights().get("weight_hh_l0").muli(10);
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(growing, Map.of())).getMessage().contains("diverges"));
	}

	@Test
	void regionsByTimeAndConfidence() {
		ResidencyRegion.Limits limits = new ResidencyRegion.Limits(2, 8, 0.8);
		assertEquals(ResidencyRegion.TRANSITION, ResidencyRegion.of(1.95, 0.9, limits));
		assertEquals(ResidencyRegion.KICK_ZONE, ResidencyRegion.of(2, 0.9, limits));
		assertEquals(ResidencyRegion.KICK_ZONE, ResidencyRegion.of(8, 0.1, limits));
		assertEquals(ResidencyRegion.CLUSTER, ResidencyRegion.of(8.05, 0.81, limits));
		assertEquals(ResidencyRegion.UNASSIGNED, ResidencyRegion.of(8.05, 0.8, limits));
	}

	@Test
	void endsWhenTheUserCancels() throws Exception {
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		Subject subject = new Subject("imported", "vanilla", PlantedCircuit.UNITS, 0, Double.NaN, planted());
		assertThrows(OperationCanceledException.class, () -> new ResidencyAnalysis().analyze(new AnalysisRequest(List.of(subject),
				Optional.empty(), contribution().parameters(Map.of()), RandomStreams.of(1), RandomStreams.of(1)), cancelled));
	}

	@Test
	void isRegistered() throws Exception {
		assertFalse(contribution().problem().isPresent());
		assertTrue(contribution().instantiate(Analysis.class) instanceof ResidencyAnalysis);
		assertEquals(4, Arrays.stream(ResidencyRegion.values()).map(ResidencyRegion::words).distinct().count());
	}
}
