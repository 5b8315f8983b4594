package org.nullcline.hmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nullcline.core.random.RandomStreams;

class SequenceStatisticsTest {

	private static final int COUNT = 4000;
	/** Standard errors. With some hundred comparisons, one beyond has a chance of one in a thousand or less. */
	private static final double SIGMAS = 5;

	/** Samples agree with the closed forms, at the length of training. */
	@ParameterizedTest
	@EnumSource
	void samplesAgreeWithTheClosedForms(StudyModel study) {
		SequenceStatistics sampled = new SequenceStatistics(TestModels.sample(study.model, COUNT, study.steps, 11), 3);
		HiddenMarkovStatistics exact = new HiddenMarkovStatistics(study.model);
		assertMoments(exact.volatility(study.steps), sampled.volatility());
		for (int k = 0; k < 3; k++) {
			assertMoments(exact.frequency(k, study.steps), sampled.frequency(k));
			long[] counts = sampled.transitionCounts()[k];
			double visits = counts[0] + counts[1] + counts[2];
			for (int next = 0; next < 3; next++) {
				double p = exact.symbolTransitions()[k][next];
				// Transitions of one sequence are not independent; twice the binomial error covers that.
				assertEquals(p, sampled.symbolTransitions()[k][next], 2 * SIGMAS * Math.sqrt(p * (1 - p) / visits));
			}
			for (int lag : new int[] { 1, 3, 10 }) {
				assertEquals(exact.autocorrelation(k, lag), sampled.autocorrelation(k, lag), 0.05);
			}
			assertRuns(exact.symbolRuns(k), sampled.runs(k));
		}
		assertRuns(exact.symbolRuns(), sampled.runs());
	}

	private static void assertMoments(Moments exact, Moments sampled) {
		assertEquals(exact.mean(), sampled.mean(), SIGMAS * exact.deviation() / Math.sqrt(COUNT));
		assertEquals(exact.deviation(), sampled.deviation(), SIGMAS * exact.deviation() / Math.sqrt(COUNT));
	}

	/** Most sequences are hardly longer than their runs, so that this fails if cut-off runs are counted as if they ended. */
	private static void assertRuns(RunLengthLaw exact, RunLengths sampled) {
		RunLengthLaw law = sampled.law();
		for (int length : new int[] { 1, 2, 4, 8, 12 }) {
			double p = exact.survival(length);
			assertEquals(p, law.survival(length),
					2 * SIGMAS * Math.sqrt(p * (1 - p) / (sampled.completedRuns() + sampled.censoredRuns())) + 1e-9, "beyond " + length);
		}
	}

	/** In long sequences nearly every run is complete, and mean, variation and rate are those of the law. */
	@Test
	void runsOfLongSequences() {
		HiddenMarkovModel model = HiddenMarkovFamilies.linearChain(2);
		RunLengths runs = new SequenceStatistics(TestModels.sample(model, 20, 50_000, 12), 3).runs(0);
		RunLengthLaw exact = new HiddenMarkovStatistics(model).symbolRuns(0);
		double n = runs.completedRuns();
		assertEquals(exact.mean(), runs.law().mean(), SIGMAS * Math.sqrt(exact.variance() / n));
		assertEquals(exact.variationCoefficient(), runs.law().variationCoefficient(), SIGMAS * 1.5 / Math.sqrt(n));
		assertEquals(exact.meanRate(), runs.law().meanRate(), SIGMAS * 0.4 / Math.sqrt(n));
	}

