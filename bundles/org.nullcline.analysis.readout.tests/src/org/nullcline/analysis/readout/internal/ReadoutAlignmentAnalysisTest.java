package org.nullcline.analysis.readout.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.linearalgebra.NativeArrays;

class ReadoutAlignmentAnalysisTest {

	private static final int UNITS = 30;

	/** Units 0 and 1 vary most by far; two outputs of opposite signs read a part of that plane. */
	private static Network network(double within) throws Exception {
		Contribution vanilla = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, "vanilla").orElseThrow();
		Network network = Network.initialize(vanilla.instantiate(Architecture.class).create(UNITS, UNITS, vanilla.parameters(Map.of())),
				2, RandomStreams.of(3));
		double[][] input = new double[UNITS][UNITS];
		double[][] readout = new double[2][UNITS];
		for (int i = 0; i < UNITS; i++) {
			input[i][i] = i < 2 ? 0.5 : 0.02;
		}
		readout[0][0] = within;
		readout[0][5] = Math.sqrt(1 - within * within);
		for (int i = 0; i < UNITS; i++) {
			readout[1][i] = -2 * readout[0][i];
		}
		network.weights().get("weight_hh_l0").assign(0);
		network.weights().get("weight_ih_l0").assign(NativeArrays.of(input));
		network.weights().get(Network.READOUT_WEIGHT).assign(NativeArrays.of(readout));
		return network;
	}

	private static AnalysisResult analyze(Network network, Map<String, String> given, NullProgressMonitor monitor)
			throws AnalysisException {
		Map<String, String> parameters = new HashMap<>(Map.of("steps", "1000", "random-directions", "300"));
		parameters.putAll(given);
		return new ReadoutAlignmentAnalysis().analyze(new AnalysisRequest(
				List.of(new Subject("planted", "vanilla", network.cell().units(), 0, Double.NaN, network)), Optional.empty(),
				contribution().parameters(parameters), RandomStreams.of(1), RandomStreams.of(1)), monitor);
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "readout-alignment").orElseThrow();
	}

	@Test
	void theLengthOfTheProjection() throws Exception {
		for (double within : new double[] { 0.9, 0.6 }) {
			AnalysisResult result = analyze(network(within), Map.of(), new NullProgressMonitor());
			assertEquals(within, result.values().get("alignment"), 0.02);
			assertEquals(Verdict.REPRODUCED, result.findings().getFirst().verdict());
			assertTrue(result.findings().getFirst().interval().low() <= result.values().get("alignment"));
		}
		AnalysisResult outside = analyze(network(0.1), Map.of(), new NullProgressMonitor());
		assertEquals(Verdict.NOT_REPRODUCED, outside.findings().getFirst().verdict());
		// sqrt(pi / (2 n)) for a random direction and a plane, nearly.
		assertEquals(Math.sqrt(Math.PI / 2 / UNITS), outside.values().get("alignment_by_chance"), 0.02);
	}

	@Test
	void thePlaneIsThatOfThePrincipalComponents() {
		Random random = new Random(1);
		double[][] states = new double[400][6];
		for (double[] state : states) {
			double a = random.nextGaussian();
			double b = random.nextGaussian();
			for (int i = 0; i < 6; i++) {
				state[i] = 3 + a * i + b * (5 - i) * (i % 2 == 0 ? 1 : -1) + 0.1 * random.nextGaussian();
			}
		}
		double[][] plane = new BlockCovariance(states, 4).plane(new int[] { 0, 1, 2, 3 });
		double[][] expected = NativeArrays.rows(PrincipalComponents.of(states).components());
		for (int k = 0; k < 2; k++) {
			assertEquals(1, BlockCovariance.projection(expected[k], plane), 1e-9);
		}
		assertEquals(0, BlockCovariance.projection(expected[4], plane), 1e-6);
	}

	@Test
	void refusesWhatHasNoPlane() throws Exception {
		Network network = network(0.5);
		network.weights().get(Network.READOUT_WEIGHT).assign(0);
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(network, Map.of(), new NullProgressMonitor())).getMessage()
				.contains("minimum-share"));
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> analyze(network(0.5), Map.of(), cancelled));
	}

	@Test
	void isRegistered() throws Exception {
		assertFalse(contribution().problem().isPresent());
		assertTrue(contribution().instantiate(Analysis.class) instanceof ReadoutAlignmentAnalysis);
	}
}
