package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.study.StudyPlan;
import org.nullcline.core.study.TrainingSettings;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.model.PenaltyScope;
import org.nullcline.model.Run;
import org.nullcline.model.RunState;
import org.nullcline.runs.Checkpoint;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.StudyFolder;

/** What each setting of a training plan does to a network. */
class TrainingPlanTest {

	private static final String RECURRENT = "weight_hh_l0";
	private static final String BIAS = "bias_hh_l0";

	@TempDir
	Path temporary;

	private Run execute(StudyPlan plan) throws Exception {
		Run run = SmallStudy.execute(plan, temporary.resolve("out"));
		assertEquals(RunState.DONE, run.getState(), run.getMessage());
		return run;
	}

	private static List<Double> zeros(List<Double> like) {
		return Collections.nCopies(like.size(), 0.0);
	}

	private static void assertNothingRemembered(Checkpoint checkpoint, String array) {
		assertFalse(checkpoint.memory().isEmpty());
		checkpoint.memory().forEach((name, memory) -> {
			List<Double> values = SmallStudy.values(memory).get(array);
			assertEquals(zeros(values), values, name);
		});
	}

	@Test
	void frozenArraysDoNotChange() throws Exception {
		StudyPlan plan = SmallStudy.plan("vanilla",
				List.of("phase readout", "readout.steps=12", "readout.frozen=*_l0,initial_*"));
		Run run = execute(plan);
		Map<String, List<Double>> before = SmallStudy.values(SmallStudy.untrained(plan).weights().arrays());
		Map<String, List<Double>> after = SmallStudy.weights(run);
		for (String name : before.keySet()) {
			if (Set.of(Network.READOUT_WEIGHT, Network.READOUT_BIAS).contains(name)) {
				assertNotEquals(before.get(name), after.get(name), name);
			} else {
				assertEquals(before.get(name), after.get(name), name);
				assertNothingRemembered(SmallStudy.checkpoint(run), name);
			}
		}
	}

