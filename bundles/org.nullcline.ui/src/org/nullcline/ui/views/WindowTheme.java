package org.nullcline.ui.views;

import org.eclipse.swt.SWT;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.figures.Theme;

/** Draws charts dark where the window is dark, whoever made it so: this product's theme or the desktop's. */
final class WindowTheme {

	private WindowTheme() {
	}

	/** A change of the theme changes the background, and then the chart is painted again. */
	static void follow(ChartCanvas chart) {
		chart.addListener(SWT.Paint, event -> {
			Theme theme = chart.getParent().getBackground().getRGB().getHSB()[2] < 0.5 ? Theme.DARK : Theme.LIGHT;
			if (chart.getTheme() != theme) {
				chart.setTheme(theme);
			}
		});
	}
}
