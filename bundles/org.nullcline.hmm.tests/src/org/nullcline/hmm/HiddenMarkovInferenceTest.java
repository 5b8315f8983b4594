package org.nullcline.hmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HiddenMarkovInferenceTest {

	/** Rain and sun of the article "Viterbi algorithm" of Wikipedia, as in the tests of hmmlearn. */
	private static final HiddenMarkovModel WEATHER = new HiddenMarkovModel(new double[] { 0.6, 0.4 },
			new double[][] { { 0.7, 0.3 }, { 0.4, 0.6 } }, new double[][] { { 0.1, 0.4, 0.5 }, { 0.6, 0.3, 0.1 } });
	/** The umbrella of Russell and Norvig, as in the tests of hmmlearn. */
	private static final HiddenMarkovModel UMBRELLA = HiddenMarkovModel.withUniformStart(
			new double[][] { { 0.7, 0.3 }, { 0.3, 0.7 } }, new double[][] { { 0.9, 0.1 }, { 0.2, 0.8 } });
	/** Of the tests of Smile. */
	private static final HiddenMarkovModel COINS = HiddenMarkovModel.withUniformStart(
			new double[][] { { 0.8, 0.2 }, { 0.2, 0.8 } }, new double[][] { { 0.6, 0.4 }, { 0.4, 0.6 } });

	@Test
	void weather() {
		int[] symbols = { 0, 1, 2 };
		StatePath path = HiddenMarkovInference.mostProbablePath(WEATHER, symbols);
		assertArrayEquals(new int[] { 1, 0, 0 }, path.states());
		assertEquals(0.01344, Math.exp(path.logProbability()), 1e-15);
		double[][] posteriors = HiddenMarkovInference.posteriors(WEATHER, symbols);
		double[][] expected = { { 0.23170303, 0.76829697 }, { 0.62406281, 0.37593719 }, { 0.86397706, 0.13602294 } };
		for (int t = 0; t < 3; t++) {
			// hmmlearn checks six digits of these, and the last ones are not right.
			assertArrayEquals(expected[t], posteriors[t], 1e-7);
		}
	}

	@Test
	void umbrella() {
		int[] symbols = { 0, 0, 1, 0, 0 };
		assertEquals(-3.3725, HiddenMarkovInference.logLikelihood(UMBRELLA, symbols), 5e-5);
		StatePath path = HiddenMarkovInference.mostProbablePath(UMBRELLA, symbols);
		assertArrayEquals(new int[] { 0, 0, 1, 0, 0 }, path.states());
		assertEquals(-4.4590, path.logProbability(), 5e-5);
		double[][] posteriors = HiddenMarkovInference.posteriors(UMBRELLA, symbols);
		double[] expected = { 0.8673, 0.8204, 0.3075, 0.8204, 0.8673 };
		for (int t = 0; t < 5; t++) {
			assertEquals(expected[t], posteriors[t][0], 5e-5);
		}
	}

	@Test
	void coins() {
		int[] symbols = { 0, 0, 1, 1, 0, 1, 1, 0 };
		assertEquals(-5.609373, HiddenMarkovInference.logLikelihood(COINS, symbols), 5e-7);
		assertEquals(0.003663364, Math.exp(HiddenMarkovInference.logLikelihood(COINS, symbols)), 5e-10);
		assertEquals(7.33836e-5, Math.exp(
				HiddenMarkovInference.jointLogProbability(COINS, new int[] { 0, 0, 1, 1, 1, 1, 1, 0 }, symbols)), 1e-10);
	}

	@ParameterizedTest
	@EnumSource
	void logLikelihoodsOfTheStudysModels(StudyModel study) {
		assertEquals(study.logLikelihood, HiddenMarkovInference.logLikelihood(study.model, new int[] { 0, 0, 2, 2, 1 }), 1e-10);
	}

	/** Every sequence of four symbols, those that the model cannot emit included. */
	@Test
	void sumsOverAllPathsGiveTheSame() {
		HiddenMarkovModel model = TestModels.lopsided();
		double[] total = new double[1];
		AllSequences.each(3, 4, symbols -> {
			double[][] posteriors = new double[4][3];
			double[] best = new double[1];
			AllSequences.each(3, 4, states -> {
				double p = AllSequences.joint(model, states, symbols);
				best[0] = Math.max(best[0], p);
				for (int t = 0; t < 4; t++) {
					posteriors[t][states[t]] += p;
				}
			});
			double probability = AllSequences.probability(model, symbols);
			total[0] += probability;
			assertEquals(probability, Math.exp(HiddenMarkovInference.logLikelihood(model, symbols)), 1e-15);
			StatePath path = HiddenMarkovInference.mostProbablePath(model, symbols);
			assertEquals(best[0], Math.exp(path.logProbability()), 1e-16);
			assertEquals(path.logProbability(), HiddenMarkovInference.jointLogProbability(model, path.states(), symbols), 1e-12);
			for (int t = 0; t < 4; t++) {
				for (int i = 0; i < 3; i++) {
					assertEquals(posteriors[t][i] / probability, HiddenMarkovInference.posteriors(model, symbols)[t][i], 1e-13);
				}
			}
		});
		assertEquals(1, total[0], 1e-13);
	}

	@Test
	void longSequencesDoNotUnderflow() {
		int[] symbols = TestModels.sample(HiddenMarkovFamilies.cyclic(), 1, 20_000, 1)[0];
		double value = HiddenMarkovInference.logLikelihood(HiddenMarkovFamilies.cyclic(), symbols);
		assertTrue(value < -5_000 && value > -20_000, "log P = " + value);
	}

	@Test
	void impossibleSequencesAndNumbersThatAreNoSymbols() {
		HiddenMarkovModel mute = HiddenMarkovModel.withUniformStart(new double[][] { { 1 } }, new double[][] { { 1, 0 } });
		assertEquals(Double.NEGATIVE_INFINITY, HiddenMarkovInference.logLikelihood(mute, new int[] { 0, 1, 0 }));
		assertEquals(Double.NEGATIVE_INFINITY, HiddenMarkovInference.mostProbablePath(mute, new int[] { 0, 1, 0 }).logProbability());
		assertThrows(IllegalArgumentException.class, () -> HiddenMarkovInference.posteriors(mute, new int[] { 1 }));
		String message = assertThrows(IllegalArgumentException.class,
				() -> HiddenMarkovInference.logLikelihood(mute, new int[] { 0, 2 })).getMessage();
		assertTrue(message.contains("step 1: 2 is no symbol"), message);
		assertEquals(0, HiddenMarkovInference.logLikelihood(mute, new int[0]));
	}
}
