package org.nullcline.charts;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.figures.PlotGeometry;

/** Finds what lies under the mouse. */
final class Hit {

	private static final double NEAR = 9;

	private Hit() {
	}

	/** The label of the nearest labelled point that is near enough. */
	static Optional<String> label(Figure figure, PlotGeometry geometry, double x, double y) {
		String nearest = null;
		double best = NEAR * NEAR;
		for (Figure.Layer layer : figure.layers()) {
			if (!(layer instanceof Points points) || points.labels().isEmpty() || !geometry.area().contains(x, y)) {
				continue;
			}
			for (int i = 0; i < points.x().length; i++) {
				double dx = geometry.drawnX(points.x()[i]) - x;
				double dy = geometry.drawnY(points.y()[i]) - y;
				double distance = dx * dx + dy * dy;
				if (distance <= best) {
					best = distance;
					nearest = points.labels().get(i);
				}
			}
		}
		return Optional.ofNullable(nearest).filter(label -> !label.isBlank());
	}

	/** What a tool tip says: the label of a point, or the names and the value of a cell. */
	static Optional<String> toolTip(Figure figure, PlotGeometry geometry, double x, double y) {
		return label(figure, geometry, x, y).or(() -> cell(figure, geometry, x, y));
	}

	private static Optional<String> cell(Figure figure, PlotGeometry geometry, double x, double y) {
		if (!geometry.area().contains(x, y)) {
			return Optional.empty();
		}
		long row = Math.round(geometry.dataY(y));
		long column = Math.round(geometry.dataX(x));
		return figure.layers().reversed().stream().filter(Grid.class::isInstance).map(Grid.class::cast)
				.filter(grid -> row >= 0 && row < grid.rows().size() && column >= 0 && column < grid.columns().size())
				.findFirst().map(grid -> NLS.bind(Messages.Chart_cell, new Object[] { grid.rows().get((int) row),
						grid.columns().get((int) column), number(grid.values()[(int) row][(int) column]) }));
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "\u2013" : String.format(Locale.ROOT, "%.5g", value);
	}
}
