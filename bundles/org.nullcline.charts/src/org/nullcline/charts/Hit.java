package org.nullcline.charts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.figures.PlotGeometry;

/** Finds what lies under the mouse. */
final class Hit {

	private static final double NEAR = 9;

	private Hit() {
	}

	/** The label of the nearest labelled point that is near enough. */
	static Optional<String> label(Figure figure, PlotGeometry geometry, double x, double y) {
		return point(figure, geometry, x, y, true).map(Pick::label).filter(label -> !label.isBlank());
	}

	/** The nearest point, else the nearest vertex of a line, else the cell; layers as the figure has them. */
	static Optional<Pick> pick(Figure figure, PlotGeometry geometry, double x, double y) {
		if (!geometry.area().contains(x, y)) {
			return Optional.empty();
		}
		return point(figure, geometry, x, y, true).or(() -> point(figure, geometry, x, y, false))
				.or(() -> vertex(figure, geometry, x, y)).or(() -> cell(figure, geometry, x, y));
	}

	/** What a tool tip says: the label of a point, or the names and the value of a cell. */
	static Optional<String> toolTip(Figure figure, PlotGeometry geometry, double x, double y) {
		return label(figure, geometry, x, y).or(() -> cell(figure, geometry, x, y).map(pick -> {
			Grid grid = (Grid) figure.layers().get(pick.layer());
			return NLS.bind(Messages.Chart_cell, new Object[] { grid.rows().get(pick.item()), grid.columns().get(pick.column()),
					number(grid.values()[pick.item()][pick.column()]) });
		}));
	}

	private static Optional<Pick> point(Figure figure, PlotGeometry geometry, double x, double y, boolean labelled) {
		Pick nearest = null;
		double best = NEAR * NEAR;
		for (int layer = 0; layer < figure.layers().size(); layer++) {
			if (figure.layers().get(layer) instanceof Points points && points.labels().isEmpty() != labelled
					&& geometry.area().contains(x, y)) {
				int item = nearest(points.x(), points.y(), geometry, x, y, best);
				if (item >= 0) {
					best = distance(points.x()[item], points.y()[item], geometry, x, y);
					nearest = new Pick(layer, item, -1, labelled ? points.labels().get(item) : "");
				}
			}
		}
		return Optional.ofNullable(nearest);
	}

	private static Optional<Pick> vertex(Figure figure, PlotGeometry geometry, double x, double y) {
		Pick nearest = null;
		double best = NEAR * NEAR;
		for (int layer = 0; layer < figure.layers().size(); layer++) {
			if (figure.layers().get(layer) instanceof Line line) {
				int item = nearest(line.x(), line.y(), geometry, x, y, best);
				if (item >= 0) {
					best = distance(line.x()[item], line.y()[item], geometry, x, y);
					nearest = new Pick(layer, item, -1, "");
				}
			}
		}
		return Optional.ofNullable(nearest);
	}

	/** The last of the nearest ones not farther than a distance; -1 if there is none. */
	private static int nearest(double[] dataX, double[] dataY, PlotGeometry geometry, double x, double y, double within) {
		int nearest = -1;
		double best = within;
		for (int i = 0; i < dataX.length; i++) {
			double distance = distance(dataX[i], dataY[i], geometry, x, y);
			if (distance <= best) {
				best = distance;
				nearest = i;
			}
		}
		return nearest;
	}

	private static double distance(double dataX, double dataY, PlotGeometry geometry, double x, double y) {
		double dx = geometry.drawnX(dataX) - x;
		double dy = geometry.drawnY(dataY) - y;
		return dx * dx + dy * dy;
	}

	private static Optional<Pick> cell(Figure figure, PlotGeometry geometry, double x, double y) {
		if (!geometry.area().contains(x, y)) {
			return Optional.empty();
		}
		long row = Math.round(geometry.dataY(y));
		long column = Math.round(geometry.dataX(x));
		List<Figure.Layer> layers = figure.layers();
		for (int layer = layers.size() - 1; layer >= 0; layer--) {
			if (layers.get(layer) instanceof Grid grid && row >= 0 && row < grid.rows().size() && column >= 0
					&& column < grid.columns().size()) {
				return Optional.of(new Pick(layer, (int) row, (int) column, ""));
			}
		}
		return Optional.empty();
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "\u2013" : String.format(Locale.ROOT, "%.5g", value);
	}
}
