package org.nullcline.ui.plots.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.nullcline.charts.Mark;
import org.nullcline.charts.Pick;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.runs.RunReference;
import org.nullcline.ui.common.selection.LinkedSelection;
import org.nullcline.ui.common.selection.SelectedFixedPoint;
import org.nullcline.ui.plots.Messages;
import org.nullcline.ui.plots.data.FixedPoints;

/** Eigenvalues of dF/dh at the fixed points, in the complex plane with the unit circle. */
public final class EigenvaluePlot implements LinkedPlot {

	/** More points than this need no tool tip for each eigenvalue. */
	private static final int LABELLED = 100_000;

	/**
	 * What is shown.
	 *
	 * @param slow    whether slow points count, too
	 * @param leading how many eigenvalues of each point; 0: all
	 */
	public record Settings(boolean slow, int leading) {
	}

	private final RunReference run;
	/** The fixed point of each mark, by layer. */
	private final Map<Integer, int[]> points = new TreeMap<>();
	private final Figure figure;

	/** Makes the figure. */
	public EigenvaluePlot(RunReference run, FixedPoints data, Settings settings) {
		this.run = run;
		List<Figure.Layer> layers = new ArrayList<>(List.of(unitCircle()));
		TreeMap<Integer, List<Integer>> byIndex = new TreeMap<>();
		for (int i : data.inside(settings.slow())) {
			byIndex.computeIfAbsent(data.index()[i], k -> new ArrayList<>()).add(i);
		}
		byIndex.descendingMap().forEach((index, members) -> add(layers, data, index, members, settings.leading()));
		figure = new Figure("eigenvalues", run.name(), "", "Re \u03bb", "Im \u03bb", true, layers); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private void add(List<Figure.Layer> layers, FixedPoints data, int index, List<Integer> members, int leading) {
		List<Complex> values = new ArrayList<>();
		List<Integer> owners = new ArrayList<>();
		for (int i : members) {
			Complex[] spectrum = data.eigenvalues()[i];
			for (int k = 0; k < (leading == 0 ? spectrum.length : Math.min(leading, spectrum.length)); k++) {
				values.add(spectrum[k]);
				owners.add(i);
			}
		}
		points.put(layers.size(), owners.stream().mapToInt(Integer::intValue).toArray());
		layers.add(new Figure.Points(PointNames.stability(index), values.stream().mapToDouble(Complex::real).toArray(),
				values.stream().mapToDouble(Complex::imaginary).toArray(), Hue.instability(index), Marker.DOT,
				owners.size() > LABELLED ? List.of() : owners.stream().map(i -> PointNames.label(i, data)).toList()));
	}

	private static Figure.Line unitCircle() {
		double[] x = IntStream.rangeClosed(0, 360).mapToDouble(k -> Math.cos(Math.toRadians(k))).toArray();
		double[] y = IntStream.rangeClosed(0, 360).mapToDouble(k -> Math.sin(Math.toRadians(k))).toArray();
		return new Figure.Line(Messages.Eigenvalues_unitCircle, x, y, Hue.GREY, true);
	}

	@Override
	public Optional<Figure> flat() {
		return Optional.of(figure);
	}

	@Override
	public List<Object> selected(Pick pick) {
		return points.containsKey(pick.layer())
				? List.of(new SelectedFixedPoint(run, points.get(pick.layer())[pick.item()])) : List.of();
	}

	@Override
	public List<Mark> marks(LinkedSelection selection) {
		List<Mark> marks = new ArrayList<>();
		for (SelectedFixedPoint point : selection.parts(SelectedFixedPoint.class)) {
			points.forEach((layer, owners) -> IntStream.range(0, owners.length).filter(i -> owners[i] == point.point())
					.forEach(i -> marks.add(Mark.ring(layer, i))));
		}
		return marks;
	}
}
