package org.nullcline.figures;

import java.awt.Color;

import org.jfree.data.Range;

/**
 * Colours for values of both signs: zero has the colour of the background, negative values grow blue and positive ones red,
 * both alike in lightness, so that the size of a value is seen before its sign and neither sign stands out.
 */
final class Diverging implements ColorScale {

	private static final long serialVersionUID = 1L;
	/** From near zero to the end, on light and on dark backgrounds. */
	private static final int[] NEGATIVE = { 0x92C5DE, 0x2166AC };
	private static final int[] POSITIVE = { 0xF4A582, 0xB2182B };
	private static final int[] NEGATIVE_ON_DARK = { 0x2F6AA5, 0x8CC8F5 };
	private static final int[] POSITIVE_ON_DARK = { 0xA8402F, 0xFFB08C };

	private final double end;
	private final int zero;
	private final int[] negative;
	private final int[] positive;
	private final Color missing;

	/** The scale reaches as far on one side of zero as on the other. */
	Diverging(Range range, Theme theme) {
		end = Math.max(Math.abs(range.getLowerBound()), Math.abs(range.getUpperBound()));
		boolean dark = theme == Theme.DARK;
		zero = theme.background().getRGB();
		negative = dark ? NEGATIVE_ON_DARK : NEGATIVE;
		positive = dark ? POSITIVE_ON_DARK : POSITIVE;
		missing = theme.gridLines();
	}

	@Override
	public Color color(double value) {
		if (Double.isNaN(value)) {
			return missing;
		}
		double size = Math.min(1, Math.abs(value) / end);
		int[] side = value < 0 ? negative : positive;
		return size < 0.5 ? mix(zero, side[0], 2 * size) : mix(side[0], side[1], 2 * size - 1);
	}

	private static Color mix(int first, int second, double share) {
		return new Color(mixed(first >> 16, second >> 16, share), mixed(first >> 8, second >> 8, share),
				mixed(first, second, share));
	}

	private static int mixed(int first, int second, double share) {
		return (int) Math.round((first & 255) * (1 - share) + (second & 255) * share);
	}

	@Override
	public double getLowerBound() {
		return -end;
	}

	@Override
	public double getUpperBound() {
		return end;
	}
}
