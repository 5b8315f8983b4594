package org.nullcline.report;

import java.util.Base64;

import org.nullcline.core.figure.Figure;
import org.nullcline.figures.FigurePainter;
import org.nullcline.figures.Theme;

/** Writes figures into the page; numbers them, since the identifiers inside of SVG must differ. */
final class FigureSection {

	/** Above this number of characters a figure is embedded as a picture. */
	private static final int LARGEST = 600_000;

	private final FigurePainter painter = new FigurePainter(Theme.PRINT).withoutTitle();
	private int figures;

	void write(Html html, Figure figure) {
		figures++;
		html.open("figure", "class", figure.equalScales() ? "square" : "wide");
		if (!figure.title().isBlank()) {
			html.element("h4", figure.title());
		}
		String svg = painter.svg(figure, "figure" + figures);
		if (svg.length() <= LARGEST) {
			html.markup(svg);
		} else {
			html.empty("img", "alt", figure.title(), "src",
					"data:image/png;base64," + Base64.getEncoder().encodeToString(painter.png(figure, 2)));
		}
		if (!figure.caption().isBlank()) {
			html.element("figcaption", figure.caption());
		}
		html.close();
	}
}
