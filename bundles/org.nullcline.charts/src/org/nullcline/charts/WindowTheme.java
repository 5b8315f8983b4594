package org.nullcline.charts;

import org.eclipse.swt.SWT;
import org.nullcline.figures.Theme;

/** Draws charts dark where the window is dark, whoever made it so: this product's theme or the desktop's. */
public final class WindowTheme {

	private WindowTheme() {
	}

	/** A change of the theme changes the background, and then the chart is painted again. */
	public static void follow(ChartCanvas chart) {
		chart.addListener(SWT.Paint, event -> {
			Theme theme = chart.getParent().getBackground().getRGB().getHSB()[2] < 0.5 ? Theme.DARK : Theme.LIGHT;
			if (chart.getTheme() != theme) {
				chart.setTheme(theme);
			}
		});
	}
}
