package org.nullcline.tasks.oscillation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.InputCondition;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

class SineTest {

	private static final Map<String, String> SUSSILLO_BARAK = Map.of("lowest-input", "0.26960784313725489",
			"highest-input", "1.25", "levels", "51", "slope", "0.0811690209", "offset", "-0.00596831037", "commands", "51");

	private static TrialTask task(Map<String, String> given) throws Exception {
		var contribution = ContributionRegistry.read().find(ContributionKind.TASK, "sine").orElseThrow();
		return Tasks.create(contribution, contribution.parameters(given));
	}

	private static TrialBatch draw(TrialTask task, int count) {
		return task.trials(count, RandomStreams.of(1).stream("trials"));
	}

	@Test
	void targetsAreSinesInCyclesPerStep() throws Exception {
		TrialBatch batch = draw(task(Map.of()), 50);
		assertArrayEquals(new long[] { 50, 500, 1 }, batch.targets().shape());
		double[] x = NativeArrays.values(batch.inputs());
		double[] y = NativeArrays.values(batch.targets());
		for (int trial = 0; trial < 50; trial++) {
			double u = x[trial * 500];
			assertTrue(u >= 0 && u < 1);
			for (int t = 0; t < 500; t++) {
				assertEquals(u, x[trial * 500 + t]);
				assertEquals(Math.sin(2 * Math.PI * (0.04 * u + 0.01) * (t + 1)), y[trial * 500 + t], 1e-12);
			}
			Map<String, String> about = batch.metadata().get(trial);
			assertEquals(0.04 * u + 0.01, Double.parseDouble(about.get("frequency (cycles/step)")), 1e-15);
			assertEquals(4 * u + 1, Double.parseDouble(about.get("frequency (Hz)")), 1e-12);
		}
	}

	@Test
	void commandsAreEvenlySpacedFromEndToEnd() throws Exception {
		TrialTask task = task(Map.of());
		List<InputCondition> conditions = task.inputConditions();
		assertEquals(21, conditions.size());
		for (int n = 0; n < 21; n++) {
			assertEquals(n / 20.0, conditions.get(n).values()[0], 1e-12);
			assertEquals(0.01 + 0.04 * n / 20, task.commandedFrequency(conditions.get(n)).orElseThrow(), 1e-12);
		}
		assertEquals(0.01, task.secondsPerStep().orElseThrow());
	}

	@Test
	void commandsOfSussilloAndBarak() throws Exception {
		TrialTask task = task(SUSSILLO_BARAK);
		List<InputCondition> conditions = task.inputConditions();
		assertEquals(51, conditions.size());
		for (int j = 1; j <= 51; j++) {
			assertEquals(j / 51.0 + 0.25, conditions.get(j - 1).values()[0], 1e-9);
			assertEquals(0.1 + 0.5 * (j - 1) / 50, 2 * Math.PI * task.commandedFrequency(conditions.get(j - 1)).orElseThrow(),
					1e-8);
		}
		double[] x = NativeArrays.values(draw(task, 2000).inputs());
		TreeSet<Long> levels = new TreeSet<>();
		for (double u : x) {
			assertEquals(Math.rint((u - 0.25) * 51), (u - 0.25) * 51, 1e-7);
			levels.add(Math.round((u - 0.25) * 51));
		}
		assertEquals(51, levels.size());
	}

	@Test
	void sameStreamSameTrials() throws Exception {
		assertArrayEquals(NativeArrays.values(draw(task(Map.of()), 5).inputs()),
				NativeArrays.values(draw(task(Map.of()), 5).inputs()));
	}

	@Test
	void frequenciesThatCannotBeSampledAreRefused() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> task(Map.of("slope", "1"))).getMessage()
				.contains("cycles per step"));
		assertThrows(IllegalArgumentException.class, () -> task(Map.of("offset", "-0.02")));
		assertThrows(IllegalArgumentException.class, () -> task(Map.of("lowest-input", "2")));
		assertThrows(IllegalArgumentException.class, () -> task(Map.of("levels", "1")));
	}
}
