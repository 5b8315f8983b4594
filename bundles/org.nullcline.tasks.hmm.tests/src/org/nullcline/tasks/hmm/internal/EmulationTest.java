package org.nullcline.tasks.hmm.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Preset;
import org.nullcline.core.study.StudyTemplate;
import org.nullcline.core.study.TrainingRecipe;
import org.nullcline.core.study.TrainingRecipes;
import org.nullcline.core.task.ReferenceSolution;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.ObjectiveFactory;
import org.nullcline.hmm.HiddenMarkovFamilies;
import org.nullcline.hmm.HiddenMarkovInference;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.HiddenMarkovStatistics;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.hmm.Moments;
import org.nullcline.hmm.SequenceStatistics;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.model.Study;

class EmulationTest {

	private static final ContributionRegistry REGISTRY = ContributionRegistry.read();

	private static Contribution contribution() {
		return REGISTRY.find(ContributionKind.TASK, "hmm").orElseThrow();
	}

	private static HiddenMarkovTask task(Map<String, String> given) throws Exception {
		return assertInstanceOf(HiddenMarkovTask.class, Tasks.create(contribution(), contribution().parameters(given)));
	}

	private static HiddenMarkovTask preset(String id) throws Exception {
		Preset preset = contribution().presets().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
		return task(preset.values());
	}

	private static TrialBatch draw(HiddenMarkovTask task, int count, long seed) {
		return task.trials(count, RandomStreams.of(seed).stream("trials"));
	}

	private static int[][] symbols(TrialBatch batch) {
		int symbols = (int) batch.targets().size(2);
		double[] targets = NativeArrays.values(batch.targets());
		int[][] sequences = new int[batch.trials()][batch.steps()];
		for (int n = 0; n < batch.trials(); n++) {
			for (int t = 0; t < batch.steps(); t++) {
				double sum = 0;
				for (int k = 0; k < symbols; k++) {
					double value = targets[(n * batch.steps() + t) * symbols + k];
					sum += value;
					sequences[n][t] = value == 1 ? k : sequences[n][t];
				}
				assertEquals(1, sum);
			}
		}
		return sequences;
	}

	@ParameterizedTest
	@CsvSource({ "chain-two, 2, 100", "chain-three, 3, 30", "chain-four, 4, 30", "chain-five, 5, 40", "fully-connected, 0, 30",
			"cyclic, -1, 40", "tiny, 3, 30" })
	void presetsAreTheModelsOfTheStudy(String id, int chain, int steps) throws Exception {
		HiddenMarkovTask task = preset(id);
		assertEquals(chain > 0 ? HiddenMarkovFamilies.linearChain(chain)
				: chain == 0 ? HiddenMarkovFamilies.fullyConnected() : HiddenMarkovFamilies.cyclic(), task.model());
		assertEquals(steps, task.steps());
		assertEquals(100, task.inputs());
		assertEquals(3, task.outputs());
	}

	@Test
	void targetsHaveTheLawOfTheModel() throws Exception {
		HiddenMarkovTask task = task(Map.of("states", "3", "steps", "30", "noise-dimension", "1"));
		TrialBatch batch = draw(task, 3000, 1);
		SequenceStatistics sampled = new SequenceStatistics(symbols(batch), 3);
		HiddenMarkovStatistics exact = new HiddenMarkovStatistics(task.model());
		Moments volatility = exact.volatility(30);
		assertEquals(volatility.mean(), sampled.volatility().mean(), 5 * volatility.deviation() / Math.sqrt(3000));
		assertEquals(0.495, sampled.frequency(0).mean(), 5 * exact.frequency(0, 30).deviation() / Math.sqrt(3000));
	}

	@Test
	void metadataTellTheHiddenStates() throws Exception {
		HiddenMarkovTask task = preset("cyclic");
		TrialBatch batch = draw(task, 50, 1);
		int[][] symbols = symbols(batch);
		for (int n = 0; n < 50; n++) {
			String[] states = batch.metadata().get(n).get("states").split(" ");
			assertEquals("begins in state " + states[0], batch.metadata().get(n).get("condition"));
			int[] path = java.util.Arrays.stream(states).mapToInt(state -> Integer.parseInt(state) - 1).toArray();
			assertTrue(HiddenMarkovInference.jointLogProbability(task.model(), path, symbols[n]) > Double.NEGATIVE_INFINITY);
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1, 2.5 })
	void inputsAreNoiseOfItsDeviation(double deviation) throws Exception {
		TrialBatch batch = draw(task(Map.of("noise", Double.toString(deviation), "noise-dimension", "7")), 100, 1);
		assertArrayEquals(new long[] { 100, 100, 7 }, batch.inputs().shape());
		double[] x = NativeArrays.values(batch.inputs());
		double mean = java.util.Arrays.stream(x).average().orElseThrow() / deviation;
		double square = java.util.Arrays.stream(x).map(v -> v * v).average().orElseThrow() / deviation / deviation;
		assertEquals(0, mean, 5 / Math.sqrt(x.length));
		assertEquals(1, square, 5 * Math.sqrt(2.0 / x.length));
	}

