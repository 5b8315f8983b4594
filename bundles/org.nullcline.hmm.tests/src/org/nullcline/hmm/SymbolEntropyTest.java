package org.nullcline.hmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SymbolEntropyTest {

	/** Where symbols are states, one symbol tells all that the past can tell. */
	@Test
	void ofAMarkovChainItIsTheEntropyRateOfTheStates() {
		HiddenMarkovModel chain = HiddenMarkovModel.withUniformStart(TestModels.lopsided().transition(), EmissionRules.dominant(3, 3, 0));
		double rate = new HiddenMarkovStatistics(chain).stateEntropyRate();
		for (int order = 1; order < 5; order++) {
			assertEquals(rate, SymbolEntropy.of(chain, order), 1e-13);
		}
	}

	/** First order from the transitions of symbols; higher orders only lower it. */
	@ParameterizedTest
	@EnumSource
	void itFallsWithTheOrder(StudyModel study) {
		double zeroth = 0;
		double first = 0;
		for (int a = 0; a < 3; a++) {
			zeroth -= study.frequencies[a] * Math.log(study.frequencies[a]) / Math.log(2);
			for (double p : study.symbolTransitions[a]) {
				first -= study.frequencies[a] * p * Math.log(p) / Math.log(2);
			}
		}
		assertEquals(zeroth, SymbolEntropy.of(study.model, 0), 1e-13);
		assertEquals(first, SymbolEntropy.of(study.model, 1), 1e-13);
		for (int order = 1; order < 6; order++) {
			assertTrue(SymbolEntropy.of(study.model, order) <= SymbolEntropy.of(study.model, order - 1) + 1e-13);
		}
	}

	@ParameterizedTest
	@EnumSource
	void samplesHaveIt(StudyModel study) {
		int[][] sequences = TestModels.sample(study.model, 2000, study.steps, 21);
		// Nine contexts, at least 54,000 symbols: the error is that of the mean information of some ten thousand changes.
		assertEquals(SymbolEntropy.of(study.model, 2), SymbolEntropy.of(sequences, 3, 2), 0.03);
	}

	@Test
	void smallCases() {
		assertEquals(1, SymbolEntropy.of(new int[][] { { 0, 1, 0, 1 } }, 2, 0), 1e-15);
		assertEquals(0, SymbolEntropy.of(new int[][] { { 0, 1, 0, 1 } }, 2, 1), 1e-15);
		assertThrows(IllegalArgumentException.class, () -> SymbolEntropy.of(new int[][] { { 0, 1 } }, 2, 2));
		assertThrows(IllegalArgumentException.class, () -> SymbolEntropy.of(HiddenMarkovFamilies.cyclic(), 40));
	}
}
