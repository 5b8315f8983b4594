package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.WeightDeclaration;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.study.TrainingSettings;
import org.nullcline.model.LearningRateSchedule;
import org.nullcline.model.PenaltyScope;
import org.nullcline.model.TargetMeasure;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.ObjectiveFactory;
import org.nullcline.core.training.Optimizer;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.trainer.BackpropagationThroughTime;

/** The parts of training, each against its definition. */
class TrainingTest {

	private static INDArray gaussian(String name, long... shape) {
		RandomStream random = RandomStreams.of(3).stream(name);
		INDArray array = NativeArrays.zeros(shape);
		for (long i = 0; i < array.length(); i++) {
			array.data().put(i, random.nextGaussian());
		}
		return array;
	}

	private static Network network(String architecture, Map<String, String> parameters) throws Exception {
		Contribution contribution = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, architecture)
				.orElseThrow();
		Network network = Network.initialize(
				contribution.instantiate(Architecture.class).create(2, 4, contribution.parameters(parameters)), 3,
				RandomStreams.of(5));
		network.weights().get(Network.INITIAL_STATE).assign(gaussian("initial", network.cell().state().size()));
		network.weights().get(Network.READOUT_BIAS).assign(gaussian("bias", 3));
		return network;
	}

	private static TrialBatch trials(boolean masked) {
		INDArray mask = NativeArrays.of(new double[] { 0, 1, 1, 0.5, 1, 0, 2, 1, 1, 1 }, 2, 5);
		return new TrialBatch(gaussian("inputs", 2, 5, 2), gaussian("targets", 2, 5, 3),
				masked ? Optional.of(mask) : Optional.empty(), List.of());
	}

	/** The same trials with targets that say which of the outputs is right. */
	private static TrialBatch classes(TrialBatch trials) {
		INDArray targets = NativeArrays.zeros(2, 5, 3);
		for (int i = 0; i < 10; i++) {
			targets.data().put(3L * i + (i * i + 1) % 3, 1);
		}
		return new TrialBatch(trials.inputs(), targets, trials.mask(), trials.metadata());
	}

	/** Of those that are installed, those without kinks. */
	private static List<Contribution> smoothObjectives() {
		return ContributionRegistry.read().all(ContributionKind.OBJECTIVE).stream()
				.filter(c -> List.of("mean-squared-error", "softmax-cross-entropy").contains(c.id())).toList();
	}

	/** Through readout, masked objective, cell, noise and initial state. */
	@ParameterizedTest
	@CsvSource({ "vanilla, layers=1", "vanilla, layers=2", "ugrnn, layers=1", "ugrnn, layers=2",
			"gru, layers=1 variant=reset-after", "gru, layers=2 variant=reset-after", "gru, layers=1 variant=reset-before",
			"gru, layers=2 variant=reset-before", "lstm, layers=1", "lstm, layers=2" })
	void theGradientOfAWholeNetworkAgreesWithCentralDifferences(String architecture, String parameters) throws Exception {
		Network network = network(architecture, Arrays.stream(parameters.split(" ")).map(p -> p.split("="))
				.collect(Collectors.toMap(p -> p[0], p -> p[1])));
		INDArray noise = gaussian("noise", 5, 2, network.cell().state().size()).muli(0.3);
		for (Contribution contribution : smoothObjectives()) {
			Objective objective = contribution.instantiate(ObjectiveFactory.class).create(contribution.parameters(Map.of()));
			for (boolean masked : new boolean[] { false, true }) {
				TrialBatch trials = contribution.id().startsWith("softmax") ? classes(trials(masked)) : trials(masked);
				assertGradient(network, objective, trials, Optional.empty());
				assertGradient(network, objective, trials, Optional.of(noise));
			}
		}
	}

	/** To a millionth of the largest derivative by the array. */
	private static void assertGradient(Network network, Objective objective, TrialBatch trials, Optional<INDArray> noise) {
		try (BackpropagationThroughTime engine = new BackpropagationThroughTime(network, 5, 2, Precision.DOUBLE)) {
			Weights gradient = network.weights().zerosLike();
			Weights nothing = network.weights().only(name -> false);
			DoubleSupplier value = () -> engine.evaluate(objective, trials, noise, RandomStreams.of(1).stream("objective"),
					nothing);
			engine.evaluate(objective, trials, noise, RandomStreams.of(1).stream("objective"), gradient);
			for (Map.Entry<String, INDArray> entry : network.weights().arrays().entrySet()) {
				double[] found = NativeArrays.values(gradient.get(entry.getKey()));
				double[] expected = new double[found.length];
				for (int i = 0; i < found.length; i++) {
					double before = entry.getValue().data().getDouble(i);
					entry.getValue().data().put(i, before + 1e-5);
					double above = value.getAsDouble();
					entry.getValue().data().put(i, before - 1e-5);
					double below = value.getAsDouble();
					entry.getValue().data().put(i, before);
					expected[i] = (above - below) / 2e-5;
				}
				double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
				assertTrue(largest > 1e-4, entry.getKey() + " does not matter");
				assertArrayEquals(expected, found, 1e-6 * largest, entry.getKey());
			}
		}
	}

	/** Arrays that are not asked for change nothing in the derivatives by the others. */
	@ParameterizedTest
	@CsvSource({ "vanilla, 1", "vanilla, 2", "ugrnn, 1", "gru, 1", "gru, 2", "lstm, 1", "lstm, 2" })
	void theGradientByOneArrayIsPartOfTheWhole(String architecture, String layers) throws Exception {
		Network network = network(architecture, Map.of("layers", layers));
		Weights whole = network.weights().zerosLike();
		try (BackpropagationThroughTime engine = new BackpropagationThroughTime(network, 5, 2, Precision.SINGLE)) {
			engine.evaluate(new MeanSquaredError(), trials(true), RandomStreams.of(1).stream("objective"), whole);
			for (String name : whole.arrays().keySet()) {
				Weights part = network.weights().only(name::equals).zerosLike();
				engine.evaluate(new MeanSquaredError(), trials(true), RandomStreams.of(1).stream("objective"), part);
				assertArrayEquals(NativeArrays.values(whole.get(name)), NativeArrays.values(part.get(name)), name);
			}
		}
	}

	@Test
	void theMeanSquaredErrorIsTheMeanOfSquares() {
		TrialBatch trials = trials(true);
		INDArray outputs = gaussian("outputs", 2, 5, 3);
		double found = new MeanSquaredError().evaluate(outputs, trials, RandomStreams.of(1).stream("objective"),
				NativeArrays.zeros(2, 5, 3));
		double sum = 0;
		double weight = 0;
		for (int trial = 0; trial < 2; trial++) {
			for (int t = 0; t < 5; t++) {
				double m = trials.mask().orElseThrow().getDouble(trial, t);
				for (int k = 0; k < 3; k++) {
					sum += m * Math.pow(outputs.getDouble(trial, t, k) - trials.targets().getDouble(trial, t, k), 2);
					weight += m;
				}
			}
		}
		assertEquals(sum / weight, found, 1e-14);
	}

	@Test
	void theFirstStepsOfAdamAreThoseOfTheAlgorithm() {
		Weights weights = Weights.zeros(List.of(new WeightDeclaration("w", 1)));
		Weights gradient = weights.zerosLike();
		Optimizer adam = new Adam(0.9, 0.999, 1e-8);
		Map<String, Weights> memory = adam.initialMemory(weights);
		double m = 0;
		double v = 0;
		double w = 0;
		double[] gradients = { 0.5, -2, 0.01 };
		for (int step = 1; step <= 3; step++) {
			double g = gradients[step - 1];
			gradient.get("w").assign(g);
			adam.update(weights, gradient, memory, step, 0.1);
			m = 0.9 * m + 0.1 * g;
			v = 0.999 * v + 0.001 * g * g;
			w -= 0.1 * (m / (1 - Math.pow(0.9, step))) / (Math.sqrt(v / (1 - Math.pow(0.999, step))) + 1e-8);
			assertEquals(w, weights.get("w").getDouble(0), 1e-12);
		}
	}

	private static TrainingSettings settings(int steps, double rate, double finalFraction, int warmUp) {
		return new TrainingSettings(List.of(new TrainingSettings.Phase("", steps, 1, List.of(), 1e-5, Map.of())), 32,
				Precision.SINGLE, true,
				new TrainingSettings.LearningRate(LearningRateSchedule.EXPONENTIAL, rate, finalFraction, 0.9999, 0.1, 10,
						1e-4, warmUp),
				new TrainingSettings.Regularization(1, PenaltyScope.ALL, 0), new TrainingSettings.Noise(0, 0),
				new TrainingSettings.Validation(128, 50, TargetMeasure.FRACTION_OF_VARIANCE_UNEXPLAINED, 0),
				new TrainingSettings.Checkpoints(250, 0, true));
	}

	@Test
	void theLearningRateWarmsUpAndDecays() {
		LearningRate rate = new LearningRate(settings(101, 0.2, 0.01, 10));
		assertEquals(0.02, rate.at(1), 1e-15);
		assertEquals(0.2 * Math.pow(0.01, 0.5), rate.at(51), 1e-15);
		assertEquals(0.002, rate.at(101), 1e-15);
		assertEquals(0.2, new LearningRate(settings(1, 0.2, 1, 0)).at(1));
	}

	@Test
	void normAndArithmeticRunOverAllArrays() {
		Weights weights = Weights.zeros(List.of(new WeightDeclaration("a", 2), new WeightDeclaration("b", 1, 1)));
		weights.get("a").assign(NativeArrays.of(new double[] { 2, 3 }, 2));
		weights.get("b").assign(6);
		assertEquals(7, WeightArithmetic.norm(weights));
		Weights sum = weights.copy();
		WeightArithmetic.add(sum, 2, weights);
		WeightArithmetic.scale(sum, 0.5);
		assertArrayEquals(new double[] { 3, 4.5 }, NativeArrays.values(sum.get("a")));
		assertEquals(9, sum.get("b").getDouble(0));
	}

	@Test
	void unexplainedVarianceIsNoneForPerfectAndOneForConstantOutputs() throws Exception {
		Network network = network("vanilla", Map.of());
		INDArray inputs = gaussian("inputs", 2, 5, 2);
		INDArray outputs = network.outputs(network.states(inputs));
		assertEquals(0, unexplained(network, new TrialBatch(inputs, outputs)), 1e-20);
		network.weights().get(Network.READOUT_WEIGHT).assign(0);
		double[] mean = new double[3];
		double[] values = NativeArrays.values(outputs);
		for (int i = 0; i < values.length; i++) {
			mean[i % 3] += values[i] / 10;
		}
		network.weights().get(Network.READOUT_BIAS).assign(NativeArrays.of(mean, 3));
		assertEquals(1, unexplained(network, new TrialBatch(inputs, outputs)), 1e-12);
	}

	private static double unexplained(Network network, TrialBatch trials) {
		return HeldOutTrials.measure(network, trials, new MeanSquaredError(), RandomStreams.of(1).stream("objective"))
				.unexplained();
	}
}
