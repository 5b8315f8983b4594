package org.nullcline.tasks.integration.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.task.InputCondition;
import org.nullcline.core.task.Integral;
import org.nullcline.core.task.Probe;
import org.nullcline.core.task.Tasks;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

class ContextIntegrationTest {

	private static final int TRIALS = 400;

	private static TrialTask task(Map<String, String> given) throws Exception {
		var contribution = ContributionRegistry.read().find(ContributionKind.TASK, "context-integration").orElseThrow();
		return Tasks.create(contribution, contribution.parameters(given));
	}

	private static TrialBatch draw(TrialTask task) {
		return task.trials(TRIALS, RandomStreams.of(1).stream("trials"));
	}

	@Test
	void targetsAreRunningSumsOfTheCuedStream() throws Exception {
		TrialBatch batch = draw(task(Map.of("streams", "3")));
		assertArrayEquals(new long[] { TRIALS, 30, 6 }, batch.inputs().shape());
		double[] x = NativeArrays.values(batch.inputs());
		double[] y = NativeArrays.values(batch.targets());
		int[] cues = new int[3];
		for (int trial = 0; trial < TRIALS; trial++) {
			int cued = Integer.parseInt(batch.metadata().get(trial).get("condition").substring(8)) - 1;
			cues[cued]++;
			double sum = 0;
			for (int t = 0; t < 30; t++) {
				int at = (trial * 30 + t) * 6;
				for (int k = 0; k < 3; k++) {
					assertEquals(k == cued ? 1 : 0, x[at + 3 + k]);
				}
				sum += x[at + cued];
				assertEquals(sum / 5, y[trial * 30 + t], 1e-12);
			}
		}
		for (int count : cues) {
			assertEquals(TRIALS / 3.0, count, 5 * Math.sqrt(TRIALS * 2 / 9.0));
		}
	}

	@Test
	void streamsHaveTheMeansAndTheNoiseThatTheyShould() throws Exception {
		TrialBatch batch = draw(task(Map.of()));
		double[] x = NativeArrays.values(batch.inputs());
		double squares = 0;
		double smallest = 0;
		double largest = 0;
		for (int trial = 0; trial < TRIALS; trial++) {
			for (int k = 0; k < 2; k++) {
				double mean = Double.parseDouble(batch.metadata().get(trial).get("mean " + (k + 1)));
				smallest = Math.min(smallest, mean);
				largest = Math.max(largest, mean);
				for (int t = 0; t < 30; t++) {
					squares += Math.pow(x[(trial * 30 + t) * 4 + k] - mean, 2);
				}
			}
		}
		double n = TRIALS * 60;
		assertEquals(1, squares / n, 5 * Math.sqrt(2 / n));
		assertTrue(smallest >= -1 && smallest < -0.95 && largest <= 1 && largest > 0.95, smallest + " " + largest);
	}

	@Test
	void integratorOfTheTutorials() throws Exception {
		TrialBatch batch = draw(task(Map.of("steps", "25", "mean-distribution", "shifted-gaussian", "mean-scale", "0.01",
				"noise", "0.125", "target-scale", "1")));
		double sum = 0;
		double squares = 0;
		for (Map<String, String> trial : batch.metadata()) {
			double mean = Double.parseDouble(trial.get("mean 1"));
			sum += mean;
			squares += mean * mean;
		}
		double mean = sum / TRIALS;
		assertEquals(-0.01, mean, 5 * 0.02 / Math.sqrt(TRIALS));
		assertEquals(0.02, Math.sqrt(squares / TRIALS - mean * mean), 5 * 0.02 / Math.sqrt(2 * TRIALS));
	}

	@Test
	void conditionsIntegralsAndProbes() throws Exception {
		TrialTask task = task(Map.of("probes", "5"));
		List<InputCondition> conditions = task.inputConditions();
		assertArrayEquals(new double[] { 0, 0, 1, 0 }, conditions.get(0).values());
		assertArrayEquals(new double[] { 0, 0, 0, 1 }, conditions.get(1).values());
		assertEquals(List.of(new Integral(0, 1, 0.2, List.of(0))), task.integrals(conditions.get(1)));
		List<Probe> probes = task.probes();
		assertEquals(10, probes.size());
		assertArrayEquals(new double[] { -1, -0.5, 0, 0.5, 1 },
				probes.subList(5, 10).stream().mapToDouble(Probe::value).toArray(), 1e-12);
		double[] inputs = NativeArrays.values(probes.get(6).inputs());
		assertEquals(30 * 4, inputs.length);
		for (int t = 0; t < 30; t++) {
			assertArrayEquals(new double[] { 0, -0.5, 0, 1 }, java.util.Arrays.copyOfRange(inputs, 4 * t, 4 * t + 4));
		}
	}
}
