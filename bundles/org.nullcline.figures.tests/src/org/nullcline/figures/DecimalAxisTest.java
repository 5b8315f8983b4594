package org.nullcline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalAxisTest {

	/** A low plot has room for few ticks, but shows two wherever they lie. */
	@ParameterizedTest
	@CsvSource({ "1, -2.7, -1.4, 0.5", "1, -2.7, -0.9, 1", "1, 0.1, 0.9, 0.2", "2, 0.3, 1.9, 0.5", "5, 0, 5, 5", "0.5, 0.26, 0.49, 0.1" })
	void twoTicksLieInTheRange(double size, double lower, double upper, double expected) {
		assertEquals(expected, DecimalAxis.withTwoTicks(size, lower, upper), 1e-12);
	}

	/** A long number at the end of an axis would be cut off at the edge of the figure. */
	@Test
	void numbersAreShort() {
		assertEquals("6e5", DecimalAxis.format(200_000, 600_000, 0).format(600_000));
		assertEquals("60000", DecimalAxis.format(20_000, 60_000, 0).format(60_000));
	}
}
