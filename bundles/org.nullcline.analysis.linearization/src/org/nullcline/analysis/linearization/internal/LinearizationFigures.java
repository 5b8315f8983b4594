package org.nullcline.analysis.linearization.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.core.figure.Subjects;
import org.nullcline.linearalgebra.Complex;

/** The spectra of all points. */
final class LinearizationFigures {

	/** Marks of a figure that can still be told apart. */
	private static final int MOST_MARKS = 6000;

	private LinearizationFigures() {
	}

	/** The eigenvalue plane over all points, coloured by the number of unstable directions (figure 2b of the paper). */
	static Figure plane(List<LinearizedPoint> points, List<String> conditions) {
		int size = points.getFirst().point().eigenvalues().size();
		int shown = Math.clamp(MOST_MARKS / points.size(), Math.min(4, size), size);
		Map<Integer, List<LinearizedPoint>> byIndex = new TreeMap<>(java.util.Comparator.reverseOrder());
		points.forEach(point -> byIndex.computeIfAbsent(point.point().index(), k -> new ArrayList<>()).add(point));
		List<Figure.Layer> layers = new ArrayList<>(List.of(unitCircle()));
		byIndex.forEach((index, members) -> {
			List<Complex> values = new ArrayList<>();
			List<String> labels = new ArrayList<>();
			List<Integer> rows = new ArrayList<>();
			for (LinearizedPoint point : members) {
				values.addAll(point.point().eigenvalues().subList(0, shown));
				labels.addAll(java.util.Collections.nCopies(shown, conditions.get(point.condition()) + ", point " + point.row()));
				rows.addAll(java.util.Collections.nCopies(shown, point.row()));
			}
			layers.add(new Figure.Points(index == 0 ? "stable" : index + " unstable", values.stream().mapToDouble(Complex::real).toArray(),
					values.stream().mapToDouble(Complex::imaginary).toArray(), Hue.instability(index), Marker.DOT, labels,
					Subjects.fixedPoints(rows)));
		});
		return new Figure("eigenvalues", "Eigenvalues at all points",
				"Of dF/dh at fixed points and slow points under every constant input; colour: number of unstable directions."
						+ (shown < size ? " The " + shown + " largest of each point." : ""),
				"Re λ", "Im λ", true, layers);
	}

	/** |lambda| by rank, one line per point. */
	static Figure magnitudes(List<LinearizedPoint> points) {
		List<Figure.Layer> layers = new ArrayList<>();
		for (LinearizedPoint point : points) {
			double[] y = point.point().eigenvalues().stream().mapToDouble(Complex::modulus).toArray();
			double[] x = new double[y.length];
			for (int k = 0; k < x.length; k++) {
				x[k] = k + 1;
			}
			layers.add(new Figure.Line(point.point().exact() ? "fixed points" : "slow points", x, y,
					point.point().exact() ? Hue.BLACK : Hue.GREY, true));
		}
		return new Figure("magnitudes", "Sorted eigenvalue magnitudes",
				"One line per point. Magnitudes near 1 are slow modes.", "Mode", "|λ|", false, layers);
	}

	private static Figure.Line unitCircle() {
		double[] x = new double[181];
		double[] y = new double[181];
		for (int k = 0; k <= 180; k++) {
			x[k] = Math.cos(2 * Math.PI * k / 180);
			y[k] = Math.sin(2 * Math.PI * k / 180);
		}
		return new Figure.Line("unit circle", x, y, Hue.GREY, true);
	}
}