	/** What is remembered of an array waits for the phase in which it is trained again. */
	@Test
	void anArrayIsFrozenInItsPhaseOnly() throws Exception {
		StudyPlan plan = SmallStudy.plan("vanilla", List.of("training.keepEvery=1", "phase one", "one.steps=4", "phase two",
				"two.steps=4", "two.frozen=weight_hh_l0", "phase three", "three.steps=4"));
		Path folder = Path.of(execute(plan).getFolder());
		List<Checkpoint> checkpoints = new ArrayList<>();
		for (Path file : Checkpoint.files(folder)) {
			checkpoints.add(0, Checkpoint.read(file));
		}
		assertEquals(12, checkpoints.size());
		for (int step = 2; step <= 12; step++) {
			Checkpoint earlier = checkpoints.get(step - 2);
			Checkpoint later = checkpoints.get(step - 1);
			boolean frozen = step > 4 && step <= 8;
			assertEquals(frozen, SmallStudy.values(earlier.arrays()).get(RECURRENT)
					.equals(SmallStudy.values(later.arrays()).get(RECURRENT)), "step " + step);
			assertEquals(frozen, SmallStudy.values(earlier.memory().get("first_moment")).get(RECURRENT)
					.equals(SmallStudy.values(later.memory().get("first_moment")).get(RECURRENT)), "step " + step);
			assertNotEquals(SmallStudy.values(earlier.arrays()).get(BIAS), SmallStudy.values(later.arrays()).get(BIAS));
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theInitialStateIsTrainedOrStaysZero(boolean trained) throws Exception {
		Run run = execute(SmallStudy.plan("lstm", List.of("training.trainInitialState=" + trained)));
		List<Double> state = SmallStudy.weights(run).get(Network.INITIAL_STATE);
		assertEquals(8, state.size());
		assertEquals(!trained, state.equals(zeros(state)), state.toString());
		if (!trained) {
			assertNothingRemembered(SmallStudy.checkpoint(run), Network.INITIAL_STATE);
		}
	}

	/** With everything that touches weights: penalty, clipping of the gradient and of the weights. */
	@ParameterizedTest
	@ValueSource(strings = { "vanilla", "ugrnn", "gru", "lstm" })
	void absentWeightsAndWhatIsRememberedOfThemAreZero(String architecture) throws Exception {
		StudyPlan plan = SmallStudy.plan(architecture, List.of(architecture + ".density=0.5", "training.l2=0.1",
				"training.clipNorm=0.1", "training.weightClipNorm=2"));
		Run run = execute(plan);
		double[] mask = NativeArrays.values(SmallStudy.untrained(plan).cell().masks(SmallStudy.random(plan)).get(RECURRENT));
		assertTrue(Arrays.stream(mask).anyMatch(m -> m == 0) && Arrays.stream(mask).anyMatch(m -> m == 1));
		double[] weights = NativeArrays.values(SmallStudy.checkpoint(run).arrays().get(RECURRENT));
		for (int i = 0; i < mask.length; i++) {
			assertEquals(mask[i] == 0, weights[i] == 0, "weight " + i);
			for (Map<String, INDArray> memory : SmallStudy.checkpoint(run).memory().values()) {
				assertEquals(mask[i] == 0, memory.get(RECURRENT).data().getDouble(i) == 0, "memory " + i);
			}
		}
	}

	@Test
	void theNormOfTheWeightsStaysBelowItsLimit() throws Exception {
		Run free = SmallStudy.execute(SmallStudy.plan("vanilla", List.of()), temporary.resolve("free"));
		assertTrue(norm(SmallStudy.checkpoint(free).arrays()) > 1.1);
		Run clipped = execute(SmallStudy.plan("vanilla", List.of("training.weightClipNorm=1")));
		assertEquals(1, norm(SmallStudy.checkpoint(clipped).arrays()), 1e-12);
	}

	/** Arrays that are not trained are left alone, and do not count. */
	@Test
	void theLimitOfTheNormIsThatOfTheTrainedArrays() throws Exception {
		StudyPlan plan = SmallStudy.plan("vanilla", List.of("training.weightClipNorm=0.5", "phase readout",
				"readout.steps=12", "readout.frozen=*_l0,initial_*"));
		Map<String, INDArray> arrays = SmallStudy.checkpoint(execute(plan)).arrays();
		assertEquals(0.5, norm(Map.of("w", arrays.get(Network.READOUT_WEIGHT), "b", arrays.get(Network.READOUT_BIAS))), 1e-12);
		assertEquals(SmallStudy.values(SmallStudy.untrained(plan).weights().arrays()).get(RECURRENT),
				SmallStudy.values(arrays).get(RECURRENT));
	}

	private static double norm(Map<String, INDArray> arrays) {
		return Math.sqrt(arrays.values().stream().flatMapToDouble(array -> Arrays.stream(NativeArrays.values(array)))
				.map(value -> value * value).sum());
	}

	/** In a phase with its own l2, in which an array within the scope is frozen. */
	@ParameterizedTest
	@CsvSource({ "ALL, weight_ih_l0 bias_ih_l0 bias_hh_l0 readout.weight readout.bias initial_state weight_hh_l0",
			"WEIGHTS, weight_ih_l0 weight_hh_l0 readout.weight", "RECURRENT, weight_hh_l0" })
	void thePenaltyHoldsDownItsScope(PenaltyScope scope, String penalized) throws Exception {
		StudyPlan plan = SmallStudy.plan("vanilla", List.of("training.l2=0.5", "training.l2Scope=" + scope.getLiteral(),
				"phase all", "all.steps=6", "phase part", "part.steps=6", "part.l2=0.25", "part.frozen=readout.weight"));
		Network network = SmallStudy.untrained(plan);
		network.weights().arrays().values().forEach(array -> array.addi(0.125));
		for (TrainingSettings.Phase phase : plan.training().phases()) {
			try (PhaseOfTraining training = PhaseOfTraining.of(plan, plan.training(), phase, network)) {
				assertEquals(phase.name().equals("all"), training.gradient().holds(Network.READOUT_WEIGHT));
				training.gradient().arrays().values().forEach(array -> array.assign(3));
				training.penalty().addDerivative(training.gradient());
				training.gradient().arrays().forEach((name, derivative) -> {
					double factor = List.of(penalized.split(" ")).contains(name) ? 2 * phase.l2() : 0;
					double[] expected = Arrays.stream(NativeArrays.values(network.weights().get(name)))
							.map(w -> 3 + factor * w).toArray();
					assertArrayEquals(expected, NativeArrays.values(derivative), 1e-15, name);
				});
			}
		}
	}

	@Test
	void aPhaseDrawsTrialsOfItsOwnTask() throws Exception {
		StudyPlan plan = SmallStudy.plan("vanilla",
				List.of("phase one", "one.steps=6", "one.task.steps=20", "phase two", "two.steps=6"));
		Network network = SmallStudy.untrained(plan);
		PhaseOfTraining one = PhaseOfTraining.of(plan, plan.training(), plan.training().phase(6), network);
		PhaseOfTraining two = PhaseOfTraining.of(plan, plan.training(), plan.training().phase(7), network);
		TrialBatch ofOne = one.trials().draw(5, RandomStreams.of(1).stream("trials"));
		assertEquals(20, ofOne.steps());
		// What the phase does not set is as in the study.
		TrialTask longer = Tasks.create(plan.task().contribution(), plan.task().contribution()
				.parameters(Map.of("bits", "1", "steps", "20", "pulse-probability", "0.3")));
		assertArrayEquals(NativeArrays.values(longer.trials(5, RandomStreams.of(1).stream("trials")).inputs()), NativeArrays.values(ofOne.inputs()));
		assertEquals(8, two.trials().draw(5, RandomStreams.of(1).stream("trials")).steps());
		assertEquals(RunState.DONE, execute(plan).getState());
	}

	/** Before any update the held-out loss is that of the study's task, whatever the phase trains on. */
	@Test
	void validationIsOnTheTaskOfTheStudy() throws Exception {
		List<String> still = List.of("training.learningRate=1e-300", "training.l2=0");
		Run study = SmallStudy.execute(SmallStudy.plan("vanilla", still), temporary.resolve("study"));
		List<String> settings = new ArrayList<>(still);
		settings.addAll(List.of("phase one", "one.steps=12", "one.task.steps=20"));
		Run phase = execute(SmallStudy.plan("vanilla", settings));
		List<Measurement> expected = StudyFolder.metrics(Path.of(study.getFolder()));
		List<Measurement> found = StudyFolder.metrics(Path.of(phase.getFolder()));
		assertEquals(expected.stream().map(Measurement::validationLoss).toList(),
				found.stream().map(Measurement::validationLoss).toList());
		assertNotEquals(expected.get(0).loss(), found.get(0).loss());
	}

	@Test
	void noiseHasItsStandardDeviationAndIsNewAtEveryStep() {
		TrialBatch trials = new TrialBatch(NativeArrays.zeros(50, 40, 3).addi(2), NativeArrays.zeros(50, 40, 1));
		RandomStreams random = RandomStreams.of(4);
		try (TrainingNoise noise = new TrainingNoise(new TrainingSettings.Noise(0.5, 0.2), 6, random);
				TrainingNoise again = new TrainingNoise(new TrainingSettings.Noise(0.5, 0.2), 6, random)) {
			double[] inputs = NativeArrays.values(noise.onInputs(trials, 1).inputs());
			assertGaussian(2, 0.5, inputs);
			INDArray onStates = noise.onStates(trials, 1).orElseThrow();
			assertArrayEquals(new long[] { 40, 50, 6 }, onStates.shape());
			double[] states = NativeArrays.values(onStates);
			assertGaussian(0, 0.2, states);
			assertFalse(Arrays.equals(inputs, NativeArrays.values(noise.onInputs(trials, 2).inputs())));
			assertFalse(Arrays.equals(states, NativeArrays.values(noise.onStates(trials, 2).orElseThrow())));
			// Not what came before, but the step decides.
			assertArrayEquals(inputs, NativeArrays.values(again.onInputs(trials, 1).inputs()));
			assertArrayEquals(states, NativeArrays.values(again.onStates(trials, 1).orElseThrow()));
			assertArrayEquals(inputs, NativeArrays.values(noise.onInputs(trials, 1).inputs()));
			assertEquals(2, trials.inputs().minNumber().doubleValue());
			assertEquals(2, trials.inputs().maxNumber().doubleValue());
		}
	}

	@Test
	void withoutNoiseNothingIsCopied() {
		TrialBatch trials = new TrialBatch(NativeArrays.zeros(2, 3, 1), NativeArrays.zeros(2, 3, 1));
		try (TrainingNoise noise = new TrainingNoise(new TrainingSettings.Noise(0, 0), 6, RandomStreams.of(4))) {
			assertSame(trials, noise.onInputs(trials, 1));
			assertTrue(noise.onStates(trials, 1).isEmpty());
		}
	}

	/** Within five standard errors. */
	private static void assertGaussian(double mean, double deviation, double[] values) {
		double average = Arrays.stream(values).average().orElseThrow();
		double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
		assertEquals(mean, average, 5 * deviation / Math.sqrt(values.length));
		assertEquals(deviation * deviation, variance, 5 * deviation * deviation * Math.sqrt(2.0 / values.length));
	}

	/** With weights that stand still the held-out loss stays as it is, and the training loss does not. */
	@ParameterizedTest
	@ValueSource(strings = { "inputNoise", "stateNoise" })
	void thereIsNoNoiseInValidation(String setting) throws Exception {
		List<String> still = List.of("training.learningRate=1e-300", "training.l2=0");
		Run quiet = SmallStudy.execute(SmallStudy.plan("vanilla", still), temporary.resolve("quiet"));
		List<String> settings = new ArrayList<>(still);
		settings.add("training." + setting + "=0.5");
		Run noisy = execute(SmallStudy.plan("vanilla", settings));
		List<Measurement> expected = StudyFolder.metrics(Path.of(quiet.getFolder()));
		List<Measurement> found = StudyFolder.metrics(Path.of(noisy.getFolder()));
		assertEquals(expected.stream().map(Measurement::validationLoss).toList(),
				found.stream().map(Measurement::validationLoss).toList());
		for (int i = 0; i < expected.size(); i++) {
			assertNotEquals(expected.get(i).loss(), found.get(i).loss());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "validation-loss", "fraction-of-variance-unexplained" })
	void trainingStopsAtItsTarget(String measure) throws Exception {
		Run whole = SmallStudy.execute(SmallStudy.plan("vanilla", List.of("training.learningRate=0.05")),
				temporary.resolve("whole"));
		List<Measurement> metrics = StudyFolder.metrics(Path.of(whole.getFolder()));
		double[] values = metrics.stream().mapToDouble(measure.equals("validation-loss") ? Measurement::validationLoss
				: Measurement::unexplained).toArray();
		double target = Math.min(values[1], values[2]);
		int reached = values[1] <= target ? 1 : 2;
		assertTrue(values[0] > target, metrics.toString());
		StudyPlan plan = SmallStudy.plan("vanilla", List.of("training.learningRate=0.05",
				"training.targetMeasure=" + measure, "training.target=" + target));
		Run run = execute(plan);
		int step = 3 * (reached + 1);
		assertEquals(step, run.getStep());
		assertTrue(run.getMessage().contains("step " + step) && run.getMessage().contains(measure + " " + target),
				run.getMessage());
		assertEquals(metrics.subList(0, reached + 1), StudyFolder.metrics(Path.of(run.getFolder())));
		assertEquals(step, SmallStudy.checkpoint(run).step());
		// Done is done: the file stays the same, and so does the record.
		Run resumed = SmallStudy.resume(plan, temporary.resolve("out"));
		assertEquals(RunState.DONE, resumed.getState());
		assertEquals(run.getMessage(), resumed.getMessage());
		assertEquals(step, resumed.getStep());
	}

	/** Weights without a mask and arrays that are not there are none of its business. */
	@Test
	void masksLeaveEverythingElse() throws Exception {
		StudyPlan plan = SmallStudy.plan("gru", List.of("gru.density=0.5"));
		Network network = SmallStudy.untrained(plan);
		Masks masks = new Masks(network, SmallStudy.random(plan));
		double[] mask = NativeArrays.values(network.cell().masks(SmallStudy.random(plan)).get(RECURRENT));
		Weights ones = network.weights().zerosLike();
		ones.arrays().values().forEach(array -> array.assign(1));
		ones.get(RECURRENT).data().put(0, mask[0] == 0 ? Double.NaN : 1);
		masks.apply(ones);
		ones.arrays().forEach((name, array) -> {
			double[] expected = new double[(int) array.length()];
			Arrays.fill(expected, 1);
			assertArrayEquals(name.equals(RECURRENT) ? mask : expected, NativeArrays.values(array), name);
		});
		masks.apply(ones.only(BIAS::equals));
	}
}
