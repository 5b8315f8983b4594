package org.nullcline.analysis.weights.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.core.figure.Subjects;
import org.nullcline.dynamics.DrivenTrajectory;

/** The figures of the analysis. */
final class WeightFigures {

	private static final int SHOWN_STEPS = 300;

	private WeightFigures() {
	}

	/** Silence of single units against the rise of their drive. */
	static Figure singles(KickGroup group) {
		int[] all = IntStream.range(0, group.singles().length).toArray();
		return new Figure("units-symbol-" + group.symbol(), "Single units, symbol " + group.symbol(),
				"Each point is a unit; the kick neurons are marked.", "rise of the recurrent drive from cluster to transition",
				"switches while the unit is silent (fraction)", false,
				List.of(points("units", group, all, Hue.GREY, Marker.DOT),
						points("kick neurons", group, group.units(), Hue.RED, Marker.DIAMOND)));
	}

	private static Figure.Points points(String name, KickGroup group, int[] units, Hue hue, Marker marker) {
		return new Figure.Points(name, Arrays.stream(units).mapToDouble(group.signature()::contrast).toArray(),
				Arrays.stream(units).mapToDouble(unit -> group.singles()[unit]).toArray(), hue, marker,
				Arrays.stream(units).mapToObj(unit -> "unit " + unit).toList(), Subjects.units(IntStream.of(units).boxed().toList()));
	}

	/** Weights between single kick neurons, and means between all groups. */
	static List<Figure> blocks(KickGroup first, KickGroup second, Circuit circuit) {
		int[] kicks = IntStream.concat(IntStream.of(circuit.kicks()[0]), IntStream.of(circuit.kicks()[1])).toArray();
		double[][] single = Arrays.stream(kicks).mapToObj(i -> Arrays.stream(kicks).mapToDouble(j -> circuit.weights()[i][j]).toArray())
				.toArray(double[][]::new);
		List<String> names = Arrays.stream(kicks).mapToObj(Integer::toString).toList();
		int[][] groups = { circuit.kicks()[0], circuit.kicks()[1], circuit.pools()[0], circuit.pools()[1] };
		double[][] means = Arrays.stream(groups)
				.map(to -> Arrays.stream(groups).mapToDouble(from -> circuit.mean(to, from)).toArray()).toArray(double[][]::new);
		List<String> labels = List.of("kick " + first.symbol(), "kick " + second.symbol(), "population 1", "population 2");
		String pair = first.symbol() + "-" + second.symbol();
		return List.of(
				new Figure("kick-weights-" + pair, "Weights between kick neurons, symbols " + pair, "Rows receive, columns send.", "from unit",
						"to unit", false, List.of(new Figure.Grid("weight", single, names, names))),
				new Figure("block-weights-" + pair, "Mean weights between groups, symbols " + pair, "Rows receive, columns send.", "from",
						"to", false, List.of(new Figure.Grid("mean weight", means, labels, labels))));
	}

	/** Mean activity of the groups over some steps of the run. */
	static Figure activity(KickGroup first, KickGroup second, Circuit circuit, DrivenTrajectory run) {
		int steps = Math.min(SHOWN_STEPS, run.steps());
		double[] time = IntStream.range(0, steps).asDoubleStream().toArray();
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(activity("kick neurons of symbol " + first.symbol(), circuit.kicks()[0], run, time, Hue.RED));
		layers.add(activity("kick neurons of symbol " + second.symbol(), circuit.kicks()[1], run, time, Hue.ORANGE));
		layers.add(activity("population 1", circuit.pools()[0], run, time, Hue.BLUE));
		layers.add(activity("population 2", circuit.pools()[1], run, time, Hue.TEAL));
		layers.add(new Figure.Line("symbol", time, IntStream.range(0, steps).mapToDouble(t -> -1 - run.symbols()[t]).toArray(),
				Hue.GREY, true));
		return new Figure("activity-" + first.symbol() + "-" + second.symbol(), "Mean activity of the groups",
				"The symbol is drawn below, symbol 0 at -1, symbol 1 at -2 and so on.", "step", "mean activity", false, layers);
	}

	private static Figure.Line activity(String name, int[] units, DrivenTrajectory run, double[] time, Hue hue) {
		return new Figure.Line(name, time,
				Arrays.stream(time).map(t -> Signature.mean(run.states()[(int) t], units)).toArray(), hue, true);
	}
}
