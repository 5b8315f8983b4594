package org.nullcline.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

import org.nullcline.core.analysis.Finding.Interval;

/** Numbers as people read them: four digits, or all of a whole number. */
final class Numbers {

	private static final MathContext FOUR = new MathContext(4);

	private Numbers() {
	}

	static String text(double value) {
		if (Double.isNaN(value)) {
			return "\u2013";
		}
		if (Double.isInfinite(value)) {
			return value > 0 ? "\u221e" : "\u2212\u221e";
		}
		double size = Math.abs(value);
		if (value == Math.rint(value) && size < 1e9) {
			return String.format(Locale.ROOT, "%.0f", value + 0.0).replace('-', '\u2212');
		}
		BigDecimal rounded = new BigDecimal(value).round(FOUR).stripTrailingZeros();
		if (size >= 1e-3 && size < 1e6) {
			return rounded.toPlainString().replace('-', '\u2212');
		}
		int exponent = rounded.precision() - rounded.scale() - 1;
		return (rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent).replace('-', '\u2212');
	}

	/** "0.12 (0.10 to 0.15; 95 % bootstrap over seeds)". */
	static String text(double value, Interval interval) {
		if (Double.isNaN(value)) {
			return "not measured" + inBrackets(interval.method());
		}
		if (Double.isNaN(interval.low()) && Double.isNaN(interval.high()) || interval.low() == interval.high()) {
			return text(value) + inBrackets(interval.method());
		}
		return text(value) + " (" + text(interval.low()) + " to " + text(interval.high())
				+ (interval.method() == null || interval.method().isBlank() ? "" : "; " + interval.method()) + ")";
	}

	private static String inBrackets(String method) {
		return method == null || method.isBlank() ? "" : " (" + method + ")";
	}
}
