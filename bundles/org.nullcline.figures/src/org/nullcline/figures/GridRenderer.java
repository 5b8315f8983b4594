package org.nullcline.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.figures.SvgGraphics.Cell;

/** Draws a grid; cell (row r, column c) is centred at x = c, y = r. */
final class GridRenderer extends LayerRenderer {

	private static final long serialVersionUID = 1L;
	/** From this number of cells on, a picture of them is drawn. */
	static final int MANY = 4096;
	private static final int PICTURE = 1200;

	private final transient Grid grid;
	private final ColorScale scale;

	GridRenderer(Grid grid, ColorScale scale) {
		this.grid = grid;
		this.scale = scale;
	}

	@Override
	void drawLayer(Surface surface) {
		if (grid.rows().isEmpty() || grid.columns().isEmpty()) {
			return;
		}
		boolean many = grid.rows().size() * grid.columns().size() > MANY;
		if (many && surface.image().isPresent()) {
			new GridRaster(grid, scale).draw(surface, surface.image().get());
		} else if (surface.isVector() && (many || !(surface.g2() instanceof SvgGraphics))) {
			// Viewers of PDF smooth the edges of cells, and the background would shine through.
			drawPicture(surface);
		} else {
			drawCells(surface);
		}
	}

	private void drawCells(Surface surface) {
		Graphics2D g2 = surface.g2();
		LinearScale toX = surface.horizontal();
		LinearScale toY = surface.vertical();
		List<Cell> cells = new ArrayList<>();
		double pixel = 1 / surface.scale();
		for (int r = 0; r < grid.rows().size(); r++) {
			double top = snapped(toY.applyAsDouble(r - 0.5), pixel);
			double bottom = snapped(toY.applyAsDouble(r + 0.5), pixel);
			double[] row = grid.values()[r];
			int from = 0;
			while (from < row.length) {
				Color color = scale.color(row[from]);
				int to = from + 1;
				while (to < row.length && scale.color(row[to]).equals(color)) {
					to++;
				}
				double left = snapped(toX.applyAsDouble(from - 0.5), pixel);
				double right = snapped(toX.applyAsDouble(to - 0.5), pixel);
				cells.add(new Cell(new Rectangle2D.Double(left, top, right - left, bottom - top), color));
				from = to;
			}
		}
		fill(g2, cells);
	}

	/** Fills rectangles that may touch each other. */
	static void fill(Graphics2D g2, List<Cell> cells) {
		Object before = g2.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
		// Smoothed edges of neighbouring cells would let the background shine through.
		g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
		if (g2 instanceof SvgGraphics svg) {
			svg.cells(cells);
		} else {
			for (Cell cell : cells) {
				g2.setColor(cell.color());
				g2.fill(cell.place());
			}
		}
		g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, before);
	}

	/** To whole pixels. */
	static double snapped(double value, double pixel) {
		return Math.round(value / pixel) * pixel;
	}

	private void drawPicture(Surface surface) {
		int rows = grid.rows().size();
		int columns = grid.columns().size();
		// Several pixels per cell, so that cells stay sharp in viewers that smooth pictures.
		int cell = Math.max(1, PICTURE / Math.max(rows, columns));
		BufferedImage image = new BufferedImage(columns * cell, rows * cell, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				image.setRGB(x, y, scale.color(grid.values()[y / cell][x / cell]).getRGB());
			}
		}
		double left = surface.horizontal().applyAsDouble(-0.5);
		double top = surface.vertical().applyAsDouble(-0.5);
		SvgGraphics.drawImage(surface.g2(), image, new Rectangle2D.Double(left, top,
				surface.horizontal().applyAsDouble(columns - 0.5) - left, surface.vertical().applyAsDouble(rows - 0.5) - top));
	}
}
