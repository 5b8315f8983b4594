package org.nullcline.analysis.interventions.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.RequiredResults;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.dynamics.PlantedCircuit;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.NativeArrays;

class InterventionsAnalysisTest {

	private static Network planted() throws Exception {
		Contribution vanilla = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, "vanilla").orElseThrow();
		return PlantedCircuit.network(vanilla.instantiate(Architecture.class).create(PlantedCircuit.INPUTS, PlantedCircuit.UNITS,
				vanilla.parameters(Map.of("nonlinearity", "relu", "biases", "false"))));
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "interventions").orElseThrow();
	}

	private static AnalysisResult analyze(Network network, RequiredResults required, Map<String, String> given)
			throws AnalysisException {
		Map<String, String> parameters = new HashMap<>(Map.of("steps", "2000", "factors-to-one", "4", "length", "50", "random-groups",
				"40", "pair-steps", "500", "pair-switches", "4", "trajectories", "300"));
		parameters.putAll(given);
		Subject subject = new Subject("imported", "vanilla", network.cell().units(), 0, Double.NaN, network);
		return new InterventionsAnalysis().analyze(new AnalysisRequest(List.of(subject), Optional.empty(),
				contribution().parameters(parameters), RandomStreams.of(1), RandomStreams.of(1), required), new NullProgressMonitor());
	}

	private static RequiredResults kicks() {
		return new RequiredResults() {
			@Override
			public Optional<AnalysisResult> ofNetwork(String analysis, Subject subject) {
				assertEquals("weights", analysis);
				return Optional.of(AnalysisResult.builder()
						.array("kick_units", NativeArrays.of(new double[][] { doubles(PlantedCircuit.leaveFirst()),
								doubles(PlantedCircuit.leaveSecond()) }))
						.array("kick_symbols", NativeArrays.of(new double[] { 0, 2 }, 2)).build());
			}

			@Override
			public Optional<AnalysisResult> ofPopulation(String analysis) {
				return Optional.empty();
			}
		};
	}

	@Test
	void kickNeuronsOfThePlantedCircuitAreCausal() throws Exception {
		AnalysisResult result = analyze(planted(), kicks(), Map.of());
		assertEquals(2, result.values().get("groups"));
		List<Finding> findings = result.findings();
		assertEquals(12, findings.size());
		for (int group = 0; group < 2; group++) {
			for (int claim : new int[] { 0, 2 }) {
				Finding finding = findings.get(6 * group + claim);
				assertEquals(Verdict.REPRODUCED, finding.verdict(), finding.toString());
			}
			// Without the noise of its integrating units it switches some ten times less often: too near the limit to decide.
			Finding noise = findings.get(6 * group + 1);
			assertTrue(noise.value() < 0.12 && noise.verdict() != Verdict.NOT_REPRODUCED, noise.toString());
			// The control includes the units whose noise is this circuit's constant drive: it is no control here, and says so.
			assertEquals(Verdict.NOT_REPRODUCED, findings.get(6 * group + 3).verdict(), findings.get(6 * group + 3).toString());
		}
		double[] switches = NativeArrays.values(result.arrays().get("switches_kick_0"));
		assertEquals(9, switches.length);
		assertTrue(switches[0] < 0.1 && switches[8] > switches[4] - 0.1, java.util.Arrays.toString(switches));
		assertArrayEquals(IntStream.range(22, 30).asDoubleStream().toArray(),
				NativeArrays.values(result.arrays().get("units_noise_0")));
		assertEquals(switches[4], result.values().get("switches_0"), 1e-12);
	}

	/** Without an effect of the group, the claims about it are not reproduced. */
	@Test
	void unitsThatDoNothingAreNotCausal() throws Exception {
		AnalysisResult result = analyze(planted(), RequiredResults.none(), Map.of("groups", "0: 62 63 64", "pair-switches", "0"));
		assertEquals(Verdict.NOT_REPRODUCED, result.findings().get(0).verdict());
		// Nothing drives them, so no noise is there to be silenced; nothing moves.
		assertEquals(Verdict.UNDECIDED, result.findings().get(1).verdict());
		assertEquals(Verdict.NOT_REPRODUCED, result.findings().get(2).verdict());
		assertEquals(Verdict.UNDECIDED, result.findings().get(4).verdict());
		double[] switches = NativeArrays.values(result.arrays().get("switches_kick_0"));
		assertEquals(1, java.util.Arrays.stream(switches).distinct().count());
	}

	/** The eigenvalues of a rotation by 0.3 at modulus 1 and 0.95 are critical; others are not. */
	@Test
	void criticalPairs() {
		assertEquals(1, CriticalPairs.pairs(List.of(polar(1, 0.3), polar(1, -0.3))));
		assertEquals(1, CriticalPairs.pairs(List.of(polar(0.95, 0.3), polar(0.95, -0.3), new Complex(0.9, 0))));
		assertEquals(0, CriticalPairs.pairs(List.of(polar(0.7, 0.3), polar(0.7, -0.3))));
		assertEquals(0, CriticalPairs.pairs(List.of(polar(1, 0.1), polar(1, -0.1), new Complex(1, 0))));
	}

	@Test
	void ranksAndSlopes() {
		assertArrayEquals(new double[] { 2, 3.5, 1, 3.5 }, Pairs.ranks(new double[] { 5, 7, 1, 7 }));
		double[] factors = { 0, 0.5, 1, 1.5, 2 };
		Sweep rising = new Sweep(Pathway.KICK, new int[0], factors, new int[5][0],
				new double[][] { { 1, 3 }, {}, { 4 }, { 5 }, { 9 } });
		assertEquals(1, Pairs.rankCorrelation(rising, null), 1e-12);
		assertTrue(Pairs.slope(rising, null) > 2);
		Sweep few = new Sweep(Pathway.KICK, new int[0], factors, new int[5][0], new double[][] { { 1 }, {}, { 4 }, {}, { 9 } });
		assertTrue(Double.isNaN(Pairs.rankCorrelation(few, null)));
	}

	@Test
	void groupsByHand() throws Exception {
		List<Group> groups = Group.parse("0: 1 2,3 | 2:4", 3, 5);
		assertEquals(2, groups.get(1).symbol());
		assertArrayEquals(new int[] { 1, 2, 3 }, groups.get(0).units());
		for (String wrong : List.of("0", "3: 1", "0: 5", "0: a", "0: 1 | ", "0: 1: 2", "-1: 2")) {
			assertTrue(assertThrows(AnalysisException.class, () -> Group.parse(wrong, 3, 5), wrong).getMessage().contains("expected"));
		}
	}

	@Test
	void controlsLeaveOutTheGroupsAndTheirSources() {
		double[][] weights = new double[6][6];
		weights[0][2] = 3;
		weights[0][3] = 2;
		weights[0][4] = -5;
		weights[1][4] = 1;
		List<Group> groups = List.of(new Group(0, new int[] { 0 }), new Group(1, new int[] { 1 }));
		assertArrayEquals(new int[] { 2 }, Pathway.NOISE.units(groups.get(0), groups, weights, 1, 1));
		assertArrayEquals(new int[] { 2, 3 }, Pathway.NOISE.units(groups.get(0), groups, weights, 9, 1));
		assertArrayEquals(new int[] { 3, 5 }, Pathway.CONTROL.units(groups.get(0), groups, weights, 9, 1));
	}

	@Test
	void withoutKickNeuronsItSaysWhatToDo() throws Exception {
		Network network = planted();
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(network, RequiredResults.none(), Map.of())).getMessage()
				.contains("parameter groups"));
	}

	@Test
	void isRegistered() throws Exception {
		assertFalse(contribution().problem().isPresent());
		assertTrue(contribution().instantiate(Analysis.class) instanceof InterventionsAnalysis);
	}

	private static Complex polar(double modulus, double angle) {
		return new Complex(modulus * Math.cos(angle), modulus * Math.sin(angle));
	}

	private static double[] doubles(int[] values) {
		return IntStream.of(values).asDoubleStream().toArray();
	}
}