	@Test
	void trialsDependOnTheStreamAlone() throws Exception {
		HiddenMarkovTask task = preset("tiny");
		TrialBatch many = draw(task, 40, 3);
		TrialBatch few = draw(task, 4, 3);
		try (ForkJoinPool one = new ForkJoinPool(1)) {
			TrialBatch same = one.submit(() -> draw(task, 40, 3)).get();
			assertEquals(many.inputs(), same.inputs());
			assertEquals(many.targets(), same.targets());
			assertEquals(many.metadata(), same.metadata());
		}
		double[] first = NativeArrays.values(few.inputs());
		assertArrayEquals(first, java.util.Arrays.copyOf(NativeArrays.values(many.inputs()), first.length));
		assertTrue(!draw(task, 4, 4).inputs().equals(few.inputs()));
		// More channels of noise leave the sequences as they are.
		assertArrayEquals(symbols(few), symbols(draw(task(Map.of("states", "3", "steps", "30", "noise-dimension", "7")), 4, 3)));
	}

	private static TrialBatch update(HiddenMarkovTask task, int count, int update, long network) {
		return task.trainingTrials(count, update, RandomStreams.of(network), RandomStreams.of(77));
	}

	@Test
	void theTrainingSetComesBackWithFreshNoise() throws Exception {
		HiddenMarkovTask task = task(Map.of("training-sequences", "10", "steps", "30", "noise-dimension", "2"));
		TrialBatch first = update(task, 4, 1, 1);
		int[][] set = java.util.stream.Stream.of(first, update(task, 4, 2, 1), update(task, 4, 3, 1))
				.flatMap(batch -> java.util.Arrays.stream(symbols(batch))).toArray(int[][]::new);
		assertArrayEquals(java.util.Arrays.copyOf(set, 2), java.util.Arrays.copyOfRange(set, 10, 12), "the set goes round");
		TrialBatch again = update(task, 4, 4, 1);
		assertEquals(first.targets(), again.targets());
		assertTrue(!first.inputs().equals(again.inputs()));
		// Another network sees the same sequences and other noise.
		assertEquals(first.targets(), update(task, 4, 1, 2).targets());
		assertTrue(!first.inputs().equals(update(task, 4, 1, 2).inputs()));
		// What is held out is not in the set.
		assertTrue(!first.targets().equals(draw(task, 4, 77).targets()));
	}

	@Test
	void withoutATrainingSetSequencesAreFresh() throws Exception {
		HiddenMarkovTask task = task(Map.of("training-sequences", "0", "steps", "30", "noise-dimension", "2"));
		assertTrue(!update(task, 4, 1, 1).targets().equals(update(task, 4, 2, 1).targets()));
		assertEquals(update(task, 4, 3, 1).targets(),
				task.trials(4, RandomStreams.of(1).stream("trials", 3)).targets());
	}

	/** GeomLoss gives 7.41 and 4.95 with 1,024 sequences, with draws that differ by about 1 %. */
	@Test
	void referencesScoreWhatIndependentSymbolsAndTheModelScore() throws Exception {
		Contribution sinkhorn = REGISTRY.find(ContributionKind.OBJECTIVE, "sinkhorn").orElseThrow();
		Objective objective = sinkhorn.instantiate(ObjectiveFactory.class).create(sinkhorn.parameters(Map.of()));
		HiddenMarkovTask task = preset("tiny");
		TrialBatch trials = draw(task, 1024, 1);
		double[] losses = task.references().stream()
				.mapToDouble(solution -> objective.evaluate(
						solution.outputs().draw(trials, RandomStreams.of(2).stream("outputs")), trials,
						RandomStreams.of(3).stream("objective"), NativeArrays.zeros(1024, 30, 3)))
				.toArray();
		assertEquals(List.of(ReferenceSolution.Role.CHANCE, ReferenceSolution.Role.IDEAL),
				task.references().stream().map(ReferenceSolution::role).toList());
		assertEquals(7.41, losses[0], 0.25);
		assertEquals(4.95, losses[1], 0.2);
	}

