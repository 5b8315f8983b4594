package org.nullcline.hmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenMarkovStatisticsTest {

	private static void assertMoments(Moments expected, Moments actual, double tolerance) {
		assertEquals(expected.mean(), actual.mean(), tolerance * expected.mean());
		assertEquals(expected.deviation(), actual.deviation(), tolerance * expected.deviation());
	}

	@ParameterizedTest
	@EnumSource
	void statisticsOfTheStudysModels(StudyModel study) {
		HiddenMarkovStatistics statistics = new HiddenMarkovStatistics(study.model);
		assertArrayEquals(study.stationary, statistics.stationary(), 1e-15);
		assertArrayEquals(study.frequencies, statistics.symbolFrequencies(), 1e-15);
		for (int k = 0; k < 3; k++) {
			assertArrayEquals(study.symbolTransitions[k], statistics.symbolTransitions()[k], 1e-14);
			assertMoments(new Moments(study.frequencies[k], study.frequencyDeviations[k]), statistics.frequency(k, study.steps), 1e-11);
			assertMoments(new Moments(study.frequencies[k], study.frequencyDeviations100[k]), statistics.frequency(k, 100), 1e-11);
		}
		assertEquals(study.changeProbability, statistics.changeProbability(), 1e-14);
		assertMoments(study.volatility, statistics.volatility(study.steps), 1e-12);
		assertMoments(study.volatility100, statistics.volatility(100), 1e-12);
		assertEquals(study.entropyRate, statistics.stateEntropyRate(), 1e-14);
		assertArrayEquals(study.eigenvalueModuli, statistics.eigenvalueModuli(), 1e-13);
		for (int i = 0; i < study.meanDwells.length; i++) {
			assertEquals(study.meanDwells[i], statistics.stateDwell(i).mean(), 1e-13 * study.meanDwells[i]);
		}
	}

	/** Also where sequences do not begin in the stationary distribution. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void momentsAreThoseOfTheSumOverAllSequences(int steps) {
		HiddenMarkovModel model = TestModels.lopsided();
		double[] sums = new double[8];
		AllSequences.each(3, steps, symbols -> {
			double p = AllSequences.probability(model, symbols);
			int changes = 0;
			int[] counts = new int[3];
			for (int t = 0; t < steps; t++) {
				counts[symbols[t]]++;
				changes += t > 0 && symbols[t] != symbols[t - 1] ? 1 : 0;
			}
			sums[0] += p * changes;
			sums[1] += p * changes * changes;
			for (int k = 0; k < 3; k++) {
				sums[2 + 2 * k] += p * counts[k] / steps;
				sums[3 + 2 * k] += p * counts[k] * counts[k] / steps / steps;
			}
		});
		HiddenMarkovStatistics statistics = new HiddenMarkovStatistics(model);
		Moments[] actual = { statistics.volatility(steps), statistics.frequency(0, steps), statistics.frequency(1, steps),
				statistics.frequency(2, steps) };
		for (int n = 0; n < 4; n++) {
			assertEquals(sums[2 * n], actual[n].mean(), 1e-14);
			assertEquals(sums[2 * n + 1] - sums[2 * n] * sums[2 * n], actual[n].deviation() * actual[n].deviation(), 1e-13);
		}
	}

	@Test
	void theStationaryDistributionIsLeftAsItIs() {
		HiddenMarkovModel model = TestModels.lopsided();
		double[] law = new HiddenMarkovStatistics(model).stationary();
		for (int j = 0; j < 3; j++) {
			double next = 0;
			for (int i = 0; i < 3; i++) {
				next += law[i] * model.transition()[i][j];
			}
			assertEquals(law[j], next, 1e-15);
		}
	}

	@Test
	void statesThatAreLeftForEverDoNotCount() {
		double[][] emission = { { 1, 0 }, { 0, 1 }, { 0, 1 } };
		assertArrayEquals(new double[] { 0, 0.25, 0.75 }, new HiddenMarkovStatistics(HiddenMarkovModel
				.withUniformStart(new double[][] { { 0.5, 0.5, 0 }, { 0, 0.7, 0.3 }, { 0, 0.1, 0.9 } }, emission)).stationary(), 1e-15);
		HiddenMarkovModel two = HiddenMarkovModel.withUniformStart(new double[][] { { 1, 0, 0 }, { 0.5, 0, 0.5 }, { 0, 0, 1 } }, emission);
		String message = assertThrows(IllegalArgumentException.class, () -> new HiddenMarkovStatistics(two)).getMessage();
		assertTrue(message.contains("that of state 1 and that of state 3"), message);
	}

	@Test
	void dwellsAreGeometric() {
		GeometricDwell dwell = new HiddenMarkovStatistics(HiddenMarkovFamilies.linearChain(2)).stateDwell(0);
		assertEquals(0.9747, dwell.variationCoefficient(), 5e-5);
		assertEquals(0.1577, dwell.meanRate(), 5e-5);
		assertEquals(0.95 / 0.0025, dwell.variance(), 1e-9);
		assertEquals(Math.pow(0.95, 7), dwell.survival(7), 1e-15);
		assertEquals(1, new GeometricDwell(1).meanRate());
	}

	/** Where each state has a symbol of its own without error, runs of symbols are dwells of states. */
	@Test
	void runsOfPureSymbolsAreDwells() {
		HiddenMarkovStatistics statistics = new HiddenMarkovStatistics(HiddenMarkovModel
				.withUniformStart(TransitionRules.fullyConnected(3, 0.9), EmissionRules.dominant(3, 3, 0)));
		GeometricDwell dwell = statistics.stateDwell(1);
		for (RunLengthLaw law : new RunLengthLaw[] { statistics.symbolRuns(1), statistics.symbolRuns() }) {
			assertEquals(dwell.mean(), law.mean(), 1e-12);
			assertEquals(dwell.variance(), law.variance(), 1e-10);
			assertEquals(dwell.variationCoefficient(), law.variationCoefficient(), 1e-12);
			assertEquals(dwell.meanRate(), law.meanRate(), 1e-13);
			assertEquals(dwell.survival(30), law.survival(30), 1e-15);
			assertEquals(0, law.unresolved(), 1e-15);
		}
	}

	/** Renewal: a change begins a run, so that the mean length is one over the rate of changes. */
	@ParameterizedTest
	@EnumSource
	void theMeanRunIsOneOverTheRateOfChanges(StudyModel study) {
		HiddenMarkovStatistics statistics = new HiddenMarkovStatistics(study.model);
		assertEquals(1 / study.changeProbability, statistics.symbolRuns().mean(), 1e-11);
	}

	/** c_l = 0.99^2 / 4 * 0.9^l for the end symbols of the two-state chain. */
	@Test
	void autocorrelationDecaysWithTheEigenvalue() {
		HiddenMarkovStatistics statistics = new HiddenMarkovStatistics(HiddenMarkovFamilies.linearChain(2));
		assertEquals(1, statistics.autocorrelation(0, 0));
		for (int lag = 1; lag < 30; lag++) {
			assertEquals(0.99 * 0.99 / 4 * Math.pow(0.9, lag) / (0.495 * 0.505), statistics.autocorrelation(0, lag), 1e-14);
			assertEquals(0, statistics.autocorrelation(1, lag), 1e-13);
		}
	}

	/** Far from stationary at the start: what is expected in short sequences is the sum over all of them. */
	@Test
	void countsInSequencesOfAGivenLength() {
		int steps = 6;
		HiddenMarkovModel model = new HiddenMarkovModel(new double[] { 0.1, 0.9 }, new double[][] { { 0.99, 0.01 }, { 0.2, 0.8 } },
				new double[][] { { 0.9, 0.1 }, { 0.3, 0.7 } });
		double[][] pairs = new double[2][2];
		double[] blocks = new double[8];
		double ones = 0;
		double both = 0;
		double begun = 0;
		double longer = 0;
		for (int code = 0; code < 1 << steps; code++) {
			int[] sequence = new int[steps];
			for (int t = 0; t < steps; t++) {
				sequence[t] = code >> t & 1;
			}
			double p = Math.exp(HiddenMarkovInference.logLikelihoods(model, new int[][] { sequence })[0]);
			for (int t = 0; t < steps; t++) {
				ones += p * sequence[t] / steps;
				if (t > 0) {
					pairs[sequence[t - 1]][sequence[t]] += p;
				}
				if (t > 1) {
					blocks[4 * sequence[t - 2] + 2 * sequence[t - 1] + sequence[t]] += p / (steps - 2);
					both += p * sequence[t - 2] * sequence[t] / (steps - 2);
				}
			}
			// Runs of 1 that begin where one step more can be seen.
			for (int t = 1; t < steps - 1; t++) {
				boolean begins = sequence[t - 1] == 0 && sequence[t] == 1;
				begun += begins ? p : 0;
				longer += begins && sequence[t + 1] == 1 ? p : 0;
			}
		}
		HiddenMarkovStatistics statistics = new HiddenMarkovStatistics(model);
		for (int a = 0; a < 2; a++) {
			for (int b = 0; b < 2; b++) {
				assertEquals(pairs[a][b] / (pairs[a][0] + pairs[a][1]), statistics.symbolTransitions(steps)[a][b], 1e-14);
			}
		}
		assertEquals((both - ones * ones) / (ones - ones * ones), statistics.autocorrelation(1, 2, steps), 1e-13);
		double entropy = 0;
		for (int block = 0; block < 8; block++) {
			entropy -= blocks[block] * Math.log(blocks[block] / (blocks[block & 6] + blocks[block | 1])) / Math.log(2);
		}
		assertEquals(entropy, SymbolEntropy.of(model, 2, steps), 1e-13);
		assertEquals(longer / begun, statistics.symbolRuns(1, steps - 1).survival(1), 1e-14);
		assertEquals(1, statistics.meanState(1)[0] / 0.1, 1e-15);
	}
}
