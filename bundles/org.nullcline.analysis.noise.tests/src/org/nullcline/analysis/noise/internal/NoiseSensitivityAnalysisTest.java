package org.nullcline.analysis.noise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
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
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.PlantedCircuit;
import org.nullcline.linearalgebra.NativeArrays;

class NoiseSensitivityAnalysisTest {

	private static final GaussianNoise FRESH = GaussianNoise.of(RandomStreams.of(3).stream("fresh"));

	private static Network planted() throws Exception {
		Contribution vanilla = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, "vanilla").orElseThrow();
		return PlantedCircuit.network(vanilla.instantiate(Architecture.class).create(PlantedCircuit.INPUTS, PlantedCircuit.UNITS,
				vanilla.parameters(Map.of("nonlinearity", "relu", "biases", "false"))));
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "noise-sensitivity").orElseThrow();
	}

	private static AnalysisResult analyze(Network network, Map<String, String> given) throws AnalysisException {
		Map<String, String> parameters = new HashMap<>(Map.of("runs", "6", "steps", "1000", "probes", "50"));
		parameters.putAll(given);
		Subject subject = new Subject("imported", "vanilla", network.cell().units(), 0, Double.NaN, network);
		return new NoiseSensitivityAnalysis().analyze(new AnalysisRequest(List.of(subject), Optional.empty(),
				contribution().parameters(parameters), RandomStreams.of(1), RandomStreams.of(1)), new NullProgressMonitor());
	}

	private static double[][] nominal() {
		double[][] noise = new double[5][PlantedCircuit.INPUTS];
		for (int t = 0; t < noise.length; t++) {
			GaussianNoise.of(RandomStreams.of(4).stream("nominal")).fill(0, t, noise[t], 0, noise[t].length);
		}
		return noise;
	}

	/** Without fresh noise all trajectories are one, exactly. */
	@Test
	void nominalNoiseAloneSpreadsNothing() throws Exception {
		double[] state = new double[PlantedCircuit.UNITS];
		java.util.Arrays.fill(state, 0.3);
		Divergence none = Divergence.of(planted(), state, nominal(), 0, 100, FRESH, 1);
		for (int t = 0; t < 5; t++) {
			assertEquals(0.0, none.trace()[t]);
			assertEquals(0.0, none.distance()[t]);
		}
		assertEquals(0.0, none.driveTrace());
	}

	/** Before the nonlinearity, the covariance of the first step is gamma^2 V V': a quarter at a half. */
	@Test
	void driveCovarianceGrowsWithTheSquareOfTheShare() throws Exception {
		double[] state = new double[PlantedCircuit.UNITS];
		Divergence half = Divergence.of(planted(), state, nominal(), 0.5, 400, FRESH, 1);
		Divergence whole = Divergence.of(planted(), state, nominal(), 1, 400, FRESH, 1);
		assertEquals(0.25, half.driveTrace() / whole.driveTrace(), 1e-12);
		// One unit per channel with weight 1: the trace of V V' is the number of channels.
		assertEquals(PlantedCircuit.INPUTS, whole.driveTrace(), 5 * Math.sqrt(2.0 * PlantedCircuit.INPUTS / 400));
	}

	@Test
	void traceOfTheSampleCovariance() {
		assertEquals(1 + 4, Divergence.trace(new double[] { 1, 10, 2, 12, 3, 14 }, 3), 1e-12);
	}

	@Test
	void switchesAreFoundAndMeasured() throws Exception {
		AnalysisResult result = analyze(planted(), Map.of());
		assertTrue(result.values().get("switches") >= 3, result.values().toString());
		assertEquals(0.0, result.values().get("cluster_trace_gamma_0"));
		assertEquals(0.0, result.values().get("transition_trace_gamma_0"));
		assertEquals(0.25, result.values().get("drive_trace_ratio"), 1e-12);
		assertTrue(result.values().get("cluster_trace_gamma_100") > result.values().get("cluster_trace_gamma_50"));
		for (double[] row : NativeArrays.rows(result.arrays().get("switches"))) {
			assertTrue(row[1] < row[2] && row[2] <= row[3] + 5, "cluster before transition");
		}
		assertEquals(2, result.findings().size());
		assertEquals(2, result.figures().size());
	}

	@Test
	void oneSwitchDecidesNothing() throws Exception {
		AnalysisResult result = analyze(planted(), Map.of("runs", "1", "steps", "3000"));
		assertEquals(1, result.values().get("switches"));
		result.findings().forEach(finding -> assertEquals(Verdict.UNDECIDED, finding.verdict()));
	}

	@Test
	void aNetworkThatNeverSwitchesIsRefused() throws Exception {
		Network network = planted();
		network.weights().get(Network.READOUT_WEIGHT).muli(0);
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(network, Map.of())).getMessage().contains("No usable switch"));
	}

	@Test
	void isRegistered() throws Exception {
		assertFalse(contribution().problem().isPresent());
		assertTrue(contribution().instantiate(Analysis.class) instanceof NoiseSensitivityAnalysis);
	}
}