	@Test
	void freeMatrices() throws Exception {
		HiddenMarkovTask task = task(Map.of("family", "free", "start-distribution", "1 0 0", "transition-matrix",
				"1/2 1/4 1/4; 0 1 0; .1 .2 .7", "emission-matrix", "1 0; 0.5 0.5; 0 1"));
		assertEquals(new HiddenMarkovModel(new double[] { 1, 0, 0 },
				new double[][] { { 0.5, 0.25, 0.25 }, { 0, 1, 0 }, task.model().transition()[2] },
				new double[][] { { 1, 0 }, { 0.5, 0.5 }, { 0, 1 } }), task.model());
		assertEquals(2, task.outputs());
		assertEquals(HiddenMarkovFamilies.linearChain(2), task(Map.of("family", "free")).model());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "states=6 | 'family' and 'states': a linear chain of 6 states",
			"family=cyclic | 'family' and 'states': a ring needs at least 3 states",
			"emission=aliased-ring | 'emission', 'states' and 'symbols': the emissions 'aliased-ring' are those of four states",
			"family=free;transition-matrix=1 0/0.5 0.6 | 'transition-matrix', row 2: the probabilities sum to 1.1",
			"family=free;emission-matrix=1 0 | emission matrix: expected one row for each of the 2 states, found 1",
			"family=free;start-distribution=1 | start distribution: expected 1 values" })
	void whatDoesNotFitTogetherIsTold(String settings, String expected) {
		Map<String, String> given = new java.util.HashMap<>();
		for (String setting : settings.split(";")) {
			String[] parts = setting.split("=", 2);
			given.put(parts[0], parts[1].replaceFirst("(?<=\\d)/(?=0\\.5)", ";"));
		}
		String message = assertThrows(IllegalArgumentException.class, () -> task(given)).getMessage();
		if (expected.startsWith("start distribution")) {
			assertTrue(message.contains("start-distribution"), message);
		} else {
			assertTrue(message.contains(expected), message);
		}
	}

	/** Two independent sets of 256 sequences of the chain of three states: 5.92 by GeomLoss. */
	@Test
	void theObjectiveTakesTheTargets() throws Exception {
		Contribution sinkhorn = REGISTRY.find(ContributionKind.OBJECTIVE, "sinkhorn").orElseThrow();
		Objective objective = sinkhorn.instantiate(ObjectiveFactory.class).create(sinkhorn.parameters(Map.of()));
		HiddenMarkovTask task = preset("tiny");
		INDArray logits = draw(task, 256, 1).targets().mul(1000);
		double value = objective.evaluate(logits, draw(task, 256, 2), RandomStreams.of(3).stream("noise"),
				NativeArrays.zeros(256, 30, 3));
		assertEquals(5.92, value, 0.3);
	}

	private static List<TrainingRecipe> recipes() {
		return TrainingRecipes.read(REGISTRY).all().stream().filter(recipe -> recipe.id().startsWith("hmm-")).toList();
	}

	@ParameterizedTest
	@MethodSource("recipes")
	void recipesAreThoseOfTheStudy(TrainingRecipe recipe) {
		assertEquals(Optional.empty(), recipe.problem());
		Study study = StudyTemplate.create("a", "hmm", List.of("vanilla"), List.of(8), 1, REGISTRY);
		TrainingRecipes.read(REGISTRY).apply(recipe, study);
		assertEquals(1e-3, study.getTraining().getLearningRate());
		assertEquals(0, study.getTraining().getL2());
		assertEquals(recipe.id().matches("hmm-paper-.*") ? 0.3 : 0.9, study.getTraining().getClipNorm());
		assertEquals(study.getTraining().getBatchSize(), study.getTraining().getValidationTrials(), "losses depend on the number");
		assertTrue(!study.getTraining().isTrainInitialState());
		assertTrue(study.getTraining().getOptimizer().getParameters().stream()
				.anyMatch(p -> p.getName().equals("beta2") && p.getValue().equals("0.9")));
	}

	@Test
	void thereAreFiveRecipes() {
		assertEquals(5, recipes().size());
	}

	@Test
	void everyModelHasParametersThatGiveIt() throws Exception {
		for (HiddenMarkovModel model : List.of(HiddenMarkovFamilies.linearChain(3), HiddenMarkovFamilies.cyclic(),
				new HiddenMarkovModel(new double[] { 0.3, 0.7 }, new double[][] { { 1 / 3.0, 2 / 3.0 }, { 1, 0 } },
						new double[][] { { 0.1, 0.2, 0.7 }, { 0, 1, 0 } }))) {
			HiddenMarkovTask task = task(Map.of());
			HiddenMarkovModel read = task(task.parametersFor(model)).model();
			for (int i = 0; i < model.states(); i++) {
				assertArrayEquals(model.transition()[i], read.transition()[i], 1e-15);
				assertArrayEquals(model.emission()[i], read.emission()[i], 1e-15);
			}
			assertArrayEquals(model.start(), read.start(), 1e-15);
		}
	}
}
