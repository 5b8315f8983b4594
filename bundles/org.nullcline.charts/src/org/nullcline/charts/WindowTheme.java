package org.nullcline.charts;

import org.eclipse.swt.SWT;
import org.nullcline.figures.Theme;

/** Draws charts dark where the window is dark, whoever made it so: this product's theme or the desktop's. */
public final class WindowTheme {

	private WindowTheme() {
	}

	/** A change of the theme changes the background, and then the chart is painted again. */
	public static void follow(ChartCanvas chart) {
		// At once, too: a dark window must not show a white chart even for a moment.
		adopt(chart);
		chart.addListener(SWT.Paint, _ -> adopt(chart));
	}

	private static void adopt(ChartCanvas chart) {
		Theme theme = chart.getParent().getBackground().getRGB().getHSB()[2] < 0.5 ? Theme.DARK : Theme.LIGHT;
		if (chart.getTheme() != theme) {
			chart.setTheme(theme);
		}
	}
}
