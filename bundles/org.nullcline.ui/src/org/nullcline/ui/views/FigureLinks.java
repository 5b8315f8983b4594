package org.nullcline.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

import org.nullcline.charts.Mark;
import org.nullcline.charts.Pick;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Subjects;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.Selected;
import org.nullcline.ui.common.selection.SelectedFixedPoint;
import org.nullcline.ui.common.selection.SelectedUnit;

/**
 * What the points of a result's figure stand for.
 *
 * @param run whose result it is; empty for one of a population
 */
record FigureLinks(Optional<RunReference> run) {

	/** The part of the run that a mark stands for. */
	Optional<Selected> selected(Figure figure, Pick pick) {
		return run.filter(_ -> figure.layers().get(pick.layer()) instanceof Figure.Points points && !points.subjects().isEmpty())
				.map(of -> part(of, ((Figure.Points) figure.layers().get(pick.layer())).subjects(), pick.item()));
	}

	private static Selected part(RunReference run, Subjects subjects, int mark) {
		int item = subjects.items().get(mark);
		return switch (subjects.kind()) {
		case FIXED_POINT -> new SelectedFixedPoint(run, item);
		case UNIT -> new SelectedUnit(run, item);
		};
	}

	/** The marks of what is selected. */
	List<Mark> marks(Figure figure, LinkedSelection selection) {
		if (run.isEmpty() || !run.equals(selection.run())) {
			return List.of();
		}
		Set<Integer> fixedPoints = selection.parts(SelectedFixedPoint.class).stream().map(SelectedFixedPoint::point)
				.collect(Collectors.toSet());
		Set<Integer> units = selection.parts(SelectedUnit.class).stream().map(SelectedUnit::unit).collect(Collectors.toSet());
		List<Mark> marks = new ArrayList<>();
		for (int layer = 0; layer < figure.layers().size(); layer++) {
			if (figure.layers().get(layer) instanceof Figure.Points points) {
				IntPredicate chosen = switch (points.subjects().kind()) {
				case FIXED_POINT -> fixedPoints::contains;
				case UNIT -> units::contains;
				};
				List<Integer> items = points.subjects().items();
				for (int i = 0; i < items.size(); i++) {
					if (chosen.test(items.get(i))) {
						marks.add(Mark.ring(layer, i));
					}
				}
			}
		}
		return marks;
	}
}
