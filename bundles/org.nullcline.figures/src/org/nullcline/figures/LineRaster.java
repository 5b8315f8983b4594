package org.nullcline.figures;

import java.awt.Rectangle;

import org.nullcline.core.figure.Figure.Line;

/**
 * Writes lines of very many vertices straight into pixels, without smoothing: outlines of strokes take Java2D seconds for a
 * million vertices.
 */
final class LineRaster {

	private final int[] pixels;
	private final int stride;
	private final Rectangle clip;

	/** As {@link PointRaster}. */
	LineRaster(int[] pixels, int stride, Rectangle clip) {
		this.pixels = pixels;
		this.stride = stride;
		this.clip = clip;
	}

	/**
	 * @param toX   from data to pixels; so is toY
	 * @param width in pixels, at least 1
	 */
	void draw(Line line, LinearScale toX, LinearScale toY, int width, int rgb) {
		double[] x = line.x();
		double[] y = line.y();
		for (int i = 1; i < x.length; i++) {
			if (Double.isFinite(x[i - 1]) && Double.isFinite(y[i - 1]) && Double.isFinite(x[i]) && Double.isFinite(y[i])) {
				segment(toX.applyAsDouble(x[i - 1]) - clip.x, toY.applyAsDouble(y[i - 1]) - clip.y,
						toX.applyAsDouble(x[i]) - clip.x, toY.applyAsDouble(y[i]) - clip.y, width, rgb);
			}
		}
	}

	/** The part inside the clip (Liang and Barsky 1984), pixel by pixel along its longer side. */
	private void segment(double x0, double y0, double x1, double y1, int width, int rgb) {
		double dx = x1 - x0;
		double dy = y1 - y0;
		double from = 0;
		double to = 1;
		double[] slopes = { -dx, dx, -dy, dy };
		double[] distances = { x0 + width, clip.width + width - x0, y0 + width, clip.height + width - y0 };
		for (int side = 0; side < 4; side++) {
			if (slopes[side] == 0) {
				if (distances[side] < 0) {
					return;
				}
			} else if (slopes[side] < 0) {
				from = Math.max(from, distances[side] / slopes[side]);
			} else {
				to = Math.min(to, distances[side] / slopes[side]);
			}
		}
		if (from > to) {
			return;
		}
		int steps = Math.max(1, (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) * (to - from)));
		for (int k = 0; k <= steps; k++) {
			double t = from + (to - from) * k / steps;
			dot((int) Math.floor(x0 + t * dx - (width - 1) / 2.0), (int) Math.floor(y0 + t * dy - (width - 1) / 2.0), width, rgb);
		}
	}

	private void dot(int left, int top, int width, int rgb) {
		for (int row = Math.max(0, top); row < Math.min(clip.height, top + width); row++) {
			int start = (clip.y + row) * stride + clip.x;
			for (int column = Math.max(0, left); column < Math.min(clip.width, left + width); column++) {
				pixels[start + column] = rgb;
			}
		}
	}
}
