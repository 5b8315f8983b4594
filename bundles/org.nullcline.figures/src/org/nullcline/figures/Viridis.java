package org.nullcline.figures;

import java.awt.Color;

import org.jfree.data.Range;

/**
 * The colour scale viridis: equal steps of the value look equally large, with and without colour vision, and grow lighter
 * throughout (N. J. Smith and S. van der Walt, 2015). Interpolates between 20 of its 256 colours.
 */
final class Viridis implements ColorScale {

	private static final long serialVersionUID = 1L;
	private static final int[] TABLE = { 0x440154, 0x481567, 0x482677, 0x453781, 0x404788, 0x39568C, 0x33638D, 0x2D708E,
			0x287D8E, 0x238A8D, 0x1F968B, 0x20A387, 0x29AF7F, 0x3CBB75, 0x55C667, 0x73D055, 0x95D840, 0xB8DE29,
			0xDCE319, 0xFDE725 };

	private final double low;
	private final double high;
	private final Color missing;

	/** @param missing for values that are not numbers */
	Viridis(Range range, Color missing) {
		this.low = range.getLowerBound();
		this.high = range.getUpperBound();
		this.missing = missing;
	}

	@Override
	public Color color(double value) {
		if (Double.isNaN(value)) {
			return missing;
		}
		double position = Math.clamp((value - low) / (high - low), 0.0, 1.0) * (TABLE.length - 1);
		int below = Math.min((int) position, TABLE.length - 2);
		double rest = position - below;
		int first = TABLE[below];
		int second = TABLE[below + 1];
		return new Color(mix(first >> 16, second >> 16, rest), mix(first >> 8, second >> 8, rest),
				mix(first, second, rest));
	}

	private static int mix(int first, int second, double rest) {
		return (int) Math.round((first & 255) * (1 - rest) + (second & 255) * rest);
	}

	@Override
	public double getLowerBound() {
		return low;
	}

	@Override
	public double getUpperBound() {
		return high;
	}
}
