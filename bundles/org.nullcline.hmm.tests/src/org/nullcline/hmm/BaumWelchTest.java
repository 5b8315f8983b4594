package org.nullcline.hmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.nullcline.core.random.RandomStreams;

class BaumWelchTest {

	private static BaumWelchFit fit(BaumWelch algorithm, int[][] sequences, int states, int symbols) {
		return algorithm.fit(sequences, states, symbols, RandomStreams.of(2), new NullProgressMonitor());
	}

	@Test
	void noUpdateLowersTheLikelihood() {
		int[][] sequences = TestModels.sample(TestModels.lopsided(), 300, 20, 3);
		for (BaumWelchRun run : fit(new BaumWelch(5, 60, 0), sequences, 3, 3).runs()) {
			double[] values = run.logLikelihoods();
			for (int n = 1; n < values.length; n++) {
				assertTrue(values[n] >= values[n - 1] - 1e-9 * Math.abs(values[n]), "update " + n + " of " + Arrays.toString(values));
			}
			assertTrue(run.logLikelihood() > values[0] + 10);
			assertEquals(run.logLikelihood(), Arrays.stream(HiddenMarkovInference.logLikelihoods(run.model(), sequences)).sum(),
					1e-9 * Math.abs(run.logLikelihood()));
		}
	}

	/** One update is the ratio of expected counts, here by the sum over all paths. */
	@Test
	void anUpdateIsTheRatioOfExpectedCounts() {
		HiddenMarkovModel model = TestModels.lopsided();
		int[][] sequences = { { 0, 1, 1, 2 }, { 2, 2, 0, 1 }, { 1 } };
		double[][] transition = new double[3][3];
		double[][] emission = new double[3][3];
		double[] start = new double[3];
		for (int[] symbols : sequences) {
			double probability = AllSequences.probability(model, symbols);
			AllSequences.each(3, symbols.length, states -> {
				double weight = AllSequences.joint(model, states, symbols) / probability;
				start[states[0]] += weight / sequences.length;
				for (int t = 0; t < states.length; t++) {
					emission[states[t]][symbols[t]] += weight;
					if (t > 0) {
						transition[states[t - 1]][states[t]] += weight;
					}
				}
			});
		}
		BaumWelchRun run = new BaumWelch(1, 1, 0).refine(model, sequences, new NullProgressMonitor());
		assertFalse(run.converged());
		assertArrayEquals(start, run.model().start(), 1e-14);
		for (int i = 0; i < 3; i++) {
			double leaving = Arrays.stream(transition[i]).sum();
			double emitting = Arrays.stream(emission[i]).sum();
			for (int j = 0; j < 3; j++) {
				assertEquals(transition[i][j] / leaving, run.model().transition()[i][j], 1e-14);
				assertEquals(emission[i][j] / emitting, run.model().emission()[i][j], 1e-14);
			}
		}
	}

	@Test
	void theTwoStateChainIsRecovered() {
		HiddenMarkovModel truth = HiddenMarkovFamilies.linearChain(2);
		int[][] sequences = TestModels.sample(truth, 1000, 100, 5);
		BaumWelchFit fit = fit(new BaumWelch(4, 500, 1e-8), sequences, 2, 3);
		assertTrue(fit.best().converged());
		assertTrue(fit.runsNearBest(1) >= 2);
		HiddenMarkovModel found = StateMatching.match(truth, fit.best().model());
		// 50,000 steps in each state: five standard errors, a little widened because states are hidden.
		assertEquals(0.05, found.transition()[0][1], 6 * Math.sqrt(0.05 * 0.95 / 50_000));
		assertEquals(0.05, found.transition()[1][0], 6 * Math.sqrt(0.05 * 0.95 / 50_000));
		assertEquals(0.99, found.emission()[0][0], 6 * Math.sqrt(0.01 * 0.99 / 50_000));
		assertEquals(0.01, found.emission()[1][1], 6 * Math.sqrt(0.01 * 0.99 / 50_000));
		double ofTruth = Arrays.stream(HiddenMarkovInference.logLikelihoods(truth, sequences)).sum();
		assertTrue(fit.best().logLikelihood() >= ofTruth, "the maximum lies above the truth");
	}

	@Test
	void resultsDoNotDependOnTheNumberOfThreads() throws Exception {
		int[][] sequences = TestModels.sample(TestModels.lopsided(), 700, 10, 4);
		BaumWelch algorithm = new BaumWelch(2, 20, 0);
		BaumWelchFit here = fit(algorithm, sequences, 3, 3);
		for (int threads : new int[] { 1, 3 }) {
			try (ForkJoinPool pool = new ForkJoinPool(threads)) {
				BaumWelchFit there = pool.submit(() -> fit(algorithm, sequences, 3, 3)).get();
				assertEquals(here.best().model(), there.best().model());
				assertArrayEquals(here.best().logLikelihoods(), there.best().logLikelihoods());
			}
		}
	}

	@Test
	void poorDataGiveAModelAllTheSame() {
		for (int[][] sequences : new int[][][] { { { 0, 0, 0, 0, 0 } }, { { 1 } }, { {}, { 2, 1 }, {} }, { { 0, 1, 0, 1, 0, 1 } } }) {
			for (BaumWelchRun run : fit(new BaumWelch(3, 300, 1e-9), sequences, 4, 3).runs()) {
				assertTrue(Double.isFinite(run.logLikelihood()) && run.logLikelihood() < 1e-9, "log P = " + run.logLikelihood());
				// The record checks that rows are probabilities.
				assertEquals(4, run.model().states());
			}
		}
		assertEquals(0, fit(new BaumWelch(1, 300, 1e-12), new int[][] { { 0, 0, 0 } }, 1, 3).best().logLikelihood(), 1e-12);
	}

	@Test
	void whatCannotBeFittedIsRefused() {
		BaumWelch algorithm = BaumWelch.standard();
		assertThrows(IllegalArgumentException.class, () -> fit(algorithm, new int[][] { {}, {} }, 2, 2));
		String message = assertThrows(IllegalArgumentException.class, () -> fit(algorithm, new int[][] { { 0 }, { 0, 3 } }, 2, 2))
				.getMessage();
		assertTrue(message.contains("sequence 1, step 1: 3 is no symbol"), message);
		HiddenMarkovModel mute = HiddenMarkovModel.withUniformStart(new double[][] { { 1 } }, new double[][] { { 1, 0 } });
		message = assertThrows(IllegalArgumentException.class,
				() -> algorithm.refine(mute, new int[][] { { 1 } }, new NullProgressMonitor())).getMessage();
		assertTrue(message.contains("sequence 0"), message);
	}

	@Test
	void cancellationIsHeard() {
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		assertThrows(OperationCanceledException.class, () -> BaumWelch.standard().fit(new int[][] { { 0, 1 } }, 2, 2,
				RandomStreams.of(1), monitor));
	}
}
