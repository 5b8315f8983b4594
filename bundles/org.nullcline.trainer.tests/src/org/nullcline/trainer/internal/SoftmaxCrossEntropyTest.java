package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.core.training.ObjectiveFactory;
import org.nullcline.linearalgebra.NativeArrays;

class SoftmaxCrossEntropyTest {

	private static double evaluate(double[] outputs, TrialBatch trials, INDArray gradient) {
		return new SoftmaxCrossEntropy().evaluate(NativeArrays.of(outputs, gradient.shape()), trials,
				RandomStreams.of(1).stream("objective"), gradient);
	}

	private static TrialBatch trials(double[] targets, int trials, int steps, int classes, double... mask) {
		return new TrialBatch(NativeArrays.zeros(trials, steps, 1), NativeArrays.of(targets, trials, steps, classes),
				mask.length == 0 ? Optional.empty() : Optional.of(NativeArrays.of(mask, trials, steps)), List.of());
	}

	private static TrialBatch referenceTrials() {
		return trials(ReferenceNumbers.of("targets"), 2, 3, 4, ReferenceNumbers.of("mask"));
	}

	@Test
	void agreesWithPyTorch() {
		INDArray gradient = NativeArrays.zeros(2, 3, 4);
		assertEquals(ReferenceNumbers.of("cross-entropy")[0],
				evaluate(ReferenceNumbers.of("logits"), referenceTrials(), gradient), 1e-12);
		assertArrayEquals(ReferenceNumbers.of("cross-entropy-gradient"), NativeArrays.values(gradient), 1e-12);
	}

	@Test
	void theGradientAgreesWithCentralDifferences() {
		TrialBatch trials = referenceTrials();
		double[] logits = ReferenceNumbers.of("logits");
		for (int i = 0; i < logits.length; i++) {
			// Far from saturation, so that differences are not lost in rounding.
			logits[i] /= 5;
		}
		INDArray gradient = NativeArrays.zeros(2, 3, 4);
		evaluate(logits, trials, gradient);
		double[] found = NativeArrays.values(gradient);
		for (int i = 0; i < logits.length; i++) {
			double before = logits[i];
			logits[i] = before + 1e-5;
			double above = evaluate(logits, trials, NativeArrays.zeros(2, 3, 4));
			logits[i] = before - 1e-5;
			double below = evaluate(logits, trials, NativeArrays.zeros(2, 3, 4));
			logits[i] = before;
			assertEquals((above - below) / 2e-5, found[i], 1e-6 * Math.max(Math.abs(found[i]), 1e-3), "output " + i);
		}
	}

	@Test
	void staysFiniteForLargeOutputs() {
		INDArray gradient = NativeArrays.zeros(1, 1, 2);
		assertEquals(2000, evaluate(new double[] { 1000, -1000 }, trials(new double[] { 0, 1 }, 1, 1, 2), gradient), 1e-9);
		assertArrayEquals(new double[] { 1, -1 }, NativeArrays.values(gradient), 1e-15);
	}

	/** As it must be, since the softmax does not change if the same is added to all outputs. */
	@Test
	void theGradientHasNoSumEvenIfTheTargetsAreRounded() {
		INDArray gradient = NativeArrays.zeros(1, 1, 2);
		evaluate(new double[] { 1, 2 }, trials(new double[] { 0.3, 0.7000009 }, 1, 1, 2), gradient);
		assertEquals(0, gradient.sumNumber().doubleValue(), 1e-15);
	}

	@Test
	void outputsThatAreNotFiniteGiveNoNumber() {
		for (double bad : new double[] { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY }) {
			INDArray gradient = NativeArrays.zeros(1, 1, 2);
			assertEquals(Double.NaN, evaluate(new double[] { bad, 0 }, trials(new double[] { 0, 1 }, 1, 1, 2), gradient));
			assertArrayEquals(new double[2], NativeArrays.values(gradient));
		}
	}

	@Test
	void namesTheStepWhoseTargetsAreNoProbabilities() {
		for (double[] bad : new double[][] { { 0, 0 }, { 0.5, 0.50001 }, { 1.5, -0.5 }, { Double.NaN, 1 } }) {
			double[] targets = { 1, 0, 0, 1, 0.5, 0.5, 1, 0, bad[0], bad[1], 0, 1 };
			String message = assertThrows(IllegalArgumentException.class,
					() -> evaluate(new double[12], trials(targets, 2, 3, 2), NativeArrays.zeros(2, 3, 2))).getMessage();
			assertTrue(message.contains("trial 1, step 1"), message);
			// Padding may hold anything.
			assertEquals(Math.log(2), evaluate(new double[12], trials(targets, 2, 3, 2, 1, 1, 1, 1, 0, 1),
					NativeArrays.zeros(2, 3, 2)), 1e-15);
		}
	}

	@Test
	void refusesAnotherNumberOfClassesAndNothingToCompare() {
		assertThrows(IllegalArgumentException.class,
				() -> evaluate(new double[3], trials(new double[] { 0, 1 }, 1, 1, 2), NativeArrays.zeros(1, 1, 3)));
		assertThrows(IllegalArgumentException.class,
				() -> evaluate(new double[2], trials(new double[] { 0, 1 }, 1, 1, 2, 0), NativeArrays.zeros(1, 1, 2)));
	}

	@Test
	void canBeChosen() throws Exception {
		Contribution contribution = ContributionRegistry.read().find(ContributionKind.OBJECTIVE, "softmax-cross-entropy")
				.orElseThrow();
		Objective objective = contribution.instantiate(ObjectiveFactory.class).create(contribution.parameters(Map.of()));
		assertEquals(SoftmaxCrossEntropy.class, objective.getClass());
	}
}
