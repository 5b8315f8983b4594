package org.nullcline.tasks.memory.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.linearalgebra.NativeArrays;
import org.nullcline.tasks.memory.internal.FlipFlop.Start;

class FlipFlopTest {

	private static final int TRIALS = 200;

	private static TrialBatch draw(FlipFlop task) {
		return task.trials(TRIALS, RandomStreams.of(1).stream("trials"));
	}

	@ParameterizedTest
	@EnumSource(Start.class)
	void targetsHoldTheLastPulse(Start start) {
		FlipFlop task = new FlipFlop(3, 40, 0.1, start);
		TrialBatch batch = draw(task);
		double[] x = NativeArrays.values(batch.inputs());
		double[] y = NativeArrays.values(batch.targets());
		for (int trial = 0; trial < TRIALS; trial++) {
			double[] held = new double[3];
			java.util.Arrays.fill(held, start == Start.MINUS_ONE ? -1 : 0);
			for (int t = 0; t < 40; t++) {
				for (int k = 0; k < 3; k++) {
					int at = (trial * 40 + t) * 3 + k;
					assertTrue(x[at] == 0 || Math.abs(x[at]) == 1);
					held[k] = x[at] != 0 ? x[at] : held[k];
					assertEquals(held[k], y[at]);
					if (t == 0 && start == Start.PULSE_AT_START) {
						assertEquals(1, Math.abs(x[at]));
					}
				}
			}
		}
	}

	@Test
	void pulsesComeAsOftenAsTheyShouldWithBothSigns() {
		double[] x = NativeArrays.values(draw(new FlipFlop(3, 100, 0.05, Start.ZERO_UNTIL_PULSE)).inputs());
		double n = x.length;
		double pulses = 0;
		double sum = 0;
		for (double value : x) {
			pulses += Math.abs(value);
			sum += value;
		}
		assertEquals(0.05, pulses / n, 5 * Math.sqrt(0.05 * 0.95 / n));
		assertEquals(0, sum / n, 5 * Math.sqrt(0.05 / n));
	}

	@Test
	void onlyTheStartAtMinusOneHasAMask() {
		assertTrue(draw(new FlipFlop(2, 20, 0.1, Start.PULSE_AT_START)).mask().isEmpty());
		double[] mask = NativeArrays.values(draw(new FlipFlop(2, 20, 0.1, Start.MINUS_ONE)).mask().orElseThrow());
		for (int i = 0; i < mask.length; i++) {
			assertEquals(i % 20 < 5 ? 0 : 1, mask[i]);
		}
		assertThrows(IllegalArgumentException.class, () -> new FlipFlop(2, 5, 0.1, Start.MINUS_ONE));
	}

	@Test
	void theSameStreamGivesTheSameTrials() {
		FlipFlop task = new FlipFlop(2, 30, 0.2, Start.PULSE_AT_START);
		assertArrayEquals(NativeArrays.values(draw(task).inputs()), NativeArrays.values(draw(task).inputs()));
	}

	@Test
	void memoriesAreTheCornersOfTheCubeAndTrialsNameTheirs() {
		FlipFlop task = new FlipFlop(3, 30, 0.2, Start.PULSE_AT_START);
		assertEquals(8, task.memories().stream().map(java.util.Arrays::toString).distinct().count());
		TrialBatch batch = draw(task);
		double[] y = NativeArrays.values(batch.targets());
		for (int trial = 0; trial < TRIALS; trial++) {
			String condition = batch.metadata().get(trial).get("condition");
			for (int k = 0; k < 3; k++) {
				assertEquals(y[(trial * 30 + 29) * 3 + k] > 0 ? '+' : '-', condition.charAt(k));
			}
		}
	}
}
