package org.nullcline.figures;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

import org.openpdf.text.pdf.PdfGraphics2D;

/**
 * What a layer is drawn on.
 *
 * @param g2         the graphics
 * @param area       inside the axes, in units of the drawing
 * @param horizontal from x to the drawing
 * @param vertical   from y to the drawing
 * @param image      whose pixels may be written directly; nothing for vector graphics
 */
record Surface(Graphics2D g2, Rectangle2D area, LinearScale horizontal, LinearScale vertical,
		Optional<BufferedImage> image) {

	/** Whether the drawing has no pixels of its own and may be enlarged later. */
	boolean isVector() {
		return isVector(g2);
	}

	static boolean isVector(Graphics2D g2) {
		return g2 instanceof SvgGraphics || g2 instanceof PdfGraphics2D;
	}

	/** Pixels per unit of the drawing; 1 for vector graphics. */
	double scale() {
		return scale(g2);
	}

	static double scale(Graphics2D g2) {
		return isVector(g2) ? 1 : Math.max(1e-3, Math.abs(g2.getTransform().getScaleX()));
	}

	/** The pixels of the image inside the axes. */
	Rectangle pixels(BufferedImage target) {
		double scale = scale();
		int left = (int) Math.round(area.getX() * scale);
		int top = (int) Math.round(area.getY() * scale);
		int right = (int) Math.round(area.getMaxX() * scale);
		int bottom = (int) Math.round(area.getMaxY() * scale);
		return new Rectangle(left, top, right - left, bottom - top)
				.intersection(new Rectangle(target.getWidth(), target.getHeight()));
	}
}
