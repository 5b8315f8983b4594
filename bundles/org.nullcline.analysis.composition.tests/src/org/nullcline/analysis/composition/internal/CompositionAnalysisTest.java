package org.nullcline.analysis.composition.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.RequiredResults;
import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.network.Network;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.dynamics.PlantedMarkovChain;
import org.nullcline.dynamics.SymbolPairs.Pair;
import org.nullcline.hmm.HiddenMarkovFamilies;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.linearalgebra.NativeArrays;

class CompositionAnalysisTest {

	private record Emulation(HiddenMarkovModel model) implements HiddenMarkovTask {

		@Override
		public int inputs() {
			return PlantedMarkovChain.INPUTS;
		}

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

	/**
	 * A network of three symbols. Between two of them lie states that stay short, and those of a switch that has begun: each
	 * orbit has a cluster (stays .95 of the time), a kick-zone (.75) and a transition (0) on each side.
	 *
	 * @param pairs that are joined
	 */
	private static HiddenMarkovModel orbits(int[][] pairs) {
		int directions = 2 * pairs.length;
		int states = 3 + 2 * directions;
		double[][] transition = new double[states][states];
		double[][] emission = new double[states][3];
		int[] ways = new int[3];
		for (int[] pair : pairs) {
			ways[pair[0]]++;
			ways[pair[1]]++;
		}
		for (int symbol = 0; symbol < 3; symbol++) {
			transition[symbol][symbol] = 0.95;
			emission[symbol][symbol] = 1;
		}
		for (int d = 0; d < directions; d++) {
			int from = pairs[d / 2][d % 2];
			int to = pairs[d / 2][1 - d % 2];
			int kick = 3 + 2 * d;
			transition[from][kick] += 0.05 / ways[from];
			transition[kick][kick] = 0.75;
			transition[kick][kick + 1] = 0.25;
			transition[kick + 1][to] = 1;
			emission[kick][from] = 1;
			emission[kick + 1][from] = 1;
		}
		return HiddenMarkovModel.withUniformStart(transition, emission);
	}

	private static Network network(HiddenMarkovModel model) {
		return PlantedMarkovChain.network(model.start(), model.transition(), model.emission());
	}

	private static AnalysisResult analyze(Network network, HiddenMarkovModel model, Optional<AnalysisResult> weights,
			Map<String, String> given) throws AnalysisException {
		return analyze(network, model, weights, given, new NullProgressMonitor());
	}

	private static AnalysisResult analyze(Network network, HiddenMarkovModel model, Optional<AnalysisResult> weights,
			Map<String, String> given, NullProgressMonitor monitor) throws AnalysisException {
		Map<String, String> parameters = new HashMap<>(
				Map.of("steps", "2500", "states", "150", "rollouts", "8", "stretch", "20", "longest", "40"));
		parameters.putAll(given);
		RequiredResults required = new RequiredResults() {

			@Override
			public Optional<AnalysisResult> ofNetwork(String analysis, Subject subject) {
				return analysis.equals("weights") ? weights : Optional.empty();
			}

			@Override
			public Optional<AnalysisResult> ofPopulation(String analysis) {
				return Optional.empty();
			}
		};
		return new CompositionAnalysis().analyze(
				new AnalysisRequest(List.of(new Subject("planted", "chain", network.cell().units(), 0, Double.NaN, network)),
						Optional.ofNullable(model).map(Emulation::new), contribution().parameters(parameters), RandomStreams.of(1),
						RandomStreams.of(1), required),
				monitor);
	}

	private static Contribution contribution() {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, "compositional-reuse").orElseThrow();
	}

	private static Finding finding(AnalysisResult result, String words) {
		return result.findings().stream().filter(finding -> finding.claim().contains(words)).findFirst().orElseThrow();
	}

	private static Optional<AnalysisResult> weights(double[][] units, double... switches) {
		AnalysisResult.Builder builder = AnalysisResult.builder();
		builder.array("kick_units", NativeArrays.of(units));
		double[] symbols = new double[switches.length];
		for (int g = 0; g < switches.length; g++) {
			symbols[g] = g;
			builder.value("switches_without_group_" + g, switches[g]);
		}
		return Optional.of(builder.array("kick_symbols", NativeArrays.of(symbols, symbols.length)).build());
	}

