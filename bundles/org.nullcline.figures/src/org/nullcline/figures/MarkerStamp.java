package org.nullcline.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;

import org.nullcline.core.figure.Marker;

/** A marker as Java2D draws it once: how much of each pixel it covers, from 0 to 255. */
final class MarkerStamp {

	private final int size;
	private final int[] cover;

	/** @param scale pixels per unit of the drawing */
	MarkerStamp(Marker marker, double radius, double scale) {
		// Odd, so that the centre of a marker is the centre of a pixel.
		size = 2 * (int) Math.ceil((1.1 * radius + Markers.OUTLINE) * scale) + 1;
		BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
		Graphics2D g2 = image.createGraphics();
		g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		g2.translate(size / 2.0, size / 2.0);
		g2.scale(scale, scale);
		g2.setColor(Color.WHITE);
		Shape shape = Markers.shape(marker, 0, 0, radius);
		if (Markers.filled(marker)) {
			g2.fill(shape);
		} else {
			g2.setStroke(new BasicStroke(Markers.OUTLINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
			g2.draw(shape);
		}
		g2.dispose();
		cover = image.getRGB(0, 0, size, size, null, 0, size);
		for (int i = 0; i < cover.length; i++) {
			cover[i] = cover[i] >>> 24;
		}
	}

	/** Pixels per side. */
	int size() {
		return size;
	}

	int cover(int row, int column) {
		return cover[row * size + column];
	}
}
