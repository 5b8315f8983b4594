package org.nullcline.ui.plots.figure;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.nullcline.charts.Mark;
import org.nullcline.charts.Pick;
import org.nullcline.core.figure.Figure;
import org.nullcline.figures.SpatialFigure;
import org.nullcline.ui.common.selection.LinkedSelection;

/** A figure that knows what its marks stand for. */
public interface LinkedPlot {

	/** The figure, unless it is one of three dimensions. */
	Optional<Figure> flat();

	/** The figure, if it is one of three dimensions. */
	default Optional<SpatialFigure> space() {
		return Optional.empty();
	}

	/**
	 * What a picked mark stands for: runs and parts of runs.
	 *
	 * @return empty if it stands for nothing that can be selected
	 */
	List<Object> selected(Pick pick);

	/** Places that stand for what is selected. */
	default List<Mark> marks(@SuppressWarnings("unused") LinkedSelection selection) {
		return List.of();
	}

	/** Labels of what is selected. */
	default Set<String> labels(@SuppressWarnings("unused") LinkedSelection selection) {
		return Set.of();
	}
}
