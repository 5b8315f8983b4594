package org.nullcline.core.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

	private static final List<ParameterDeclaration> DECLARATIONS = List.of(
			declaration("bits", ParameterType.INTEGER, "3", 1, 10, List.of()),
			declaration("probability", ParameterType.REAL, "0.05", 0, 1, List.of()),
			declaration("masked", ParameterType.BOOLEAN, "false", Double.NaN, Double.NaN, List.of()),
			declaration("variant", ParameterType.CHOICE, "after", Double.NaN, Double.NaN, List.of("after", "before")),
			declaration("title", ParameterType.TEXT, "", Double.NaN, Double.NaN, List.of()));

	@Test
	void defaultsFillWhatIsNotGiven() {
		Parameters parameters = Parameters.of(DECLARATIONS, Map.of("bits", "2", "variant", "before"));
		assertEquals(2, parameters.getInteger("bits"));
		assertEquals(0.05, parameters.getReal("probability"));
		assertEquals(false, parameters.getBoolean("masked"));
		assertEquals("before", parameters.getChoice("variant"));
		assertEquals("", parameters.getText("title"));
		assertEquals(List.of("bits", "probability", "masked", "variant", "title"),
				List.copyOf(parameters.values().keySet()));
	}

	@ParameterizedTest
	@CsvSource({ "bits,0,outside the range from 1 to 10", "bits,2.5,not a whole number", "bits,many,not a whole number",
			"bits,99999999999,not a whole number", "probability,1.01,outside the range", "probability,NaN,not a finite number",
			"probability,x,not a number", "masked,yes,neither true nor false", "variant,during,not one of after",
			"bitz,3,does not exist; there are: bits" })
	void invalidValuesAreNamed(String name, String value, String message) {
		IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
				() -> Parameters.of(DECLARATIONS, Map.of(name, value)));
		assertTrue(e.getMessage().contains("parameter '" + name + "'") && e.getMessage().contains(message), e.getMessage());
	}

	@Test
	void readingWithTheWrongTypeIsAProgrammingError() {
		Parameters parameters = Parameters.of(DECLARATIONS, Map.of());
		assertThrows(IllegalArgumentException.class, () -> parameters.getReal("bits"));
		assertThrows(IllegalArgumentException.class, () -> parameters.getInteger("unknown"));
	}

	@Test
	void contradictoryDeclarationsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> declaration("a", ParameterType.INTEGER, "11", 1, 10, List.of()));
		assertThrows(IllegalArgumentException.class, () -> declaration("a", ParameterType.INTEGER, "5", 10, 1, List.of()));
		assertThrows(IllegalArgumentException.class,
				() -> declaration("a", ParameterType.CHOICE, "x", Double.NaN, Double.NaN, List.of()));
	}

	private static ParameterDeclaration declaration(String name, ParameterType type, String value, double minimum,
			double maximum, List<String> choices) {
		return new ParameterDeclaration(name, name, type, value, bound(minimum), bound(maximum), choices, "", "");
	}

	private static OptionalDouble bound(double value) {
		return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
	}
}