	@Test
	void aSmallCase() {
		SequenceStatistics statistics = new SequenceStatistics(new int[][] { { 0, 0, 1, 1, 1, 0, 2 }, { 2, 2, 2 }, { 1, 0, 0 } }, 3);
		assertEquals((3.0 / 7 + 0 + 2.0 / 3) / 3, statistics.frequency(0).mean(), 1e-15);
		assertEquals(4.0 / 3, statistics.volatility().mean(), 1e-15);
		assertEquals(Math.sqrt(7.0 / 3), statistics.volatility().deviation(), 1e-15);
		assertArrayEquals(new long[][] { { 2, 1, 1 }, { 2, 2, 0 }, { 0, 0, 2 } }, statistics.transitionCounts());
		assertArrayEquals(new double[] { 0.5, 0.25, 0.25 }, statistics.symbolTransitions()[0]);
		// Complete: 1,1,1 and 0. Cut off: 2 and 0,0. Without a beginning: 0,0 and 2,2,2 and 1.
		RunLengths runs = statistics.runs();
		assertArrayEquals(new long[] { 0, 1, 0, 1, 0, 0, 0, 0 }, runs.completed());
		assertArrayEquals(new long[] { 0, 1, 1, 0, 0, 0, 0, 0 }, runs.censored());
		// Of three runs that were watched at length 1 one ended; the run of two was watched no further.
		assertArrayEquals(new double[] { 1, 2.0 / 3, 2.0 / 3, 0 }, runs.law().survival(), 1e-15);
		assertEquals(1.0 / 3 + 3 * 2.0 / 3, runs.law().mean(), 1e-15);
		assertEquals(1.0 / 3 + 2.0 / 9, runs.law().meanRate(), 1e-15);
		assertThrows(IllegalStateException.class, () -> new SequenceStatistics(new int[][] { { 2, 2 } }, 3).runs().law());
	}

	@Test
	void autocorrelationOfAnAlternation() {
		SequenceStatistics statistics = new SequenceStatistics(new int[][] { { 0, 1, 0, 1, 0, 1 } }, 2);
		assertEquals(-1, statistics.autocorrelation(0, 1), 1e-15);
		assertEquals(1, statistics.autocorrelation(0, 2), 1e-15);
		assertTrue(Double.isNaN(new SequenceStatistics(new int[][] { { 0, 0, 0 } }, 2).autocorrelation(0, 1)));
		assertTrue(Double.isNaN(new SequenceStatistics(new int[][] { { 0, 1 } }, 3).symbolTransitions()[2][0]));
	}

	@Test
	void faultySequencesAreNamed() {
		assertThrows(IllegalArgumentException.class, () -> new SequenceStatistics(new int[0][], 3));
		String message = assertThrows(IllegalArgumentException.class, () -> new SequenceStatistics(new int[][] { { 0 }, {} }, 3))
				.getMessage();
		assertTrue(message.contains("sequence 1 is empty"), message);
		message = assertThrows(IllegalArgumentException.class, () -> new SequenceStatistics(new int[][] { { 0, -1 } }, 3)).getMessage();
		assertTrue(message.contains("sequence 0, step 1: -1 is no symbol"), message);
	}

	@Test
	void impossibleStatesAndSymbolsAreNeverDrawn() {
		HiddenMarkovModel model = new HiddenMarkovModel(new double[] { 1, 0 }, new double[][] { { 0.1, 0.9 }, { 1, 0 } },
				new double[][] { { 0, 1, 0 }, { 0.7, 0.3, 0 } });
		SampledSequence sequence = new HiddenMarkovSampler(model).sample(10_000, RandomStreams.of(1).stream("x"));
		assertEquals(0, sequence.states()[0]);
		for (int t = 0; t < 10_000; t++) {
			assertTrue(sequence.symbols()[t] < 2);
			assertTrue(sequence.states()[t] == 1 || sequence.symbols()[t] == 1);
			assertTrue(t == 0 || sequence.states()[t] == 0 || sequence.states()[t - 1] == 0);
		}
		SampledSequence shorter = new HiddenMarkovSampler(model).sample(10, RandomStreams.of(1).stream("x"));
		assertArrayEquals(java.util.Arrays.copyOf(sequence.symbols(), 10), shorter.symbols());
	}
}
