package org.nullcline.figures;

import org.nullcline.core.figure.Figure;

/**
 * The size of a drawing in its own units; a unit is meant to be about a quarter of a millimetre on paper, so that
 * letters come out at 10 to 11 points.
 */
public record FigureSize(int width, int height) {

	private static final int ROW = 24;
	private static final int LETTER = 8;
	private static final int LONGEST_NAME = 28;
	/** What the names of rows and the colour bar leave of the width. */
	private static final int COLUMNS = 420;

	public FigureSize {
		if (width < 1 || height < 1) {
			throw new IllegalArgumentException("a figure of " + width + " x " + height);
		}
	}

	/** A size that suits a figure. */
	public static FigureSize of(Figure figure) {
		int rows = 0;
		int names = 0;
		for (Figure.Layer layer : figure.layers()) {
			if (layer instanceof Figure.Grid grid && !grid.columns().isEmpty()) {
				rows = Math.max(rows, grid.rows().size());
				int longest = LETTER * Math.min(LONGEST_NAME, grid.columns().stream().mapToInt(String::length).max().orElse(0));
				// Names wider than their columns stand upright.
				names = Math.max(names, longest > COLUMNS / grid.columns().size() ? longest : 0);
			}
		}
		if (rows > 0) {
			return new FigureSize(640, Math.clamp(rows * ROW + 130L + names, 320, 620));
		}
		return figure.equalScales() ? new FigureSize(600, 560) : new FigureSize(640, 440);
	}
}
