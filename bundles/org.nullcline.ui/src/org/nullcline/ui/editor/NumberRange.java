package org.nullcline.ui.editor;

import java.util.OptionalDouble;

import org.eclipse.osgi.util.NLS;
import org.nullcline.core.parameter.ParameterDeclaration;
import org.nullcline.core.parameter.ParameterType;
import org.nullcline.ui.Messages;

/** The permitted numbers of a parameter in so few words that they fit behind its field. */
final class NumberRange {

	/** Nobody needs to read bounds beyond this; they are there to catch slips. */
	private static final double FAR = 1e8;

	private NumberRange() {
	}

	/** "1 to 16", "at least 0", "above 0"; empty if every number is permitted. */
	static String words(ParameterDeclaration parameter) {
		boolean whole = parameter.type() == ParameterType.INTEGER;
		OptionalDouble minimum = parameter.minimum();
		boolean bounded = parameter.maximum().isPresent() && parameter.maximum().getAsDouble() < FAR;
		boolean positive = minimum.isPresent() && minimum.getAsDouble() == Double.MIN_VALUE;
		if (bounded) {
			String largest = number(parameter.maximum().getAsDouble(), whole);
			if (minimum.isEmpty()) {
				return NLS.bind(Messages.Form_atMost, largest);
			}
			return positive ? NLS.bind(Messages.Form_aboveZeroTo, largest)
					: NLS.bind(Messages.Form_range, number(minimum.getAsDouble(), whole), largest);
		}
		if (minimum.isEmpty()) {
			return ""; //$NON-NLS-1$
		}
		return positive ? Messages.Form_aboveZero : NLS.bind(Messages.Form_atLeast, number(minimum.getAsDouble(), whole));
	}

	private static String number(double number, boolean whole) {
		return whole || number == Math.rint(number) && Math.abs(number) < FAR ? Long.toString((long) number)
				: Double.toString(number);
	}
}
