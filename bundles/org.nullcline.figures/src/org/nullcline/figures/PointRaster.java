package org.nullcline.figures;

import java.awt.Rectangle;

/**
 * Writes points straight into pixels, each as a small square or a stamp. Java2D takes a hundred times as long: it makes an
 * outline of every point.
 */
final class PointRaster {

	private final int[] pixels;
	private final int stride;
	private final Rectangle clip;

	/**
	 * @param pixels row by row
	 * @param stride pixels per row
	 * @param clip   inside the image; nothing is written outside
	 */
	PointRaster(int[] pixels, int stride, Rectangle clip) {
		this.pixels = pixels;
		this.stride = stride;
		this.clip = clip;
	}

	/**
	 * Squares, centred at the points. Points that are not finite are left out.
	 *
	 * @param toX  from data to pixels; so is toY
	 * @param side of a square in pixels, at least 1
	 */
	void squares(double[] x, double[] y, LinearScale toX, LinearScale toY, int side, int rgb) {
		// Adding a whole number of pixels and taking it off again makes the cast to int round downwards.
		double above = side + 0.5 - side / 2.0;
		double startX = toX.start() - clip.x + above;
		double startY = toY.start() - clip.y + above;
		double endX = clip.width + side;
		double endY = clip.height + side;
		int corner = clip.y * stride + clip.x;
		for (int i = 0; i < x.length; i++) {
			double atX = startX + (x[i] - toX.lower()) * toX.factor();
			double atY = startY + (y[i] - toY.lower()) * toY.factor();
			// Written so that NaN fails.
			if (atX >= 0 && atX < endX && atY >= 0 && atY < endY) {
				int column = (int) atX - side;
				int row = (int) atY - side;
				if (column >= 0 && row >= 0 && column + side <= clip.width && row + side <= clip.height && side <= 2) {
					// All of it is inside, as nearly all are. Without loops this takes half the time.
					int at = corner + row * stride + column;
					pixels[at] = rgb;
					if (side == 2) {
						pixels[at + 1] = rgb;
						pixels[at + stride] = rgb;
						pixels[at + stride + 1] = rgb;
					}
				} else {
					square(Math.max(0, column), Math.max(0, row), Math.min(clip.width, column + side),
							Math.min(clip.height, row + side), corner, rgb);
				}
			}
		}
	}

	private void square(int left, int top, int right, int bottom, int corner, int rgb) {
		for (int row = top; row < bottom; row++) {
			int start = corner + row * stride;
			for (int column = left; column < right; column++) {
				pixels[start + column] = rgb;
			}
		}
	}

	/** Stamps, centred at the points. Points that are not finite are left out. */
	void stamps(double[] x, double[] y, LinearScale toX, LinearScale toY, MarkerStamp stamp, int rgb) {
		double above = stamp.size() + 0.5 - stamp.size() / 2.0;
		for (int i = 0; i < x.length; i++) {
			double atX = toX.start() - clip.x + above + (x[i] - toX.lower()) * toX.factor();
			double atY = toY.start() - clip.y + above + (y[i] - toY.lower()) * toY.factor();
			if (atX >= 0 && atX < clip.width + stamp.size() && atY >= 0 && atY < clip.height + stamp.size()) {
				stamp((int) atX - stamp.size(), (int) atY - stamp.size(), stamp, rgb);
			}
		}
	}

	private void stamp(int left, int top, MarkerStamp stamp, int rgb) {
		for (int r = Math.max(0, -top); r < Math.min(stamp.size(), clip.height - top); r++) {
			int start = (clip.y + top + r) * stride + clip.x + left;
			for (int c = Math.max(0, -left); c < Math.min(stamp.size(), clip.width - left); c++) {
				int cover = stamp.cover(r, c);
				if (cover > 0) {
					pixels[start + c] = cover == 255 ? rgb : blended(pixels[start + c], rgb, cover);
				}
			}
		}
	}

	private static int blended(int below, int above, int cover) {
		int rest = 255 - cover;
		int red = ((below >> 16 & 255) * rest + (above >> 16 & 255) * cover + 127) / 255;
		int green = ((below >> 8 & 255) * rest + (above >> 8 & 255) * cover + 127) / 255;
		int blue = ((below & 255) * rest + (above & 255) * cover + 127) / 255;
		return 0xFF000000 | red << 16 | green << 8 | blue;
	}
}
