package org.nullcline.hmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenMarkovModelTest {

	private static final double[][] STAY = { { 0.9, 0.1 }, { 0.2, 0.8 } };

	private static void refused(String part, Executable executable) {
		String message = assertThrows(IllegalArgumentException.class, executable).getMessage();
		assertTrue(message.contains(part), message);
	}

	@ParameterizedTest
	@EnumSource
	void familiesHaveTheMatricesOfTheStudy(StudyModel study) {
		for (int i = 0; i < study.transition.length; i++) {
			assertArrayEquals(study.transition[i], study.model.transition()[i], 1e-15);
			assertArrayEquals(study.emission[i], study.model.emission()[i], 1e-15);
			assertEquals(1.0 / study.transition.length, study.model.start()[i], 1e-15);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, 7, 20 })
	void longChainsAreRefusedWithTheReason(int states) {
		refused("would stay with probability -", () -> HiddenMarkovFamilies.linearChain(states));
	}

	@Test
	void theLimitOfTheCrossingProbabilityIsTheOneThatTheMessageNames() {
		refused("at most 0.03125", () -> TransitionRules.crossingChain(6, 0.05));
		assertEquals(0, TransitionRules.crossingChain(6, 0.03125)[2][2], 1e-15);
		assertEquals(0.9, TransitionRules.crossingChain(2, 0.9)[0][1], 1e-15);
	}

	@Test
	void otherRules() {
		assertArrayEquals(new double[] { 0.95, 0.05, 0 }, TransitionRules.stayingChain(3, 0.95)[0], 1e-15);
		assertArrayEquals(new double[] { 0.025, 0.95, 0.025 }, TransitionRules.stayingChain(3, 0.95)[1], 1e-15);
		double near = Math.exp(-0.2 * 25);
		double far = Math.exp(-0.2 * 100);
		double[][] gaussian = EmissionRules.gaussian(3, 3);
		assertArrayEquals(new double[] { 1 / (1 + near + far), near / (1 + near + far), far / (1 + near + far) }, gaussian[0],
				1e-15);
		assertArrayEquals(new double[] { near / (1 + 2 * near), 1 / (1 + 2 * near), near / (1 + 2 * near) }, gaussian[1], 1e-15);
		assertArrayEquals(new double[] { 0.49, 0.01, 0.01, 0.49 }, EmissionRules.linear(3, 4, 0.01)[1], 1e-15);
	}

	@Test
	void whatIsNoModelIsRefusedByName() {
		double[][] emission = { { 1, 0 }, { 0, 1 } };
		refused("transition matrix, row 2: the probabilities sum to 1.1",
				() -> HiddenMarkovModel.withUniformStart(new double[][] { { 0.9, 0.1 }, { 0.3, 0.8 } }, emission));
		refused("emission matrix, row 1: -0.5 is not", () -> HiddenMarkovModel.withUniformStart(STAY, new double[][] { { -0.5, 1.5 }, { 0, 1 } }));
		refused("emission matrix, row 2: expected 2 values, found 3",
				() -> HiddenMarkovModel.withUniformStart(STAY, new double[][] { { 1, 0 }, { 0, 0, 1 } }));
		refused("emission matrix: expected one row for each of the 2 states, found 1",
				() -> HiddenMarkovModel.withUniformStart(STAY, new double[][] { { 1, 0 } }));
		refused("transition matrix, row 1: NaN is not",
				() -> HiddenMarkovModel.withUniformStart(new double[][] { { Double.NaN, 0.1 }, { 0.3, 0.7 } }, emission));
		refused("start distribution", () -> new HiddenMarkovModel(new double[] { 0.5, 0.4 }, STAY, emission));
		refused("at least one state", () -> new HiddenMarkovModel(new double[0], new double[0][], new double[0][]));
	}

	@Test
	void modelsCannotBeChangedFromOutside() {
		double[][] mine = { { 0.9, 0.1 }, { 0.2, 0.8 } };
		HiddenMarkovModel model = HiddenMarkovModel.withUniformStart(mine, mine);
		mine[0][0] = 7;
		model.transition()[0][0] = 7;
		model.start()[0] = 7;
		assertEquals(HiddenMarkovModel.withUniformStart(STAY, STAY), model);
	}

	@Test
	void textIsReadRowByRow() {
		assertArrayEquals(new double[][] { { 0.25, 0.75 }, { 1.0 / 3, 2.0 / 3 } }, ProbabilityText.matrix("m", " .25, 0.75;1/3 2/3; "));
		assertArrayEquals(new double[] { 1.0 / 3, 1.0 / 3, 1.0 / 3 }, ProbabilityText.row("m", "0.333 0.333 0.333"), 1e-15);
		refused("m, row 2: 3 values, but row 1 has 2", () -> ProbabilityText.matrix("m", "1 0; 1 0 0"));
		refused("m, row 1: 'x' is not", () -> ProbabilityText.matrix("m", "1 x"));
		refused("m, row 2: the probabilities sum to 0.9", () -> ProbabilityText.matrix("m", "1 0; 0.5 0.4"));
		refused("m, row 2 is empty", () -> ProbabilityText.matrix("m", "1 0; ; 0 1"));
		refused("m, row 1: '1/0' is not", () -> ProbabilityText.matrix("m", "1/0 0"));
	}

	@Test
	void statesOfAFittedModelAreMatched() {
		HiddenMarkovModel model = TestModels.lopsided();
		assertEquals(model, StateMatching.match(model, model.reordered(new int[] { 2, 0, 1 })));
		assertEquals(model.transition()[2][0], model.reordered(new int[] { 2, 0, 1 }).transition()[0][1]);
		refused("have no states to match", () -> StateMatching.match(model, HiddenMarkovFamilies.linearChain(2)));
	}
}
