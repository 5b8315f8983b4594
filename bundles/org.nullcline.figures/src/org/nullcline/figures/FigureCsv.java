package org.nullcline.figures;

import java.util.List;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Area;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;

/**
 * The numbers of a figure as comma-separated values (RFC 4180). Points, lines and areas make one block with a row per point; each
 * grid follows as a block of its own, after an empty line. Numbers are written so that they read back as they were.
 */
final class FigureCsv {

	private static final String END = "\r\n";

	private FigureCsv() {
	}

	static String write(Figure figure) {
		StringBuilder csv = new StringBuilder();
		boolean grids = figure.layers().stream().anyMatch(Grid.class::isInstance);
		boolean marks = figure.layers().stream().anyMatch(layer -> !(layer instanceof Grid));
		if (marks || !grids) {
			csv.append("layer,name,x,y,label").append(END);
		}
		for (int i = 0; i < figure.layers().size(); i++) {
			switch (figure.layers().get(i)) {
			case Points points -> append(csv, i + 1, points.name(), points.x(), points.y(), points.labels());
			case Line line -> append(csv, i + 1, line.name(), line.x(), line.y(), List.of());
			case Area area -> append(csv, i + 1, area.name(), area.x(), area.y(), List.of());
			case Grid _ -> {
				// Below.
			}
			}
		}
		for (Figure.Layer layer : figure.layers()) {
			if (layer instanceof Grid grid) {
				append(csv, grid);
			}
		}
		return csv.toString();
	}

	private static void append(StringBuilder csv, int number, String name, double[] x, double[] y, List<String> labels) {
		for (int i = 0; i < x.length; i++) {
			csv.append(number).append(',').append(quoted(name)).append(',').append(x[i]).append(',').append(y[i])
					.append(',').append(labels.isEmpty() ? "" : quoted(labels.get(i))).append(END);
		}
	}

	/** A figure of three dimensions: one block with a row per point. */
	static String write(SpatialFigure figure) {
		StringBuilder csv = new StringBuilder("layer,name,x,y,z,label").append(END);
		for (int l = 0; l < figure.layers().size(); l++) {
			SpatialFigure.Layer layer = figure.layers().get(l);
			List<String> labels = layer instanceof SpatialFigure.Points points ? points.labels() : List.of();
			for (int i = 0; i < layer.x().length; i++) {
				csv.append(l + 1).append(',').append(quoted(layer.name())).append(',').append(layer.x()[i]).append(',')
						.append(layer.y()[i]).append(',').append(layer.z()[i]).append(',')
						.append(labels.isEmpty() ? "" : quoted(labels.get(i))).append(END);
			}
		}
		return csv.toString();
	}

	private static void append(StringBuilder csv, Grid grid) {
		if (!csv.isEmpty()) {
			csv.append(END);
		}
		csv.append("row,column,value").append(END);
		for (int r = 0; r < grid.rows().size(); r++) {
			for (int c = 0; c < grid.columns().size(); c++) {
				csv.append(quoted(grid.rows().get(r))).append(',').append(quoted(grid.columns().get(c))).append(',')
						.append(grid.values()[r][c]).append(END);
			}
		}
	}

	private static String quoted(String text) {
		boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
				&& text.equals(text.strip());
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}
}
