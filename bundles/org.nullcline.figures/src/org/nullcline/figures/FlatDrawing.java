package org.nullcline.figures;

import java.util.Objects;
import java.util.Optional;

import org.nullcline.core.figure.Figure;

/** A figure as it is. */
record FlatDrawing(Figure figure) implements Drawing {

	FlatDrawing {
		Objects.requireNonNull(figure, "no figure to draw");
	}

	@Override
	public String id() {
		return figure.id();
	}

	@Override
	public String title() {
		return figure.title();
	}

	@Override
	public int frameLayers() {
		return 0;
	}

	@Override
	public Optional<Viewport> home() {
		return Optional.empty();
	}

	@Override
	public String csv() {
		return FigureCsv.write(figure);
	}

	@Override
	public long size() {
		return figure.layers().stream().mapToLong(layer -> switch (layer) {
		case Figure.Points points -> 2L * points.x().length;
		case Figure.Line line -> 2L * line.x().length;
		case Figure.Area area -> 2L * area.x().length;
		case Figure.Grid grid -> (long) grid.rows().size() * grid.columns().size();
		}).sum();
	}
}
