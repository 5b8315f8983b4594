package org.nullcline.ui.fix;

import java.util.Optional;

import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;

/** The permitted number that is nearest to one that is not permitted. */
final class Bounds {

	private Bounds() {
	}

	/** Nothing if the value is no number, or the parameter has no bound on that side. */
	static Optional<String> nearest(ParameterDeclaration declaration, String value) {
		boolean whole = declaration.type() == ParameterType.INTEGER;
		if (!whole && declaration.type() != ParameterType.REAL || value == null) {
			return Optional.empty();
		}
		double number;
		try {
			number = Double.parseDouble(value.strip());
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
		if (Double.isNaN(number)) {
			return Optional.empty();
		}
		double nearest = number;
		if (declaration.minimum().isPresent()) {
			nearest = Math.max(nearest, declaration.minimum().getAsDouble());
		}
		if (declaration.maximum().isPresent()) {
			nearest = Math.min(nearest, declaration.maximum().getAsDouble());
		}
		String text = whole ? Long.toString(Math.round(nearest)) : Double.toString(nearest);
		// The smallest number above zero is a way to say "positive", and no value that anybody wants.
		return Math.abs(nearest) == Double.MIN_VALUE || declaration.problem(text).isPresent() ? Optional.empty()
				: Optional.of(text);
	}
}
