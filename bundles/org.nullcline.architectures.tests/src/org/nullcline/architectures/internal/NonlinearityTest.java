package org.nullcline.architectures.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values at known points, slopes against central differences. */
class NonlinearityTest {

	@Test
	void values() {
		assertEquals(0.761594155955765, Nonlinearity.TANH.value(1), 1e-15);
		assertEquals(0, Nonlinearity.RELU.value(-2));
		assertEquals(2, Nonlinearity.RELU.value(2));
		assertEquals(Math.log(2), Nonlinearity.SOFTPLUS.value(0), 1e-15);
		assertEquals(0.268941421369995, Nonlinearity.LOGISTIC.value(-1), 1e-15);
		assertEquals(-3, Nonlinearity.LINEAR.value(-3));
	}

	@Test
	void farFromZeroNothingOverflows() {
		assertEquals(1000, Nonlinearity.SOFTPLUS.value(1000));
		assertEquals(0, Nonlinearity.SOFTPLUS.value(-1000));
		assertEquals(1, Nonlinearity.LOGISTIC.value(1000));
		assertEquals(0, Nonlinearity.LOGISTIC.value(-1000));
	}

	@ParameterizedTest
	@EnumSource
	void slopes(Nonlinearity f) {
		double step = 1e-5;
		for (double x : new double[] { -6, -1.3, -0.2, 0.1, 0.9, 4 }) {
			assertEquals((f.value(x + step) - f.value(x - step)) / (2 * step), f.slopeFromValue(f.value(x)), 1e-9);
		}
	}

	/** The subgradient that PyTorch takes. */
	@Test
	void reluIsFlatAtZero() {
		assertEquals(0, Nonlinearity.RELU.slopeFromValue(0));
	}

	@ParameterizedTest
	@EnumSource
	void wordsAreRead(Nonlinearity f) {
		assertEquals(f, Nonlinearity.of(f.word()));
	}

	@Test
	void unknownWordIsAnsweredWithTheChoices() {
		IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Nonlinearity.of("sine"));
		assertTrue(e.getMessage().contains("'sine'") && e.getMessage().contains("tanh, relu, softplus, logistic, linear"),
				e.getMessage());
	}
}
