package org.nullcline.figures;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

import org.nullcline.core.figure.Figure.Grid;

/**
 * Writes a large grid straight into pixels. Where several cells fall on one pixel it shows their mean: single cells that
 * happen to lie at a pixel's centre would show a pattern that is not there.
 */
final class GridRaster {

	private static final int COLORS = 1024;

	private final Grid grid;
	private final ColorScale scale;

	GridRaster(Grid grid, ColorScale scale) {
		this.grid = grid;
		this.scale = scale;
	}

	void draw(Surface surface, BufferedImage image) {
		Rectangle clip = surface.pixels(image);
		int[] rows = edges(surface.vertical().times(surface.scale()), clip.y, clip.height, grid.rows().size());
		int[] columns = edges(surface.horizontal().times(surface.scale()), clip.x, clip.width, grid.columns().size());
		int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
		int[] colors = scale.table(COLORS);
		int missing = scale.color(Double.NaN).getRGB();
		double low = scale.getLowerBound();
		double perValue = COLORS / (scale.getUpperBound() - low);
		for (int y = 0; y < clip.height; y++) {
			int start = (clip.y + y) * image.getWidth() + clip.x;
			for (int x = 0; x < clip.width; x++) {
				double value = mean(rows[2 * y], rows[2 * y + 1], columns[2 * x], columns[2 * x + 1]);
				if (Double.isNaN(value)) {
					// Outside of the grid nothing is drawn, inside a cell without a number has a colour of its own.
					if (rows[2 * y] < rows[2 * y + 1] && columns[2 * x] < columns[2 * x + 1]) {
						pixels[start + x] = missing;
					}
				} else {
					pixels[start + x] = colors[(int) Math.clamp((value - low) * perValue, 0, COLORS - 1)];
				}
			}
		}
	}

	/** For each pixel the first cell on it and the one after the last; both equal where there is none. */
	private static int[] edges(LinearScale toPixels, int from, int count, int cells) {
		int[] edges = new int[2 * count];
		for (int i = 0; i < count; i++) {
			double one = toPixels.inverse(from + i) + 0.5;
			double other = toPixels.inverse(from + i + 1) + 0.5;
			double middle = Math.floor((one + other) / 2);
			// A pixel within one cell, or at the edge of two, has the cell of its centre.
			boolean several = Math.abs(other - one) > 1;
			double first = several ? Math.ceil(Math.min(one, other)) : middle;
			double end = several ? Math.max(first + 1, Math.ceil(Math.max(one, other))) : middle + 1;
			edges[2 * i] = (int) Math.clamp(first, 0, cells);
			edges[2 * i + 1] = (int) Math.clamp(end, 0, cells);
		}
		return edges;
	}

	private double mean(int firstRow, int endRow, int firstColumn, int endColumn) {
		if (endRow - firstRow == 1 && endColumn - firstColumn == 1) {
			return grid.values()[firstRow][firstColumn];
		}
		double sum = 0;
		int count = 0;
		for (int r = firstRow; r < endRow; r++) {
			double[] row = grid.values()[r];
			for (int c = firstColumn; c < endColumn; c++) {
				if (!Double.isNaN(row[c])) {
					sum += row[c];
					count++;
				}
			}
		}
		return count == 0 ? Double.NaN : sum / count;
	}
}
