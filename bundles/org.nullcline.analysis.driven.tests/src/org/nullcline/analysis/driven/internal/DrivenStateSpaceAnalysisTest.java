package org.nullcline.analysis.driven.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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
import org.nullcline.core.analysis.ParameterValueException;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionException;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.dynamics.PlantedCircuit;
import org.nullcline.dynamics.PlantedMarkovChain;
import org.nullcline.hmm.HiddenMarkovFamilies;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.HiddenMarkovTask;

class DrivenStateSpaceAnalysisTest {

	private record Emulation(HiddenMarkovModel model, int inputs) implements HiddenMarkovTask {

		@Override
		public int steps() {
			return 30;
		}

		@Override
		public double noiseDeviation() {
			return 1;
		}

		@Override
		public TrialBatch trials(int count, RandomStream random) {
			throw new UnsupportedOperationException();
		}
	}

	private static Cell cell(String architecture, int inputs, int units, Map<String, String> parameters)
			throws ContributionException {
		Contribution found = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, architecture).orElseThrow();
		return found.instantiate(Architecture.class).create(inputs, units, found.parameters(parameters));
	}

	private static Network planted() throws ContributionException {
		return PlantedCircuit.network(
				cell("vanilla", PlantedCircuit.INPUTS, PlantedCircuit.UNITS, Map.of("nonlinearity", "relu", "biases", "false")));
	}

	private static AnalysisResult analyze(Network network, TrialTask task, Map<String, String> given) throws AnalysisException {
		return analyze(network, task, given, new NullProgressMonitor());
	}

	private static AnalysisResult analyze(Network network, TrialTask task, Map<String, String> given, NullProgressMonitor monitor)
			throws AnalysisException {
		Map<String, String> parameters = new HashMap<>(Map.of("steps", "3000", "level-steps", "500"));
		parameters.putAll(given);
		Subject subject = new Subject("imported", "vanilla", network.cell().units(), 0, Double.NaN, network);
		return new DrivenStateSpaceAnalysis().analyze(new AnalysisRequest(List.of(subject), Optional.ofNullable(task),
				contribution().parameters(parameters), RandomStreams.of(1), RandomStreams.of(1)), monitor);
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "driven-state-space").orElseThrow();
	}

	private static Finding finding(AnalysisResult result, String words) {
		return result.findings().stream().filter(finding -> finding.claim().contains(words)).findFirst().orElseThrow();
	}

	/** Two kick triplets fire in turn on the way there and on the way back, so the two ways differ: an orbit. */
	@Test
	void thePlantedCircuit() throws Exception {
		AnalysisResult result = analyze(planted(), new Emulation(HiddenMarkovFamilies.linearChain(2), PlantedCircuit.INPUTS), Map.of());
		assertEquals(Verdict.REPRODUCED, finding(result, "come to rest").verdict());
		assertTrue(result.values().get("rest_from_origin") < 1e-6);
		assertEquals(Verdict.REPRODUCED, finding(result, "one orbit for each pair").verdict());
		assertEquals(1, result.values().get("orbits"));
		for (String claim : List.of("proportional", "scale exactly", "do not depend", "origin is a fixed point")) {
			assertEquals(Verdict.REPRODUCED, finding(result, claim).verdict(), claim);
		}
		assertTrue(finding(result, "one direction").interval().method().contains("round trips"));
		assertEquals(5, result.figures().size());
		result.findings().forEach(finding -> assertFalse(finding.explanation().isEmpty()));
	}

	/** Biases give the network a scale of its own. */
	@Test
	void homogeneityIsNotAskedOfNetworksWithBiases() throws Exception {
		Network biased = Network.initialize(cell("vanilla", 3, 12, Map.of("nonlinearity", "relu")), 3, RandomStreams.of(5));
		biased.weights().arrays().forEach((name, array) -> {
			if (name.startsWith("bias")) {
				array.assign(0.5);
			}
		});
		AnalysisResult result = analyze(biased, null, Map.of());
		assertTrue(result.findings().stream().noneMatch(finding -> finding.claim().contains("scale exactly")));
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("do not apply: the units have biases")), result.notes().toString());
		assertEquals(Verdict.NOT_REPRODUCED, finding(result, "proportional").verdict());
		assertEquals(Verdict.UNDECIDED, finding(result, "one orbit for each pair").verdict());
	}

	@Test
	void orbitsOfAFullyConnectedModelAndOfARing() throws Exception {
		for (HiddenMarkovModel model : List.of(HiddenMarkovFamilies.fullyConnected(), HiddenMarkovFamilies.cyclic())) {
			Network network = PlantedMarkovChain.network(model.start(), model.transition(), model.emission());
			Map<String, String> brief = Map.of("steps", "1500", "level-steps", "50", "rest-steps", "20");
			AnalysisResult result = analyze(network, new Emulation(model, PlantedMarkovChain.INPUTS), brief);
			assertEquals(Verdict.REPRODUCED, finding(result, "one orbit for each pair").verdict());
			assertEquals(model.states() == 3 ? 3 : 2, result.values().get("orbits"));
			// One-hot states jump along the line between two points: no round trip goes round.
			assertEquals(Verdict.NOT_REPRODUCED, finding(result, "one direction").verdict());
			// A chain without input keeps its state.
			assertEquals(Verdict.NOT_REPRODUCED, finding(result, "come to rest").verdict());
			AnalysisResult other = analyze(network, new Emulation(HiddenMarkovFamilies.linearChain(3), PlantedMarkovChain.INPUTS), brief);
			assertEquals(Verdict.NOT_REPRODUCED, finding(other, "one orbit for each pair").verdict());
		}
	}

	/** The line around 95 % of a normal distribution is an ellipse of 2.45 standard deviations, widened by the kernel. */
	@Test
	void theContourOfANormalDistribution() {
		Random random = new Random(2);
		double[][] points = new double[4000][];
		Arrays.setAll(points, k -> new double[] { random.nextGaussian(), 2 * random.nextGaussian() });
		double[][] line = new DensityContour(points, 1).outside(0.05);
		double widened = Math.sqrt(1 + Math.pow(4000, -1.0 / 3)) * 2.448;
		for (int k = 0; k < line[0].length; k++) {
			if (!Double.isNaN(line[0][k])) {
				assertEquals(widened, Math.hypot(line[0][k], line[1][k] / 2), 0.35);
			}
		}
		assertTrue(line[0].length > 100);
	}

	@Test
	void refusesWrongLevelsAndDivergence() throws Exception {
		for (String levels : List.of("a", "0, 1", "-1", "")) {
			assertTrue(assertThrows(ParameterValueException.class, () -> analyze(planted(), null, Map.of("levels", levels))).getMessage()
					.contains("levels"), levels);
		}
		Network growing = planted();
		growing.weights().get("weight_hh_l0").muli(10);
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(growing, null, Map.of())).getMessage().contains("diverges"));
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> analyze(planted(), null, Map.of(), cancelled));
	}

	@Test
	void isRegistered() throws Exception {
		assertFalse(contribution().problem().isPresent());
		assertTrue(contribution().instantiate(Analysis.class) instanceof DrivenStateSpaceAnalysis);
	}
}