	@Test
	void threeOrbits() throws Exception {
		HiddenMarkovModel model = orbits(new int[][] { { 0, 1 }, { 1, 2 }, { 0, 2 } });
		AnalysisResult result = analyze(network(model), HiddenMarkovFamilies.fullyConnected(),
				weights(new double[][] { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } }, 0.01, 0, 0.05), Map.of());
		assertEquals(Verdict.REPRODUCED, finding(result, "orbit of its own").verdict(), finding(result, "orbit of its own").explanation());
		assertEquals(3, finding(result, "orbit of its own").value());
		assertEquals(Verdict.REPRODUCED, finding(result, "triplet of its own").verdict());
		assertTrue(result.findings().stream().noneMatch(f -> f.claim().contains("have no orbit")));
		assertEquals(4, result.figures().size());
		// What is measured in a pair's stretches: the transition states last one step.
		assertTrue(result.values().get("transition_share_0_1") > 0.01);
	}

	/** A ring joins 0 and 1, and 1 and 2; a network that also joins 0 and 2 does not do what the model does. */
	@Test
	void aRing() throws Exception {
		HiddenMarkovModel cyclic = HiddenMarkovFamilies.cyclic();
		AnalysisResult result = analyze(network(orbits(new int[][] { { 0, 1 }, { 1, 2 } })), cyclic, Optional.empty(), Map.of());
		assertEquals(Verdict.REPRODUCED, finding(result, "orbit of its own").verdict());
		assertEquals(Verdict.REPRODUCED, finding(result, "have no orbit").verdict());
		assertEquals(0, finding(result, "have no orbit").value());
		assertEquals(Verdict.UNDECIDED, finding(result, "triplet of its own").verdict());
		AnalysisResult wrong = analyze(network(orbits(new int[][] { { 0, 1 }, { 1, 2 }, { 0, 2 } })), cyclic, Optional.empty(), Map.of());
		assertEquals(Verdict.NOT_REPRODUCED, finding(wrong, "have no orbit").verdict());
	}

	/** Without states that last a while and then switch at once, there are no such regions. */
	@Test
	void aBareChainHasNoKickZone() throws Exception {
		HiddenMarkovModel model = HiddenMarkovFamilies.fullyConnected();
		AnalysisResult result = analyze(network(model), model,
				weights(new double[][] { { 1, 2, 3 }, { 3, 5, 6 }, { 7, 8, 9 } }, 0.01, 0, 0.05), Map.of());
		assertEquals(Verdict.NOT_REPRODUCED, finding(result, "orbit of its own").verdict());
		// Two triplets share a unit.
		assertEquals(Verdict.NOT_REPRODUCED, finding(result, "triplet of its own").verdict());
	}

	@Test
	void stretchesShowBothSymbolsAndNoOther() {
		int[] symbols = { 0, 0, 2, 1, 0, 2, 2, 0, 0, 1, 0, 0, 0, 0, 0 };
		assertArrayEquals(new int[] { 4, 5, 6, 7, 8 }, PairOrbit.stretches(symbols, new Pair(0, 2), 4));
		assertArrayEquals(new int[] { 0, 1, 2, 4, 5, 6, 7, 8 }, PairOrbit.stretches(symbols, new Pair(0, 2), 3));
		assertEquals(0, PairOrbit.stretches(symbols, new Pair(1, 2), 3).length);
	}

	@Test
	void refusesWhatHasNoPairs() {
		HiddenMarkovModel one = HiddenMarkovModel.withUniformStart(new double[][] { { 1 } }, new double[][] { { 1, 0 } });
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(network(one), null, Optional.empty(), Map.of())).getMessage()
				.contains("minimum-share"));
		HiddenMarkovModel model = HiddenMarkovFamilies.fullyConnected();
		assertThrows(AnalysisException.class,
				() -> analyze(network(model), model, Optional.empty(), Map.of("transition-below", "9")));
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> analyze(network(model), model, Optional.empty(), Map.of(), cancelled));
	}

	@Test
	void isRegistered() throws Exception {
		assertFalse(contribution().problem().isPresent());
		assertTrue(contribution().instantiate(Analysis.class) instanceof CompositionAnalysis);
	}
}
