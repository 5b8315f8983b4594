package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.Weights;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.study.InvalidStudyException;
import org.nullcline.core.task.ActionSpace;
import org.nullcline.core.task.Rewards;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.model.Run;
import org.nullcline.model.RunState;
import org.nullcline.runs.Measurement;
import org.nullcline.runs.StudyFolder;
import org.nullcline.trainer.BackpropagationThroughTime;
import org.nullcline.trainer.ExecutionListener;
import org.nullcline.trainer.StudyExecution;

/** Learning from rewards. */
class PolicyGradientTest {

	@TempDir
	Path temporary;

	/** Three episodes of different length, with any actions and rewards. */
	private static TrialBatch episodes(ActionSpace actions) {
		RandomStream random = RandomStreams.of(8).stream("episodes");
		int[] lengths = { 5, 2, 4 };
		double[] targets = new double[15 * actions.outputs()];
		double[] rewards = new double[15];
		double[] mask = new double[15];
		for (int b = 0; b < 3; b++) {
			for (int t = 0; t < lengths[b]; t++) {
				double[] outputs = random.doubles(actions.outputs()).toArray();
				System.arraycopy(actions.encode(actions.sample(outputs, random)), 0, targets, (b * 5 + t) * actions.outputs(),
						actions.outputs());
				rewards[b * 5 + t] = random.nextGaussian();
				mask[b * 5 + t] = 1;
			}
		}
		return new TrialBatch(RegularizerTest.gaussian("inputs", 3, 5, 2), NativeArrays.of(targets, 3, 5, actions.outputs()),
				Optional.of(NativeArrays.of(mask, 3, 5)), List.of(),
				Optional.of(new Rewards(actions, NativeArrays.of(rewards, 3, 5))));
	}

	/** The advantages do not depend on the weights, so the gradient is that of the value, exactly. */
	@Test
	void theGradientAgreesWithCentralDifferences() throws Exception {
		for (ActionSpace actions : List.of(new ActionSpace.Discrete(3), new ActionSpace.Gaussian(2, 0.4))) {
			for (boolean baseline : new boolean[] { false, true }) {
				Network network = RegularizerTest.network("gru", actions.outputs());
				TrialBatch trials = episodes(actions);
				PolicyGradient objective = new PolicyGradient(0.9, 0.3, baseline);
				RandomStream unused = RandomStreams.of(1).stream("objective");
				try (BackpropagationThroughTime engine = new BackpropagationThroughTime(network, 5, 3, Precision.DOUBLE)) {
					Weights gradient = network.weights().zerosLike();
					Weights nothing = network.weights().only(name -> false);
					engine.evaluate(objective, trials, unused, gradient);
					RegularizerTest.assertGradient(network, gradient, () -> engine.evaluate(objective, trials, unused, nothing));
				}
			}
		}
	}

	@Test
	void advantagesAreDiscountedReturnsAboveThoseOfTheOthers() {
		double[] rewards = { 1, 2, 4, 0, 3, 0 };
		assertArrayEquals(new double[] { 3, 4, 4, 1.5, 3, 0 }, new PolicyGradient(0.5, 0, false).advantages(rewards, 2, 3));
		assertArrayEquals(new double[] { 1.5, 1, 4, -1.5, -1, -4 }, new PolicyGradient(0.5, 0, true).advantages(rewards, 2, 3));
		assertArrayEquals(new double[] { 3, 4, 4 }, new PolicyGradient(0.5, 0, true).advantages(new double[] { 1, 2, 4 }, 1, 3));
	}

	/**
	 * With one output step and softmax over two actions, of which the second gives 1, the expected gradient of the return by
	 * the logits is known: p q (-1, 1).
	 */
	@Test
	void onAverageItIsTheGradientOfTheExpectedReturn() {
		ActionSpace actions = new ActionSpace.Discrete(2);
		double[] logits = { 0.3, -0.4 };
		double q = 1 / (1 + Math.exp(0.7));
		RandomStream random = RandomStreams.of(2).stream("actions");
		int batches = 4000;
		int size = 4;
		double[] mean = new double[2];
		for (int batch = 0; batch < batches; batch++) {
			double[] targets = new double[2 * size];
			double[] rewards = new double[size];
			double[] outputs = new double[2 * size];
			for (int b = 0; b < size; b++) {
				double[] action = actions.sample(logits, random);
				System.arraycopy(actions.encode(action), 0, targets, 2 * b, 2);
				System.arraycopy(logits, 0, outputs, 2 * b, 2);
				rewards[b] = action[0];
			}
			INDArray gradient = NativeArrays.zeros(size, 1, 2);
			new PolicyGradient(1, 0, true).evaluate(NativeArrays.of(outputs, size, 1, 2),
					new TrialBatch(NativeArrays.zeros(size, 1, 1), NativeArrays.of(targets, size, 1, 2),
							Optional.of(NativeArrays.of(new double[] { 1, 1, 1, 1 }, size, 1)), List.of(),
							Optional.of(new Rewards(actions, NativeArrays.of(rewards, size, 1)))),
					random, gradient);
			double[] values = NativeArrays.values(gradient);
			for (int i = 0; i < values.length; i++) {
				mean[i % 2] -= values[i] / batches;
			}
		}
		// Five standard errors of the mean of 16000 episodes, each of which contributes less than 1.
		assertEquals(q * (1 - q), mean[1], 5 * 0.5 / Math.sqrt(batches * size));
		assertEquals(-q * (1 - q), mean[0], 5 * 0.5 / Math.sqrt(batches * size));
	}

	@Test
	void aNetworkLearnsToRememberForAReward() throws Exception {
		Run run = SmallStudy.execute(SmallStudy.plan("gru", List.of("task.id=recall", "objective.id=policy-gradient",
				"objective.entropy=0.001", "training.steps=150", "training.batchSize=24", "training.validationTrials=60",
				"training.validateEvery=150", "training.checkpointEvery=150", "training.learningRate=0.05")), temporary);
		assertEquals(RunState.DONE, run.getState(), run.getMessage());
		List<Measurement> rows = StudyFolder.metrics(Path.of(run.getFolder()));
		// Guessing gives 0.5 on average.
		assertTrue(-rows.getLast().validationLoss() > 0.9, "mean return " + -rows.getLast().validationLoss());
		assertTrue(Double.isNaN(rows.getLast().unexplained()));
	}

	@Test
	void anEnvironmentThatBreaksItsWordIsNamed() throws Exception {
		Run run = StudyExecution.execute(
				SmallStudy.plan("vanilla", List.of("task.id=blurred", "objective.id=policy-gradient")), temporary, false, 1,
				new ExecutionListener() {
				}, new NullProgressMonitor()).getRuns().get(0);
		assertEquals(RunState.FAILED, run.getState());
		assertTrue(run.getMessage().contains("task 'blurred'")
				&& run.getMessage().contains("observation: expected 1 values, found 2"), run.getMessage());
	}

	@Test
	void taskAndObjectiveMustFit() {
		assertProblem("objective 'mean-squared-error': learns from targets", "task.id=recall");
		assertProblem("objective 'policy-gradient': learns from rewards", "objective.id=policy-gradient");
		assertProblem("training > stateNoise", "task.id=recall", "objective.id=policy-gradient", "training.stateNoise=0.1");
	}

	private static void assertProblem(String expected, String... settings) {
		try {
			SmallStudy.plan("vanilla", List.of(settings));
		} catch (InvalidStudyException e) {
			assertTrue(e.getMessage().contains(expected), e.getMessage());
			return;
		}
		throw new AssertionError("valid, although: " + expected);
	}
}
