package org.nullcline.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;

/**
 * An axis with few, round numbers of equally many decimals. JFreeChart's own choice sets as many ticks as fit, and writes
 * them as the language of the computer does.
 */
final class DecimalAxis extends NumberAxis {

	private static final long serialVersionUID = 1L;
	private static final double BETWEEN_COLUMNS = 84;
	private static final double BETWEEN_ROWS = 44;

	DecimalAxis(String label) {
		super(label);
		setAutoRangeIncludesZero(false);
	}

	@Override
	protected void selectAutoTickUnit(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
		boolean horizontal = RectangleEdge.isTopOrBottom(edge);
		double length = horizontal ? dataArea.getWidth() : dataArea.getHeight();
		double intervals = Math.max(1, length / (horizontal ? BETWEEN_COLUMNS : BETWEEN_ROWS));
		double size = withTwoTicks(roundedUp(getRange().getLength() / intervals), getRange().getLowerBound(),
				getRange().getUpperBound());
		setTickUnit(new NumberTickUnit(size, new TickFormat(size, getRange().getUpperBound(), getRange().getLowerBound())),
				false, false);
	}

	/** The size, or as much smaller as it takes for two ticks to lie in the range: no value can be read off a single one. */
	static double withTwoTicks(double size, double lower, double upper) {
		double smaller = size;
		while (Math.floor(upper / smaller) - Math.ceil(lower / smaller) < 1 && smaller > size / 20) {
			smaller = roundedUp(smaller / 2.5);
		}
		return smaller;
	}

	/** Writes multiples of a step that lie between two numbers, all with as many decimals. */
	static NumberFormat format(double step, double upper, double lower) {
		return new TickFormat(step, upper, lower);
	}

	/** The next of ..., 1, 2, 5, 10, 20, ... */
	static double roundedUp(double size) {
		double power = Math.pow(10, Math.floor(Math.log10(size)));
		double mantissa = size / power;
		return power * (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10);
	}

	/** Writes multiples of a step. */
	private static final class TickFormat extends NumberFormat {

		private static final long serialVersionUID = 1L;
		private final double step;
		private final int exponent;
		private final boolean scientific;

		TickFormat(double step, double upper, double lower) {
			this.step = step;
			this.exponent = (int) Math.floor(Math.log10(step) + 1e-9);
			this.scientific = exponent < -4 || Math.max(Math.abs(upper), Math.abs(lower)) >= 1e5;
		}

		@Override
		public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
			return text.append(text(Math.abs(number) < step * 1e-6 ? 0 : number).replace('-', '\u2212'));
		}

		private String text(double number) {
			if (!scientific) {
				return String.format(Locale.ROOT, "%." + Math.max(0, -exponent) + "f", number);
			}
			if (number == 0) {
				return "0";
			}
			int leading = (int) Math.floor(Math.log10(Math.abs(number)) + 1e-9);
			String[] parts = String.format(Locale.ROOT, "%." + Math.clamp(leading - exponent, 0, 12) + "e", number)
					.split("e");
			return parts[0] + "e" + Integer.parseInt(parts[1]);
		}

		@Override
		public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
			return format((double) number, text, position);
		}

		@Override
		public Number parse(String source, ParsePosition position) {
			throw new UnsupportedOperationException("writes only");
		}
	}
}
