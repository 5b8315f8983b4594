package org.nullcline.analysis.weights.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.dynamics.DriveIntervention;
import org.nullcline.dynamics.DriveIntervention.Drive;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.GaussianNoise;
import org.nullcline.dynamics.PlantedCircuit;
import org.nullcline.dynamics.SwitchTrials;
import org.nullcline.linearalgebra.NativeArrays;

class WeightsAnalysisTest {

	private static final boolean[] OCCUPIED = { true, false, true };

	private static Network planted() throws Exception {
		Contribution vanilla = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, "vanilla").orElseThrow();
		return PlantedCircuit.network(vanilla.instantiate(Architecture.class).create(PlantedCircuit.INPUTS, PlantedCircuit.UNITS,
				vanilla.parameters(Map.of("nonlinearity", "relu", "biases", "false"))));
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "weights").orElseThrow();
	}

	private static AnalysisResult analyze(Network network, Map<String, String> given) throws AnalysisException {
		Map<String, String> parameters = new HashMap<>(Map.of("steps", "2000", "candidates", "24", "integrating-units", "16",
				"random-groups", "50", "shuffles", "200", "minimum-share", "0.1"));
		parameters.putAll(given);
		Subject subject = new Subject("imported", "vanilla", network.cell().units(), 0, Double.NaN, network);
		return new WeightsAnalysis().analyze(new AnalysisRequest(List.of(subject), Optional.empty(),
				contribution().parameters(parameters), RandomStreams.of(1), RandomStreams.of(1)), new NullProgressMonitor());
	}

	private static SwitchTrials trials(Network network, int trajectories) throws AnalysisException {
		DrivenTrajectory run = DrivenTrajectory.run(network, GaussianNoise.of(RandomStreams.of(2).stream("run")), 0, 1, 500,
				new NullProgressMonitor());
		return SwitchTrials.draw(network, run, 0, OCCUPIED, 0.8, trajectories, 30, 1, RandomStreams.of(2).stream("trials")).orElseThrow();
	}

	@Test
	void plantedKickNeuronsAreFound() throws Exception {
		AnalysisResult result = analyze(planted(), Map.of());
		double[][] kicks = NativeArrays.rows(result.arrays().get("kick_units"));
		assertArrayEquals(new double[] { 0, 2 }, NativeArrays.values(result.arrays().get("kick_symbols")));
		assertArrayEquals(doubles(PlantedCircuit.leaveFirst()), kicks[0]);
		assertArrayEquals(doubles(PlantedCircuit.leaveSecond()), kicks[1]);
		// What drives the triplet that leaves symbol 0 are units 22 to 29: the second half, by weight to the first triplet.
		double[][] pools = NativeArrays.rows(result.arrays().get("integrating_units_0_2"));
		assertArrayEquals(IntStream.range(30, 38).asDoubleStream().toArray(), pools[0]);
		assertArrayEquals(IntStream.range(22, 30).asDoubleStream().toArray(), pools[1]);
		assertEquals(7, result.findings().size());
		result.findings().subList(0, 4).forEach(finding -> assertEquals(Verdict.REPRODUCED, finding.verdict(), finding.toString()));
		// The signs are those claimed; but random triplets among the strong weights of the memory populations oppose each other as
		// much, so that the circuit alone does not decide.
		double[] differences = { 0.1, 0.06, 0.25 };
		for (int claim = 0; claim < 3; claim++) {
			assertEquals(differences[claim], result.findings().get(4 + claim).value(), 1e-9);
			assertTrue(result.findings().get(4 + claim).verdict() != Verdict.NOT_REPRODUCED);
		}
	}

	/** Where nothing else has weights like these, the claims about the kick neurons hold. */
	@Test
	void circuitAmongUnitsWithoutWeights() {
		double[][] weights = new double[60][60];
		int[][] groups = { { 0, 1, 2 }, { 3, 4, 5 }, { 6, 7, 8, 9 }, { 10, 11, 12, 13 } };
		double[][] means = { { 0.05, -0.05, 0.2, -0.1 }, { -0.05, 0.05, -0.1, 0.2 }, { 0, 0, 0.03, -0.03 }, { 0, 0, -0.03, 0.03 } };
		for (int to = 0; to < 4; to++) {
			for (int from = 0; from < 4; from++) {
				for (int i : groups[to]) {
					for (int j : groups[from]) {
						weights[i][j] = means[to][from];
					}
				}
			}
		}
		KickGroup first = new KickGroup(0, groups[0], 1, null, null, null, null, null, null);
		KickGroup second = new KickGroup(1, groups[1], 1, null, null, null, null, null, null);
		Circuit circuit = Circuit.of(weights, groups[0], groups[1], 8);
		assertArrayEquals(groups[3], circuit.pools()[0]);
		assertArrayEquals(groups[2], circuit.pools()[1]);
		List<Finding> findings = WeightFindings.circuit(first, second, circuit, 500, RandomStreams.of(1));
		assertEquals(Verdict.REPRODUCED, findings.get(0).verdict(), findings.get(0).toString());
		// Random triplets that share units with the populations choose these populations again: undecided, with the right signs.
		assertEquals(Verdict.UNDECIDED, findings.get(1).verdict(), findings.get(1).toString());
		assertEquals(Verdict.REPRODUCED, findings.get(2).verdict(), findings.get(2).toString());
	}

	/** Weights with other signs give other verdicts. */
	@Test
	void oppositeWeightsAreNotReproduced() {
		double[][] weights = new double[12][12];
		for (int i = 0; i < 12; i++) {
			for (int j = 0; j < 12; j++) {
				weights[i][j] = i / 3 == j / 3 ? -0.1 : 0.1;
			}
		}
		KickGroup first = new KickGroup(0, new int[] { 0, 1, 2 }, 1, null, null, null, null, null, null);
		KickGroup second = new KickGroup(1, new int[] { 3, 4, 5 }, 1, null, null, null, null, null, null);
		Circuit circuit = Circuit.of(weights, first.units(), second.units(), 6);
		assertArrayEquals(new double[] { -0.1, 0.1 }, circuit.kickWeights(), 1e-12);
		assertEquals(Verdict.NOT_REPRODUCED,
				WeightFindings.circuit(first, second, circuit, 50, RandomStreams.of(1)).getFirst().verdict());
	}

	/** The exhaustive search goes on where an interrupted one has ended, and gives the same. */
	@Test
	void searchResumes(@TempDir Path folder) throws Exception {
		SwitchTrials trials = trials(planted(), 10);
		List<int[]> triplets = KickSearch.triplets(IntStream.range(14, 24).toArray());
		KickSearch search = new KickSearch(trials, null);
		int[] all = search.counts(triplets, new NullProgressMonitor());
		TripletProgress progress = TripletProgress.of(folder.resolve("progress"), trials);
		// What is noted is believed: a count that cannot be shows that it was not computed again.
		int[] partial = all.clone();
		partial[0] = 77;
		progress.write(partial, 60);
		assertEquals(60, progress.read().length);
		int[] resumed = search.counts(triplets, Optional.of(progress), new NullProgressMonitor());
		assertEquals(77, resumed[0]);
		resumed[0] = all[0];
		assertArrayEquals(all, resumed);
		assertEquals(120, progress.read().length);
		assertFalse(Files.exists(folder.resolve("progress.partial")));
		Network other = planted();
		other.weights().get("weight_hh_l0").muli(0.9);
		AnalysisException refused = assertThrows(AnalysisException.class,
				() -> TripletProgress.of(folder.resolve("progress"), trials(other, 10)).read());
		assertTrue(refused.getMessage().contains("not of this search"));
	}

	/** Single runs and batches of interventions leave the network as it was. */
	@Test
	void interventionsScaleRowsAndAreTakenBack() throws Exception {
		Network network = planted();
		double[] before = NativeArrays.values(network.weights().get("weight_hh_l0"));
		SwitchTrials trials = trials(network, 20);
		DriveIntervention half = new DriveIntervention(Drive.RECURRENT, new int[] { 16, 20 }, 0.5);
		try (SwitchTrials.Runner runner = trials.runner()) {
			int baseline = runner.switched(DriveIntervention.none()).successes();
			double[] under = runner.states(half);
			assertEquals(baseline, runner.switched(DriveIntervention.none()).successes());
			assertTrue(runner.switched(DriveIntervention.silence(PlantedCircuit.leaveFirst())).successes() < baseline);
			try (SwitchTrials.Runner other = new SwitchTrials(half.of(network), trials.targets(), trials.starts(), trials.inputs())
					.runner()) {
				assertArrayEquals(other.states(DriveIntervention.none()), under, 0);
			}
		}
		assertArrayEquals(before, NativeArrays.values(network.weights().get("weight_hh_l0")));
		double[][] scaled = NativeArrays.rows(half.of(network).weights().get("weight_hh_l0"));
		double[][] rows = NativeArrays.rows(network.weights().get("weight_hh_l0"));
		for (int i = 0; i < rows.length; i++) {
			for (int j = 0; j < rows.length; j++) {
				assertEquals((i == 16 || i == 20 ? 0.5 : 1) * rows[i][j], scaled[i][j], 1e-15);
			}
		}
		assertArrayEquals(NativeArrays.values(network.weights().get("weight_ih_l0")),
				NativeArrays.values(half.of(network).weights().get("weight_ih_l0")));
	}

	@Test
	void tiesGoToTheUnitsThatMatterAlone() {
		List<int[]> triplets = KickSearch.triplets(new int[] { 0, 1, 2, 3 });
		assertEquals(4, triplets.size());
		assertArrayEquals(new int[] { 0, 2, 3 }, KickSearch.best(triplets, new int[] { 5, 3, 2, 2 }, new int[] { 1, 9, 4, 4 }));
	}

	@Test
	void refusesCellsWithoutDrivesAndNetworksOfOneSymbol() throws Exception {
		Contribution gru = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, "gru").orElseThrow();
		Network gated = Network.initialize(gru.instantiate(Architecture.class).create(2, 8, gru.parameters(Map.of())), 2,
				RandomStreams.of(1));
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(gated, Map.of())).getMessage().contains("drives of single units"));
		Network silent = planted();
		silent.weights().get(Network.READOUT_WEIGHT).muli(0);
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(silent, Map.of())).getMessage().contains("1 symbol"));
	}

	@Test
	void isRegistered() throws Exception {
		assertFalse(contribution().problem().isPresent());
		assertTrue(contribution().instantiate(Analysis.class) instanceof WeightsAnalysis);
	}

	private static double[] doubles(int[] values) {
		return IntStream.of(values).asDoubleStream().toArray();
	}
}
