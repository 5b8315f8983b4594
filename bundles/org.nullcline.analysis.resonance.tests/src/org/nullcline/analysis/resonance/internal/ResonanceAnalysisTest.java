package org.nullcline.analysis.resonance.internal;

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
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.ParameterValueException;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.dynamics.PlantedCircuit;
import org.nullcline.dynamics.PlantedMarkovChain;

class ResonanceAnalysisTest {

	private static AnalysisResult analyze(Network network, Map<String, String> given) throws AnalysisException {
		return analyze(network, given, new NullProgressMonitor());
	}

	private static AnalysisResult analyze(Network network, Map<String, String> given, NullProgressMonitor monitor)
			throws AnalysisException {
		Map<String, String> parameters = new HashMap<>(Map.of("runs", "20", "steps", "400", "levels", "0.5, 1, 2"));
		parameters.putAll(given);
		return new ResonanceAnalysis().analyze(new AnalysisRequest(
				List.of(new Subject("planted", "vanilla", network.cell().units(), 0, Double.NaN, network)), Optional.empty(),
				contribution().parameters(parameters), RandomStreams.of(1), RandomStreams.of(1)), monitor);
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "stochastic-resonance").orElseThrow();
	}

	private static Finding finding(AnalysisResult result, String words) {
		return result.findings().stream().filter(finding -> finding.claim().contains(words)).findFirst().orElseThrow();
	}

	/** A ring of six states of which three stand for each symbol: dwells are sums of three geometric ones, and regular. */
	private static Network ring(double go) {
		double[][] transition = new double[6][6];
		double[][] emission = new double[6][];
		for (int i = 0; i < 6; i++) {
			transition[i][i] = 1 - go;
			transition[i][(i + 1) % 6] = go;
			emission[i] = i < 3 ? new double[] { 1, 0 } : new double[] { 0, 1 };
		}
		return PlantedMarkovChain.network(new double[] { 1, 0, 0, 0, 0, 0 }, transition, emission);
	}

	@Test
	void aRingIsRegular() throws Exception {
		double go = 0.3;
		AnalysisResult result = analyze(ring(go), Map.of("steps", "1000"));
		// Variation 1/sqrt(3) of a geometric law.
		assertEquals(3 / go, result.values().get("probable_mean"), 0.4);
		assertEquals(Math.sqrt(1 - go) / Math.sqrt(3), result.values().get("probable_variation"), 0.04);
		assertEquals(Verdict.REPRODUCED, finding(result, "The most probable symbol lasts").verdict());
		assertEquals(Verdict.REPRODUCED, finding(result, "Sampled symbols last").verdict());
		assertEquals(Verdict.REPRODUCED, finding(result, "peak at a period").verdict());
		assertTrue(result.findings().stream().noneMatch(f -> f.claim().contains("some of the channels")));
		assertEquals(3, result.figures().size());
	}

	@Test
	void aMemorylessChainIsNot() throws Exception {
		Network chain = PlantedMarkovChain.network(new double[] { 1, 0 }, new double[][] { { 0.9, 0.1 }, { 0.1, 0.9 } },
				new double[][] { { 1, 0 }, { 0, 1 } });
		AnalysisResult result = analyze(chain, Map.of());
		assertEquals(1, finding(result, "The most probable symbol lasts").value(), 0.08);
		assertFalse(finding(result, "The most probable symbol lasts").verdict() == Verdict.REPRODUCED);
		assertFalse(finding(result, "peak at a period").verdict() == Verdict.REPRODUCED);
	}

	/** Without biases the most probable symbols do not depend on the level, what is sampled does. */
	@Test
	void levelsOfTheNoise() throws Exception {
		Contribution vanilla = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, "vanilla").orElseThrow();
		Network planted = PlantedCircuit.network(vanilla.instantiate(Architecture.class).create(PlantedCircuit.INPUTS,
				PlantedCircuit.UNITS, vanilla.parameters(Map.of("nonlinearity", "relu", "biases", "false"))));
		AnalysisResult result = analyze(planted, Map.of("runs", "12"));
		assertEquals(Verdict.REPRODUCED, finding(result, "does not depend on the level").verdict());
		double[] sampled = result.arrays().get("levels").getColumn(1).toDoubleVector();
		assertTrue(sampled[2] > 1.2 * sampled[0], "more confident, longer dwells: " + java.util.Arrays.toString(sampled));
		double[] partial = result.arrays().get("partial_levels").getColumn(3).toDoubleVector();
		assertTrue(partial[0] != partial[2]);
		assertEquals(4, result.figures().size());
		assertEquals(6, result.findings().size());
	}

	/** Dwells of known laws at three levels: regular in the middle. */
	@Test
	void theMaximumOfRegularity() {
		double[] levels = { 0.5, 1, 2 };
		List<Dwells> inside = List.of(dwells(1), dwells(6), dwells(1));
		assertEquals(Verdict.REPRODUCED, NoiseSweep.maximum("", levels, inside, 20, RandomStreams.of(1), "").verdict());
		List<Dwells> atTheEnd = List.of(dwells(1), dwells(3), dwells(8));
		assertEquals(Verdict.NOT_REPRODUCED, NoiseSweep.maximum("", levels, atTheEnd, 20, RandomStreams.of(1), "").verdict());
		Dwells none = new Dwells(new int[20][100], 2);
		assertEquals(Verdict.UNDECIDED,
				NoiseSweep.maximum("", levels, List.of(none, none, none), 20, RandomStreams.of(1), "").verdict());
	}

	/** Runs whose dwells are sums of geometric ones. */
	private static Dwells dwells(int stages) {
		Random random = new Random(stages);
		int[][] runs = new int[20][600];
		for (int[] run : runs) {
			int stage = 0;
			int symbol = 0;
			for (int t = 0; t < run.length; t++) {
				run[t] = symbol;
				if (random.nextDouble() < 0.1 * stages) {
					stage = (stage + 1) % stages;
					symbol = stage == 0 ? 1 - symbol : symbol;
				}
			}
		}
		return new Dwells(runs, 2);
	}

	/** White symbols have a flat spectrum equal to their variance; a strict alternation has all power at its period. */
	@Test
	void spectra() {
		Random random = new Random(1);
		int[][] white = new int[30][1024];
		int[][] periodic = new int[4][1024];
		for (int[] run : white) {
			for (int t = 0; t < run.length; t++) {
				run[t] = random.nextInt(2);
			}
		}
		for (int[] run : periodic) {
			for (int t = 0; t < run.length; t++) {
				run[t] = t / 8 % 2;
			}
		}
		PowerSpectrum flat = new PowerSpectrum(white, 1, 128);
		for (int k = 4; k < flat.power().length; k++) {
			assertEquals(0.25, flat.power()[k], 0.03);
			assertEquals(0.25, flat.memoryless()[k], 0.03);
		}
		PowerSpectrum line = new PowerSpectrum(periodic, 1, 128);
		assertEquals(1.0 / 16, line.frequencies()[line.peak(0, 4)], 2.5 / 128);
		assertTrue(line.height(line.peak(0, 4), 0, 4) > 10);
	}

	@Test
	void refusesWrongLevels() throws Exception {
		for (String levels : List.of("1, 2", "0, 1, 2", "x", "")) {
			assertThrows(ParameterValueException.class, () -> analyze(ring(0.3), Map.of("levels", levels)), levels);
		}
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> analyze(ring(0.3), Map.of(), cancelled));
	}

	@Test
	void isRegistered() throws Exception {
		assertFalse(contribution().problem().isPresent());
		assertTrue(contribution().instantiate(Analysis.class) instanceof ResonanceAnalysis);
	}

	private static Dwells renewals(Random random, int least, int spread) {
		int[][] runs = new int[40][400];
		for (int[] run : runs) {
			int left = 0;
			for (int t = 1; t < run.length; t++) {
				left = left == 0 ? least + random.nextInt(spread) : left - 1;
				run[t] = left == 0 ? 1 - run[t - 1] : run[t - 1];
			}
		}
		return new Dwells(runs, 2);
	}

	/** An end that is the most regular by chance refutes nothing; one that is so beyond chance does. */
	@Test
	void theBestAtAnEnd() {
		double[] levels = { 0.5, 1, 2 };
		for (int seed = 0; seed < 20; seed++) {
			Random random = new Random(seed);
			List<Dwells> alike = List.of(renewals(random, 2, 20), renewals(random, 2, 20), renewals(random, 2, 20));
			Finding finding = NoiseSweep.maximum("alike", levels, alike, 40, RandomStreams.of(seed), "");
			if (finding.value() != 1) {
				assertEquals(Verdict.UNDECIDED, finding.verdict(), finding.explanation());
			}
		}
		Random random = new Random(1);
		List<Dwells> rising = List.of(renewals(random, 10, 3), renewals(random, 6, 10), renewals(random, 1, 20));
		assertEquals(Verdict.NOT_REPRODUCED, NoiseSweep.maximum("rising", levels, rising, 40, RandomStreams.of(1), "").verdict());
	}

	@Test
	void withoutASwitchThereIsNoPeriod() {
		Dwells constant = new Dwells(new int[4][100], 2);
		Dwells switching = renewals(new Random(1), 2, 20);
		assertTrue(Double.isNaN(new NoiseSweep(new double[] { 1, 2 }, List.of(switching, switching), List.of(constant, constant))
				.periodSpread()));
		assertTrue(Double.isNaN(new NoiseSweep(new double[] { 1, 2 }, List.of(switching, switching), List.of(switching, constant))
				.periodSpread()));
	}
}
