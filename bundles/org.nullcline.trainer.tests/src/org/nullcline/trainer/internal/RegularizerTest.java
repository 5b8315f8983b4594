package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Architecture;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.model.PenaltyScope;
import org.nullcline.model.Run;
import org.nullcline.trainer.BackpropagationThroughTime;

/** Penalties beside the objective, each against its definition. */
class RegularizerTest {

	private static final int STEPS = 5;
	private static final int TRIALS = 2;

	@TempDir
	Path temporary;

	static INDArray gaussian(String name, long... shape) {
		RandomStream random = RandomStreams.of(3).stream(name);
		INDArray array = NativeArrays.zeros(shape);
		for (long i = 0; i < array.length(); i++) {
			array.data().put(i, random.nextGaussian());
		}
		return array;
	}

	static Network network(String architecture, int outputs) throws Exception {
		Contribution contribution = ContributionRegistry.read().find(ContributionKind.ARCHITECTURE, architecture).orElseThrow();
		Network network = Network.initialize(
				contribution.instantiate(Architecture.class).create(2, 4, contribution.parameters(Map.of())), outputs,
				RandomStreams.of(5));
		network.weights().arrays().forEach((name, array) -> array.addi(gaussian(name, array.shape()).muli(0.1)));
		return network;
	}

	/** Of a function of the weights by all of them, by central differences. */
	static void assertGradient(Network network, Weights found, DoubleSupplier value) {
		network.weights().arrays().forEach((name, array) -> {
			double[] expected = new double[(int) array.length()];
			for (int i = 0; i < expected.length; i++) {
				double before = array.data().getDouble(i);
				array.data().put(i, before + 1e-5);
				double above = value.getAsDouble();
				array.data().put(i, before - 1e-5);
				double below = value.getAsDouble();
				array.data().put(i, before);
				expected[i] = (above - below) / 2e-5;
			}
			double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
			assertArrayEquals(expected, NativeArrays.values(found.get(name)), 1e-6 * Math.max(largest, 1e-3), name);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "all", "weights", "recurrent" })
	void theL1PenaltyAndItsDerivative(String scope) throws Exception {
		Network network = network("gru", 3);
		L1Penalty penalty = new L1Penalty(PenaltyScope.get(scope));
		Weights gradient = network.weights().zerosLike();
		double value = penalty.evaluate(network, gradient);
		assertTrue(value > 0);
		assertGradient(network, gradient, () -> penalty.evaluate(network, network.weights().only(name -> false)));
		assertEquals(scope.equals("all"), NativeArrays.values(gradient.get(Network.INITIAL_STATE))[0] != 0);
		assertEquals(!scope.equals("recurrent"), NativeArrays.values(gradient.get(Network.READOUT_WEIGHT))[0] != 0);
	}

	/** Through the network, beside an objective, with steps that do not count; an LSTM's cell state is no activity. */
	@ParameterizedTest
	@ValueSource(strings = { "vanilla", "lstm" })
	void theActivityPenaltyAndItsDerivative(String architecture) throws Exception {
		Network network = network(architecture, 3);
		INDArray mask = NativeArrays.of(new double[] { 0, 1, 1, 0.5, 1, 0, 2, 1, 1, 0 }, TRIALS, STEPS);
		TrialBatch trials = new TrialBatch(gaussian("inputs", TRIALS, STEPS, 2), gaussian("targets", TRIALS, STEPS, 3),
				Optional.of(mask), List.of());
		ActivityPenalty penalty = new ActivityPenalty();
		DoubleSupplier activity = () -> {
			INDArray states = network.states(trials.inputs()).permute(1, 0, 2).dup('c');
			return penalty.evaluate(states, network.cell().state(), trials, NativeArrays.zeros(states.shape()));
		};
		double expected = 0;
		double[][] rows = NativeArrays.rows(network.states(trials.inputs()).reshape(TRIALS * STEPS, -1));
		for (int row = 0; row < rows.length; row++) {
			for (int unit = 0; unit < 4; unit++) {
				expected += mask.getDouble(row / STEPS, row % STEPS) * rows[row][unit] * rows[row][unit] / (4 * 7.5);
			}
		}
		assertEquals(expected, activity.getAsDouble(), 1e-14);
		try (BackpropagationThroughTime engine = new BackpropagationThroughTime(network, STEPS, TRIALS, Precision.DOUBLE)) {
			Weights nothing = network.weights().only(name -> false);
			RandomStream unused = RandomStreams.of(1).stream("objective");
			for (int repetition = 0; repetition < 2; repetition++) {
				// What the first evaluation left in the buffers does not count in the second.
				Weights gradient = network.weights().zerosLike();
				engine.evaluate(new MeanSquaredError(), trials, Optional.empty(), unused, gradient,
						Optional.of((states, of, stateGradient) -> {
							INDArray own = NativeArrays.zeros(states.shape());
							penalty.evaluate(states, network.cell().state(), of, own);
							stateGradient.addi(own.muli(0.7));
						}));
				assertGradient(network, gradient, () -> 0.7 * activity.getAsDouble()
						+ engine.evaluate(new MeanSquaredError(), trials, Optional.empty(), unused, nothing));
			}
		}
	}

	/** The weight that a study gives is applied once, in the phases that it is given for. */
	@Test
	void aRegularizerDoesWhatThePenaltyOfThePlanDoes() throws Exception {
		Run expected = SmallStudy.execute(SmallStudy.plan("gru", List.of("training.l2=0.05", "phase one", "one.steps=6",
				"phase two", "two.steps=6", "two.l2=0.2")), temporary.resolve("plan"));
		Run found = SmallStudy.execute(SmallStudy.plan("gru", List.of("training.l2=0", "training.regularizers=half-squares",
				"half-squares.weight=0.1", "phase one", "one.steps=6", "phase two", "two.steps=6",
				"two.regularizer.half-squares=0.4")), temporary.resolve("regularizer"));
		SmallStudy.weights(expected).forEach((name, values) -> {
			try {
				assertArrayEquals(values.stream().mapToDouble(Double::doubleValue).toArray(),
						SmallStudy.weights(found).get(name).stream().mapToDouble(Double::doubleValue).toArray(), 1e-12, name);
			} catch (java.io.IOException e) {
				throw new java.io.UncheckedIOException(e);
			}
		});
	}

	@Test
	void aRegularizerOfWeightZeroIsNone() throws Exception {
		Run plain = SmallStudy.execute(SmallStudy.plan("vanilla", List.of()), temporary.resolve("plain"));
		Run zero = SmallStudy.execute(SmallStudy.plan("vanilla", List.of("training.regularizers=l1,activity", "l1.weight=0",
				"activity.weight=0")), temporary.resolve("zero"));
		Run some = SmallStudy.execute(SmallStudy.plan("vanilla", List.of("training.regularizers=activity")),
				temporary.resolve("some"));
		assertEquals(SmallStudy.weights(plain), SmallStudy.weights(zero));
		assertNotEquals(SmallStudy.weights(plain), SmallStudy.weights(some));
	}
}
