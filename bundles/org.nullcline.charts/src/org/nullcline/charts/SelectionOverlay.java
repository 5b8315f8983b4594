package org.nullcline.charts;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Area;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.figures.PlotGeometry;
import org.nullcline.figures.Theme;

/**
 * Marks everything that bears one of the labels, on top of the painted figure: a ring around points, a thicker stroke along lines of
 * that name, a frame around rows and columns of grids.
 */
final class SelectionOverlay {

	private static final int RING = 7;
	/** A selection is seen with fewer marks than this; more would make moving it slow. */
	private static final int MOST_RINGS = 500;
	/** Rows and columns that are thinner have a thin frame, which does not cover them. */
	private static final int THICK_FROM = 10;

	private SelectionOverlay() {
	}

	static void draw(GC gc, Figure figure, PlotGeometry geometry, Theme theme,
			Highlight highlight, int frameLayers) {
		Rectangle clip = gc.getClipping();
		Rectangle area = new Rectangle((int) geometry.area().getX(), (int) geometry.area().getY(),
				(int) Math.ceil(geometry.area().getWidth()), (int) Math.ceil(geometry.area().getHeight()));
		gc.setClipping(area.intersection(clip));
		gc.setAntialias(SWT.ON);
		if (!highlight.labels().isEmpty()) {
			for (Figure.Layer layer : figure.layers()) {
				switch (layer) {
				case Points points -> rings(gc, points, geometry, theme, highlight.labels());
				case Line line -> stroke(gc, line, geometry, theme, highlight.labels());
				case Area _ -> {
					// What is filled has no labels of its own.
				}
				case Grid grid -> frames(gc, grid, geometry, theme, highlight.labels());
				}
			}
		}
		highlight.marks().stream().limit(MOST_RINGS).filter(mark -> mark.layer() + frameLayers < figure.layers().size())
				.forEach(mark -> mark(gc, figure.layers().get(mark.layer() + frameLayers), mark, geometry, theme));
		gc.setClipping(clip);
	}

	private static void rings(GC gc, Points points, PlotGeometry geometry, Theme theme,
			Set<String> labels) {
		int rings = 0;
		for (int i = 0; i < points.labels().size() && rings < MOST_RINGS; i++) {
			if (labels.contains(points.labels().get(i))) {
				rings(gc, points.x()[i], points.y()[i], geometry, theme);
				rings++;
			}
		}
	}

	private static void rings(GC gc, double dataX, double dataY, PlotGeometry geometry, Theme theme) {
		if (Double.isFinite(dataX) && Double.isFinite(dataY)) {
			int x = coordinate(geometry.drawnX(dataX));
			int y = coordinate(geometry.drawnY(dataY));
			// A light ring below a dark one, or the other way round, shows on data of any colour.
			ring(gc, x, y, 5, theme.background());
			ring(gc, x, y, 2, theme.foreground());
		}
	}

	private static void mark(GC gc, Figure.Layer layer, Mark mark, PlotGeometry geometry, Theme theme) {
		double[][] places = switch (layer) {
		case Points points -> new double[][] { points.x(), points.y() };
		case Line line -> new double[][] { line.x(), line.y() };
		case Area area -> new double[][] { area.x(), area.y() };
		case Grid _ -> new double[2][0];
		};
		if (mark.item() < 0 || mark.item() >= places[0].length) {
			return;
		}
		double x = places[0][mark.item()];
		if (mark.guide() && Double.isFinite(x)) {
			gc.setForeground(swt(theme.secondary()));
			gc.setLineWidth(1);
			int drawn = coordinate(geometry.drawnX(x));
			gc.drawLine(drawn, (int) geometry.area().getMinY(), drawn, (int) geometry.area().getMaxY());
		}
		rings(gc, x, places[1][mark.item()], geometry, theme);
	}

	private static void ring(GC gc, int x, int y, int width, java.awt.Color color) {
		gc.setForeground(swt(color));
		gc.setLineWidth(width);
		gc.drawOval(x - RING, y - RING, 2 * RING, 2 * RING);
	}

	private static void stroke(GC gc, Line line, PlotGeometry geometry, Theme theme,
			Set<String> labels) {
		if (!labels.contains(line.name())) {
			return;
		}
		gc.setForeground(swt(theme.color(line.hue())));
		gc.setLineWidth(4);
		gc.setLineJoin(SWT.JOIN_ROUND);
		int[] vertices = new int[2 * line.x().length];
		int count = 0;
		for (int i = 0; i < line.x().length; i++) {
			if (Double.isFinite(line.x()[i]) && Double.isFinite(line.y()[i])) {
				vertices[count++] = coordinate(geometry.drawnX(line.x()[i]));
				vertices[count++] = coordinate(geometry.drawnY(line.y()[i]));
			} else {
				drawPolyline(gc, vertices, count);
				count = 0;
			}
		}
		drawPolyline(gc, vertices, count);
	}

	private static void drawPolyline(GC gc, int[] vertices, int count) {
		if (count >= 4) {
			gc.drawPolyline(java.util.Arrays.copyOf(vertices, count));
		}
	}

	private static void frames(GC gc, Grid grid, PlotGeometry geometry, Theme theme,
			Set<String> labels) {
		for (int r : places(grid.rows(), labels)) {
			frame(gc, geometry, theme, -0.5, grid.columns().size() - 0.5, r - 0.5, r + 0.5);
		}
		for (int c : places(grid.columns(), labels)) {
			frame(gc, geometry, theme, c - 0.5, c + 0.5, -0.5, grid.rows().size() - 0.5);
		}
	}

	private static List<Integer> places(List<String> names, Set<String> labels) {
		return IntStream.range(0, names.size()).filter(i -> labels.contains(names.get(i))).boxed().toList();
	}

	private static void frame(GC gc, PlotGeometry geometry, Theme theme, double left, double right, double top,
			double bottom) {
		int x = coordinate(geometry.drawnX(left));
		int y = coordinate(geometry.drawnY(top));
		int width = coordinate(geometry.drawnX(right)) - x;
		int height = coordinate(geometry.drawnY(bottom)) - y;
		if (Math.min(width, height) >= THICK_FROM) {
			gc.setForeground(swt(theme.background()));
			gc.setLineWidth(4);
			gc.drawRectangle(x, y, width, height);
		}
		gc.setForeground(swt(theme.foreground()));
		gc.setLineWidth(Math.min(width, height) >= THICK_FROM ? 2 : 1);
		gc.drawRectangle(x, y, width, height);
	}

	private static int coordinate(double value) {
		return (int) Math.round(Math.clamp(value, -1e5, 1e5));
	}

	static Color swt(java.awt.Color color) {
		return new Color(color.getRed(), color.getGreen(), color.getBlue());
	}
}
