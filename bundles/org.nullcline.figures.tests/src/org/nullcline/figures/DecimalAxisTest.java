package org.nullcline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalAxisTest {

	/** A low plot has room for few ticks, but shows two wherever they lie. */
	@ParameterizedTest
	@CsvSource({ "1, -2.7, -1.4, 0.5", "1, -2.7, -0.9, 1", "1, 0.1, 0.9, 0.2", "2, 0.3, 1.9, 0.5", "5, 0, 5, 5", "0.5, 0.26, 0.49, 0.1" })
	void twoTicksLieInTheRange(double size, double lower, double upper, double expected) {
		assertEquals(expected, DecimalAxis.withTwoTicks(size, lower, upper), 1e-12);
	}
}
