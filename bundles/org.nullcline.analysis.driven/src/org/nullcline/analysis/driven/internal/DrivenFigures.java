package org.nullcline.analysis.driven.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.dynamics.DrivenTrajectory;
import org.nullcline.dynamics.PrincipalComponents;

/** The figures of the analysis. */
final class DrivenFigures {

	private static final int MOST_POINTS = 3000;
	private static final int SHOWN_STEPS = 200;
	private static final int SHOWN_PATHS = 20;
	private static final int DENSITY_POINTS = 1500;
	/** As in the paper's figures: the kernel of the rule, three times as wide, and the line around 95 % of the mass. */
	private static final double ADJUSTMENT = 3;
	private static final double OUTSIDE = 0.05;

	private DrivenFigures() {
	}

	static List<Figure> of(DrivenTrajectory run, PrincipalComponents components, Collapse collapse, NoiseLevels levels) {
		double[] explained = components.explainedFractions();
		String x = axis(1, explained[0]);
		String y = axis(2, explained.length > 1 ? explained[1] : 0);
		double[][] plane = components.project(run.states(), 2);
		return List.of(states(run, plane, components, collapse, x, y), trajectory(plane, run, x, y), rest(components, collapse, x, y),
				contours(levels), radii(levels));
	}

	private static Figure states(DrivenTrajectory run, double[][] plane, PrincipalComponents components, Collapse collapse, String x,
			String y) {
		List<Figure.Layer> layers = new ArrayList<>();
		int every = Math.max(1, (run.steps() + MOST_POINTS - 1) / MOST_POINTS);
		for (int k = 0; k < run.outputs()[0].length; k++) {
			int symbol = k;
			int[] members = IntStream.range(0, run.steps()).filter(t -> t % every == 0 && run.symbols()[t] == symbol).toArray();
			layers.add(new Figure.Points("symbol " + k, IntStream.of(members).mapToDouble(t -> plane[t][0]).toArray(),
					IntStream.of(members).mapToDouble(t -> plane[t][1]).toArray(), Hue.category(k), Marker.DOT, List.of()));
		}
		layers.add(restPoint(components, collapse));
		return new Figure("states", "Driven states by most probable symbol",
				"The cross is where trajectories come to rest without input; for networks without biases it is the origin of state space.", x,
				y, true, layers);
	}

	private static Figure.Points restPoint(PrincipalComponents components, Collapse collapse) {
		double[] point = components.project(new double[][] { collapse.point() }, 2)[0];
		boolean finite = Double.isFinite(point[0]) && Double.isFinite(point[1]);
		return new Figure.Points("rest", finite ? new double[] { point[0] } : new double[0],
				finite ? new double[] { point[1] } : new double[0], Hue.BLACK, Marker.CROSS, List.of());
	}

	private static Figure trajectory(double[][] plane, DrivenTrajectory run, String x, String y) {
		List<Figure.Layer> layers = new ArrayList<>();
		int steps = Math.min(SHOWN_STEPS, plane.length);
		layers.add(line("trajectory", Arrays.copyOf(plane, steps), Hue.GREY, true));
		for (int k = 0; k < run.outputs()[0].length; k++) {
			int symbol = k;
			int[] members = IntStream.range(0, steps).filter(t -> run.symbols()[t] == symbol).toArray();
			layers.add(new Figure.Points("symbol " + k, IntStream.of(members).mapToDouble(t -> plane[t][0]).toArray(),
					IntStream.of(members).mapToDouble(t -> plane[t][1]).toArray(), Hue.category(k), Marker.DOT, List.of()));
		}
		return new Figure("trajectory", "The first " + steps + " steps", "", x, y, true, layers);
	}

	private static Figure rest(PrincipalComponents components, Collapse collapse, String x, String y) {
		List<Figure.Layer> layers = new ArrayList<>();
		for (int k = 0; k < Math.min(SHOWN_PATHS, collapse.paths().length); k++) {
			double[][] path = collapse.paths()[k];
			if (Double.isFinite(collapse.spread()[k])) {
				layers.add(line("", components.project(path, 2), Hue.category(k), true));
			}
		}
		layers.add(restPoint(components, collapse));
		return new Figure("rest", "Trajectories without input", "From states of the driven run.", x, y, true, layers);
	}

	private static Figure contours(NoiseLevels levels) {
		List<Figure.Layer> layers = new ArrayList<>();
		for (int n = levels.levels().length - 1; n >= 0; n--) {
			double[][] plane = levels.planes().get(n);
			int every = Math.max(1, (plane.length + DENSITY_POINTS - 1) / DENSITY_POINTS);
			double[][] points = IntStream.range(0, plane.length).filter(t -> t % every == 0).mapToObj(t -> plane[t]).toArray(double[][]::new);
			double[][] line = new DensityContour(points, ADJUSTMENT).outside(OUTSIDE);
			layers.add(new Figure.Line("σ = " + levels.levels()[n], line[0], line[1], Hue.category(n), false));
		}
		return new Figure("contours", "Orbits by level of the noise",
				"Around 95 % of the mass of a kernel density, about the mean of each level, in the plane of σ = 1.", "PC 1 of σ = 1",
				"PC 2 of σ = 1", true, layers);
	}

	private static Figure radii(NoiseLevels levels) {
		double[] radii = levels.radii();
		return new Figure("radii", "Radius of the orbits", "Root mean square distance from the mean in the plane.",
				"standard deviation of the noise", "radius", false,
				List.of(new Figure.Line("", levels.levels(), radii, Hue.BLUE, false),
						new Figure.Points("", levels.levels(), radii, Hue.BLUE, Marker.DOT, List.of())));
	}

	private static Figure.Line line(String name, double[][] points, Hue hue, boolean thin) {
		return new Figure.Line(name, Arrays.stream(points).mapToDouble(p -> p[0]).toArray(),
				Arrays.stream(points).mapToDouble(p -> p[1]).toArray(), hue, thin);
	}

	private static String axis(int number, double explained) {
		return String.format(Locale.ROOT, "PC %d (%.1f %%)", number, 100 * explained);
	}
}
