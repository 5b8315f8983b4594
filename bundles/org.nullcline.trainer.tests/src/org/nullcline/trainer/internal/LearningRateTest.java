package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nullcline.core.network.Precision;
import org.nullcline.core.study.TrainingSettings;
import org.nullcline.model.LearningRateSchedule;
import org.nullcline.model.PenaltyScope;
import org.nullcline.model.TargetMeasure;

/** The schedules that PyTorch has, against it; the others against their definition. */
class LearningRateTest {

	private static final double LARGEST = 0.2;
	private static final int STEPS = 25;

	private static TrainingSettings settings(LearningRateSchedule schedule) {
		return new TrainingSettings(List.of(new TrainingSettings.Phase("", STEPS, 1, List.of(), 0, Map.of())), 32,
				Precision.DOUBLE, true, new TrainingSettings.LearningRate(schedule, LARGEST, 0.05, 0.9, 0.3, 2, 0.01, 0),
				new TrainingSettings.Regularization(0, PenaltyScope.ALL, 0), new TrainingSettings.Noise(0, 0),
				new TrainingSettings.Validation(128, 1, TargetMeasure.FRACTION_OF_VARIANCE_UNEXPLAINED, 0),
				new TrainingSettings.Checkpoints(250, 0, true));
	}

	@Test
	void exponentialPerStepIsThatOfPyTorch() {
		assertSchedule("schedule exponential-per-step", LearningRateSchedule.EXPONENTIAL_PER_STEP);
	}

	@Test
	void cosineIsThatOfPyTorch() {
		assertSchedule("schedule cosine", LearningRateSchedule.COSINE);
	}

	@Test
	void plateauIsThatOfPyTorch() {
		assertSchedule("schedule plateau", LearningRateSchedule.PLATEAU);
	}

	private static void assertSchedule(String title, LearningRateSchedule schedule) {
		double[] expected = ReferenceNumbers.of(title);
		double[] losses = ReferenceNumbers.of("losses");
		assertEquals(STEPS, expected.length);
		LearningRate rate = new LearningRate(settings(schedule));
		for (int step = 1; step <= STEPS; step++) {
			assertEquals(expected[step - 1], rate.at(step), 1e-12, "step " + step);
			rate.validated(losses[step - 1]);
			// As if each step were a run resumed from a checkpoint.
			Map<String, String> progress = new HashMap<>();
			rate.save(progress);
			rate = new LearningRate(settings(schedule));
			rate.restore(progress);
		}
	}

	@Test
	void exponentialFallsToTheFinalFractionByEqualFactors() {
		LearningRate rate = new LearningRate(settings(LearningRateSchedule.EXPONENTIAL));
		for (int step = 1; step <= STEPS; step++) {
			assertEquals(LARGEST * Math.pow(0.05, (step - 1) / 24.0), rate.at(step), 1e-15);
		}
	}

	/** The loss of a reward is negative. */
	@Test
	void plateauOfANegativeLoss() {
		LearningRate rate = new LearningRate(settings(LearningRateSchedule.PLATEAU));
		rate.validated(-10);
		for (int n = 0; n < 3; n++) {
			assertEquals(LARGEST, rate.at(2), 0);
			rate.validated(-10.05);
		}
		assertEquals(0.3 * LARGEST, rate.at(2), 1e-15);
		rate.validated(-10.2);
		for (int n = 0; n < 2; n++) {
			rate.validated(-10.2);
		}
		assertEquals(0.3 * LARGEST, rate.at(2), 1e-15);
	}
}
