package org.nullcline.analysis.fixedpoints.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.core.figure.Subjects;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.TrialStates;
import org.nullcline.linearalgebra.Complex;

/** Fixed points among the states of trials, and their eigenvalues. Black is stable, as in Maheswaranathan et al. 2019. */
final class FixedPointFigures {

	private static final int TRAJECTORIES = 8;
	/** With more eigenvalues than this, only the leading ones of each point are drawn. */
	private static final int EIGENVALUES = 5000;
	private static final int LEADING = 4;

	private FixedPointFigures() {
	}

	/**
	 * @param visited states that define the plane, [sample][state]
	 * @param trials  where they come from; nothing if there is no task
	 */
	static Figure stateSpace(double[][] visited, Optional<TrialStates> trials, List<ConditionPoints> conditions) {
		PrincipalComponents components = PrincipalComponents.of(visited);
		double[] fractions = Arrays.copyOf(components.explainedFractions(), 2);
		List<Figure.Layer> layers = new ArrayList<>();
		trials.ifPresent(states -> layers.addAll(trajectories(states, components)));
		TreeMap<Integer, List<Marked>> exact = new TreeMap<>();
		TreeMap<Integer, List<Marked>> slow = new TreeMap<>();
		int first = 0;
		for (ConditionPoints condition : conditions) {
			List<FixedPoint> points = condition.found().points();
			for (int i = 0; i < points.size(); i++) {
				FixedPoint point = points.get(i);
				if (!point.outlier()) {
					double[] at = components.project(new double[][] { point.state() }, 2)[0];
					(point.exact() ? exact : slow).computeIfAbsent(point.index(), k -> new ArrayList<>())
							.add(new Marked(at, condition.condition().name() + ", point " + i, first + i));
				}
			}
			first += points.size();
		}
		slow.forEach((index, points) -> layers.add(layer("slow, " + words(index), points, index, Marker.CROSS)));
		// Stable points last, so that they lie on top.
		exact.descendingMap().forEach((index, points) -> layers.add(layer(words(index), points, index, Marker.DOT)));
		return new Figure("state-space", "Fixed points in state space",
				"Principal components of "
						+ (trials.isPresent() ? "the states on test trials; grey: some of these trials" : "the seeds of the search")
						+ ". Colour: number of unstable directions. Outliers are left out.",
				String.format(Locale.ROOT, "PC 1 (%.1f %% of variance)", 100 * fractions[0]),
				String.format(Locale.ROOT, "PC 2 (%.1f %% of variance)", 100 * fractions[1]), true, layers);
	}

	static Figure eigenvalues(List<ConditionPoints> conditions) {
		TreeMap<Integer, List<Marked>> byIndex = new TreeMap<>();
		int all = conditions.stream().flatMap(c -> c.found().exact().stream()).mapToInt(p -> p.eigenvalues().size()).sum();
		int shown = all > EIGENVALUES ? LEADING : Integer.MAX_VALUE;
		int first = 0;
		for (ConditionPoints condition : conditions) {
			List<FixedPoint> points = condition.found().points();
			for (int i = 0; i < points.size(); i++) {
				FixedPoint point = points.get(i);
				if (point.exact() && !point.outlier()) {
					List<Marked> marks = byIndex.computeIfAbsent(point.index(), k -> new ArrayList<>());
					String label = condition.condition().name() + ", point " + i;
					for (Complex value : point.eigenvalues().subList(0, Math.min(shown, point.eigenvalues().size()))) {
						marks.add(new Marked(new double[] { value.real(), value.imaginary() }, label, first + i));
					}
				}
			}
			first += points.size();
		}
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(unitCircle());
		byIndex.descendingMap().forEach((index, points) -> layers.add(layer(words(index), points, index, Marker.DOT)));
		return new Figure("eigenvalues", "Eigenvalues at the fixed points",
				"Of dF/dh at each fixed point; modes outside the unit circle grow. Colour: number of unstable directions."
						+ (all > EIGENVALUES ? " Only the " + LEADING + " largest of each point." : ""),
				"Re λ", "Im λ", true, layers);
	}

	private static List<Figure.Layer> trajectories(TrialStates states, PrincipalComponents components) {
		List<Figure.Layer> lines = new ArrayList<>();
		for (int trial = 0; trial < Math.min(TRAJECTORIES, states.trials()); trial++) {
			double[][] path = components.project(states.trial(trial), 2);
			lines.add(new Figure.Line("test trials", column(path, 0), column(path, 1), Hue.GREY, true));
		}
		return lines;
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

	private static Figure.Points layer(String name, List<Marked> points, int index, Marker marker) {
		return new Figure.Points(name, points.stream().mapToDouble(point -> point.at()[0]).toArray(),
				points.stream().mapToDouble(point -> point.at()[1]).toArray(), Hue.instability(index), marker,
				points.stream().map(Marked::label).toList(), Subjects.fixedPoints(points.stream().map(Marked::row).toList()));
	}

	private static String words(int index) {
		return index == 0 ? "stable" : index == 1 ? "1 unstable direction" : index + " unstable directions";
	}

	private static double[] column(double[][] rows, int column) {
		return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
	}

	/** A place in a figure with its label, and the fixed point's row among those of all conditions. */
	private record Marked(double[] at, String label, int row) {
	}
}
