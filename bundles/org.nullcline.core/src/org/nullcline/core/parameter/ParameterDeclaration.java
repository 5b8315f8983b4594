package org.nullcline.core.parameter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One parameter of a contribution.
 *
 * @param name          the name in study files and on the command line, for example {@code pulse-probability}
 * @param label         the name in forms, for example "Pulse probability"
 * @param type          the kind of value
 * @param defaultValue  the value where the study gives none; valid itself
 * @param minimum       smallest permitted number, for {@code INTEGER} and {@code REAL}
 * @param maximum       largest permitted number, for {@code INTEGER} and {@code REAL}
 * @param choices       the permitted values of a {@code CHOICE}, else empty
 * @param unit          the unit, for example "steps"; empty for a pure number
 * @param documentation one or two sentences for tool tips and reports
 */
public record ParameterDeclaration(String name, String label, ParameterType type, String defaultValue,
		OptionalDouble minimum, OptionalDouble maximum, List<String> choices, String unit, String documentation) {

	/** @throws IllegalArgumentException if the declaration contradicts itself */
	public ParameterDeclaration {
		Objects.requireNonNull(type);
		choices = List.copyOf(choices);
		if (name.isBlank()) {
			throw new IllegalArgumentException("a parameter has no name");
		}
		if (type == ParameterType.CHOICE && choices.isEmpty()) {
			throw new IllegalArgumentException("parameter '" + name + "' is a choice without choices");
		}
		if (minimum.isPresent() && maximum.isPresent() && minimum.getAsDouble() > maximum.getAsDouble()) {
			throw new IllegalArgumentException("parameter '" + name + "' has a minimum above its maximum");
		}
		Optional<String> problem = problem(name, type, defaultValue, minimum, maximum, choices);
		if (problem.isPresent()) {
			throw new IllegalArgumentException("default of parameter '" + name + "': " + problem.get());
		}
	}

	/** Why a value is not permitted, in words that follow "parameter 'x': "; nothing if it is. */
	public Optional<String> problem(String value) {
		return problem(name, type, value, minimum, maximum, choices);
	}

	/** The permitted values in words: "a whole number from 1 to 16", "one of a, b". */
	public String permitted() {
		return switch (type) {
		case INTEGER -> "a whole number" + range(minimum, maximum, true);
		case REAL -> "a number" + range(minimum, maximum, false);
		case BOOLEAN -> "true or false";
		case CHOICE -> "one of " + String.join(", ", choices);
		case TEXT -> "text";
		};
	}

	private static Optional<String> problem(String name, ParameterType type, String value, OptionalDouble minimum,
			OptionalDouble maximum, List<String> choices) {
		if (value == null) {
			return Optional.of("no value");
		}
		switch (type) {
		case INTEGER:
			try {
				return outside(Integer.parseInt(value.strip()), value, minimum, maximum, true);
			} catch (NumberFormatException e) {
				return Optional.of("'" + value + "' is not a whole number" + range(minimum, maximum, true));
			}
		case REAL:
			try {
				double number = Double.parseDouble(value.strip());
				return Double.isFinite(number) ? outside(number, value, minimum, maximum, false)
						: Optional.of("'" + value + "' is not a finite number");
			} catch (NumberFormatException e) {
				return Optional.of("'" + value + "' is not a number" + range(minimum, maximum, false));
			}
		case BOOLEAN:
			return value.strip().equals("true") || value.strip().equals("false") ? Optional.empty()
					: Optional.of("'" + value + "' is neither true nor false");
		case CHOICE:
			return choices.contains(value.strip()) ? Optional.empty()
					: Optional.of("'" + value + "' is not one of " + String.join(", ", choices));
		default:
			return Optional.empty();
		}
	}

	private static Optional<String> outside(double number, String value, OptionalDouble minimum, OptionalDouble maximum,
			boolean whole) {
		boolean inside = (minimum.isEmpty() || number >= minimum.getAsDouble())
				&& (maximum.isEmpty() || number <= maximum.getAsDouble());
		return inside ? Optional.empty() : Optional.of(value.strip() + " is outside the range" + range(minimum, maximum, whole));
	}

	private static String range(OptionalDouble minimum, OptionalDouble maximum, boolean whole) {
		return (minimum.isPresent() ? " from " + number(minimum.getAsDouble(), whole) : "")
				+ (maximum.isPresent() ? (minimum.isPresent() ? " to " : " up to ") + number(maximum.getAsDouble(), whole)
						: minimum.isPresent() ? " upwards" : "");
	}

	private static String number(double number, boolean whole) {
		return whole ? Long.toString((long) number) : Double.toString(number);
	}
}
