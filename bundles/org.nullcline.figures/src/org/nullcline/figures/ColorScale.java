package org.nullcline.figures;

import java.awt.Color;
import java.awt.Paint;
import java.io.Serializable;

import org.jfree.chart.renderer.PaintScale;

/** Colours for the values of a grid. */
interface ColorScale extends PaintScale, Serializable {

	/** The colour of a value; values beyond the ends have the colours of the ends. */
	Color color(double value);

	@Override
	default Paint getPaint(double value) {
		return color(value);
	}

	/** Colours as pixels, looked up: making a colour for each of a million cells takes too long. */
	default int[] table(int steps) {
		int[] table = new int[steps];
		for (int i = 0; i < steps; i++) {
			table[i] = color(getLowerBound() + (i + 0.5) / steps * (getUpperBound() - getLowerBound())).getRGB();
		}
		return table;
	}
}
