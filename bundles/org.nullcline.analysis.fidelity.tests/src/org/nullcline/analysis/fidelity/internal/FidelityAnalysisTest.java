package org.nullcline.analysis.fidelity.internal;

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
import org.nullcline.core.task.TrialTask;
import org.nullcline.dynamics.PlantedMarkovChain;
import org.nullcline.hmm.EmissionRules;
import org.nullcline.hmm.HiddenMarkovFamilies;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.hmm.TransitionRules;

class FidelityAnalysisTest {

	private record Emulation(HiddenMarkovModel model, int steps) implements HiddenMarkovTask {

		@Override
		public int inputs() {
			return PlantedMarkovChain.INPUTS;
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

	private static Network network(HiddenMarkovModel model) {
		return PlantedMarkovChain.network(model.start(), model.transition(), model.emission());
	}

	private static AnalysisRequest request(Network network, TrialTask task, Map<String, String> given) {
		Map<String, String> parameters = new HashMap<>(Map.of("sequences", "2000", "recovery-sequences", "1000"));
		parameters.putAll(given);
		return new AnalysisRequest(List.of(new Subject("planted", "chain", 3, 0, Double.NaN, network)), Optional.ofNullable(task),
				contribution("fidelity").parameters(parameters), RandomStreams.of(1), RandomStreams.of(1));
	}

	private static AnalysisResult analyze(Network network, HiddenMarkovModel model, Map<String, String> given)
			throws AnalysisException {
		return new FidelityAnalysis().analyze(request(network, new Emulation(model, 30), given), new NullProgressMonitor());
	}

	private static Contribution contribution(String id) {
		return ContributionRegistry.read().find(ContributionKind.ANALYSIS, id).orElseThrow();
	}

	private static Finding finding(AnalysisResult result, String words) {
		return result.findings().stream().filter(finding -> finding.claim().contains(words)).findFirst().orElseThrow();
	}

	/** A network that is the model passes every check. */
	@Test
	void theModelItselfEmulates() throws Exception {
		for (HiddenMarkovModel model : List.of(HiddenMarkovFamilies.linearChain(3), HiddenMarkovFamilies.cyclic())) {
			AnalysisResult result = analyze(network(model), model, Map.of("distance-tolerance", "0.2", "transition-tolerance", "0.08"));
			assertEquals(Verdict.REPRODUCED, result.findings().getFirst().verdict(), result.findings().getFirst().explanation());
			assertEquals(1, result.values().get("emulates"));
			assertEquals(Verdict.REPRODUCED, finding(result, "squared error").verdict());
		}
	}

	/** Without emission noise and with fewer transitions: such a generator has a smaller loss than the model. */
	@Test
	void sequencesThatVaryTooLittleDoNotEmulate() throws Exception {
		HiddenMarkovModel model = HiddenMarkovFamilies.linearChain(2);
		HiddenMarkovModel dull = HiddenMarkovModel.withUniformStart(new double[][] { { 0.965, 0.035 }, { 0.035, 0.965 } },
				new double[][] { { 1, 0, 0 }, { 0, 0, 1 } });
		AnalysisResult result = analyze(network(dull), model, Map.of("steps", "100", "sequences", "1000"));
		assertEquals(Verdict.NOT_REPRODUCED, result.findings().getFirst().verdict());
		assertEquals(0, result.values().get("emulates"));
		// Matched more easily than the model's own sequences, and too likely under the model.
		assertEquals(Verdict.REPRODUCED, finding(result, "is below that").verdict());
		assertEquals(Verdict.NOT_REPRODUCED, finding(result, "several times").verdict());
		assertEquals(Verdict.NOT_REPRODUCED, finding(result, "as likely").verdict());
		assertTrue(finding(result, "as likely").value() > 0.05);
		assertEquals(Verdict.NOT_REPRODUCED, finding(result, "as uncertain").verdict());
	}

	/** Independent symbols of the right frequencies: what a network on the plateau emits. */
	@Test
	void independentSymbolsDoNotEmulate() throws Exception {
		HiddenMarkovModel model = HiddenMarkovFamilies.fullyConnected();
		HiddenMarkovModel independent = HiddenMarkovModel.withUniformStart(
				TransitionRules.fullyConnected(3, 1.0 / 3), EmissionRules.dominant(3, 3, 0.01));
		AnalysisResult result = analyze(network(independent), model, Map.of());
		assertEquals(Verdict.NOT_REPRODUCED, result.findings().getFirst().verdict());
		assertEquals(Verdict.REPRODUCED, finding(result, "about as frequent").verdict());
		for (String words : List.of("after another one", "Symbols change", "last as long", "remember", "recovered", "matched distance")) {
			assertEquals(Verdict.NOT_REPRODUCED, finding(result, words).verdict(), words);
		}
	}

	/** A hidden state that shows in no frequency: only what lasts over several symbols tells. */
	@Test
	void aChainOfSymbolsIsNotAHiddenChain() throws Exception {
		HiddenMarkovModel model = HiddenMarkovModel.withUniformStart(new double[][] { { 0.98, 0.02 }, { 0.02, 0.98 } },
				new double[][] { { 0.75, 0.25 }, { 0.25, 0.75 } });
		double stay = 1 - new org.nullcline.hmm.HiddenMarkovStatistics(model).changeProbability();
		HiddenMarkovModel symbols = HiddenMarkovModel.withUniformStart(new double[][] { { stay, 1 - stay }, { 1 - stay, stay } },
				new double[][] { { 1, 0 }, { 0, 1 } });
		AnalysisResult result = analyze(network(symbols), model, Map.of());
		assertEquals(Verdict.REPRODUCED, finding(result, "after another one").verdict());
		assertEquals(Verdict.NOT_REPRODUCED, result.findings().getFirst().verdict());
		assertEquals(Verdict.NOT_REPRODUCED, finding(result, "remember").verdict());
	}

	@Test
	void theFirstSymbolIsAChoice() throws Exception {
		HiddenMarkovModel model = HiddenMarkovModel.withUniformStart(new double[][] { { 0.5, 0.5 }, { 0.5, 0.5 } },
				new double[][] { { 0.1, 0.9 }, { 0.1, 0.9 } });
		Map<String, String> short3 = Map.of("steps", "3", "recovery-sequences", "0");
		AnalysisResult training = analyze(network(model), model, short3);
		Map<String, String> paper = new HashMap<>(short3);
		paper.put("first-symbol", "paper-compatible");
		AnalysisResult compatible = analyze(network(model), model, paper);
		// One of three symbols is uniform over two: 0.9 becomes 0.767.
		assertEquals(0.9, frequency(training), 0.01);
		assertEquals((2 * 0.9 + 0.5) / 3, frequency(compatible), 0.01);
	}

	private static double frequency(AnalysisResult result) {
		return result.arrays().get("symbol_frequencies").getDouble(0, 1);
	}

	/** Distances are between sets of a size of their own; few sequences make smaller sets. */
	@Test
	void setsAndSequences() throws Exception {
		HiddenMarkovModel model = HiddenMarkovFamilies.linearChain(3);
		AnalysisResult result = analyze(network(model), model,
				Map.of("sequences", "300", "repeats", "4", "distance-sequences", "50", "recovery-sequences", "0"));
		assertTrue(result.notes().stream().anyMatch(note -> note.startsWith("300 sequences of 30") && note.contains("sets of 50")));
		AnalysisResult few = analyze(network(model), model, Map.of("sequences", "60", "repeats", "2", "recovery-sequences", "0"));
		assertTrue(few.notes().stream().anyMatch(note -> note.contains("sets of 30")), few.notes().toString());
		assertEquals(Verdict.UNDECIDED, finding(few, "matched distance of the network's sequences is within").verdict());
	}

	@Test
	void refusesWhatItCannotCompare() {
		HiddenMarkovModel model = HiddenMarkovFamilies.linearChain(2);
		String noTask = assertThrows(AnalysisException.class,
				() -> new FidelityAnalysis().analyze(request(network(model), null, Map.of()), new NullProgressMonitor())).getMessage();
		assertTrue(noTask.contains("--task"), noTask);
		HiddenMarkovModel two = HiddenMarkovModel.withUniformStart(new double[][] { { 1 } }, new double[][] { { 0.5, 0.5 } });
		assertTrue(assertThrows(AnalysisException.class, () -> analyze(network(two), model, Map.of())).getMessage().contains("outputs"));
		HiddenMarkovModel split = HiddenMarkovModel.withUniformStart(new double[][] { { 1, 0 }, { 0, 1 } },
				new double[][] { { 1, 0 }, { 0, 1 } });
		assertThrows(AnalysisException.class, () -> analyze(network(split), split, Map.of()));
		NullProgressMonitor cancelled = new NullProgressMonitor();
		cancelled.setCanceled(true);
		assertThrows(OperationCanceledException.class,
				() -> new FidelityAnalysis().analyze(request(network(model), new Emulation(model, 30), Map.of()), cancelled));
	}

	@Test
	void claimsAboutManyNetworks() throws Exception {
		AnalysisResult result = population(List.of(10, 10, 10, 10, 10), List.of(0.02, 0.01, -0.03, 0.04, 0.09), 3);
		assertEquals(Verdict.REPRODUCED, finding(result, "within 0.1").verdict());
		assertEquals(Verdict.REPRODUCED, finding(result, "squared error").verdict());
		assertEquals(Verdict.NOT_REPRODUCED, finding(result, "Networks emulate").verdict());
		assertTrue(result.findings().stream().noneMatch(finding -> finding.claim().contains("One input channel")));
		AnalysisResult several = population(List.of(1, 1, 1, 10, 10, 10), List.of(0.3, 0.28, 0.31, 0.02, 0.01, 0.05), 4);
		assertEquals(Verdict.REPRODUCED, finding(several, "One input channel").verdict());
		AnalysisResult two = population(List.of(100, 100, 100, 100, 100), List.of(-0.2, -0.1, -0.3, -0.2, -0.2), 2);
		assertEquals(Verdict.REPRODUCED, finding(two, "is below that").verdict());
	}

	/** A network to which the panel does not apply is named, and does not hide the others. */
	@Test
	void networksThatWereNotMeasured() throws Exception {
		AnalysisResult result = population(List.of(10, 10, 10), List.of(0.02, Double.NaN, -0.03), 3);
		assertEquals(2, result.values().get("networks"));
		assertTrue(result.notes().stream().anyMatch(note -> note.contains("n1")), result.notes().toString());
	}

	/** A model that does not begin in its stationary law passes its own panel. */
	@Test
	void aModelFarFromStationaryAtTheStart() throws Exception {
		HiddenMarkovModel model = HiddenMarkovModel.withUniformStart(new double[][] { { 0.99, 0.01 }, { 0.2, 0.8 } },
				new double[][] { { 0.9, 0.1 }, { 0.1, 0.9 } });
		AnalysisResult result = analyze(network(model), model, Map.of("recovery-sequences", "0", "sequences", "4000"));
		for (String claim : List.of("No probability of a symbol", "next symbol is as uncertain", "remember as long", "last as long")) {
			assertEquals(Verdict.REPRODUCED, finding(result, claim).verdict(), claim);
		}
	}

	private static AnalysisResult population(List<Integer> channels, List<Double> excesses, int states) throws Exception {
		Map<Subject, AnalysisResult> results = new HashMap<>();
		List<Subject> subjects = new java.util.ArrayList<>();
		Contribution vanilla = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, "vanilla").orElseThrow();
		for (int n = 0; n < channels.size(); n++) {
			Network network = Network.initialize(vanilla.instantiate(org.nullcline.core.network.Architecture.class)
					.create(channels.get(n), 4, vanilla.parameters(Map.of())), 3, RandomStreams.of(n));
			Subject subject = new Subject("n" + n, "vanilla", 4, n, Double.NaN, network);
			subjects.add(subject);
			results.put(subject, Double.isNaN(excesses.get(n)) ? AnalysisResult.builder().note("Does not apply: it diverges.").build()
					: AnalysisResult.builder().value("states", states).value("emulates", 0)
					.value("matched_distance", 5 + excesses.get(n)).value("matched_distance_baseline", 5)
					.value("transition_squared_error", 0.001).value("volatility", 3).value("volatility_model", 3).build());
		}
		RequiredResults required = new RequiredResults() {

			@Override
			public Optional<AnalysisResult> ofNetwork(String analysis, Subject subject) {
				return Optional.ofNullable(results.get(subject));
			}

			@Override
			public Optional<AnalysisResult> ofPopulation(String analysis) {
				return Optional.empty();
			}
		};
		return new FidelityPopulationAnalysis().analyze(new AnalysisRequest(subjects, Optional.empty(),
				contribution("fidelity-population").parameters(Map.of()), RandomStreams.of(1), RandomStreams.of(1), required),
				new NullProgressMonitor());
	}

	@Test
	void areRegistered() throws Exception {
		for (String id : List.of("fidelity", "fidelity-population")) {
			assertFalse(contribution(id).problem().isPresent(), id);
		}
		assertTrue(contribution("fidelity").instantiate(Analysis.class) instanceof FidelityAnalysis);
		assertTrue(contribution("fidelity-population").instantiate(Analysis.class) instanceof FidelityPopulationAnalysis);
	}
}
