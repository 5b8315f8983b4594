package org.nullcline.analysis.bifurcation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.nullcline.core.analysis.TrainingHistory.Loss;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;

/** Curves over training, each with the bifurcation marked. */
final class BifurcationFigures {

	private BifurcationFigures() {
	}

	static List<Figure> of(Timeline timeline) {
		List<Figure> figures = new ArrayList<>();
		figures.add(new Figure("modes", "Unstable and complex modes", caption(timeline), "updates", "fraction of the steps", false,
				marked(timeline, 0, 1, Stream.concat(curve("unstable", timeline, CheckpointDynamics::unstable, Hue.RED),
						curve("complex", timeline, CheckpointDynamics::complex, Hue.BLUE)).toList())));
		double most = timeline.checkpoints().stream().mapToDouble(CheckpointDynamics::rate).max().orElse(1);
		figures.add(new Figure("rate", "Transition rate", "Mean of 1 / length over the dwells of the most probable symbol.", "updates",
				"E[1/L] (1/steps)", false,
				marked(timeline, 0, most, curve("rate", timeline, CheckpointDynamics::rate, Hue.BLACK).toList())));
		if (timeline.losses().size() > 1) {
			figures.add(loss(timeline));
		}
		if (timeline.checkpoints().stream().allMatch(c -> c.secondOrder().length > 0)) {
			figures.add(secondOrder(timeline));
		}
		return figures;
	}

	private static String caption(Timeline timeline) {
		return (timeline.bifurcation().isEmpty() ? "No bifurcation was seen." : "The vertical line is the bifurcation.")
				+ (timeline.diverged().isEmpty() ? "" : " Gaps: checkpoints at which the network diverges.");
	}

	/** A line with gaps where the network diverges, and then the checkpoints themselves, some of which may stand alone. */
	private static Stream<Figure.Layer> curve(String name, Timeline timeline, ToDoubleFunction<CheckpointDynamics> value, Hue hue) {
		SortedMap<Integer, Double> values = new TreeMap<>();
		timeline.diverged().forEach(step -> values.put(step, Double.NaN));
		timeline.checkpoints().forEach(checkpoint -> values.put(checkpoint.step(), value.applyAsDouble(checkpoint)));
		Figure.Layer line = new Figure.Line(name, values.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
				values.values().stream().mapToDouble(Double::doubleValue).toArray(), hue, false);
		return timeline.diverged().isEmpty() ? Stream.of(line)
				: Stream.of(line, new Figure.Points(name, IntStream.of(timeline.steps()).asDoubleStream().toArray(),
						timeline.checkpoints().stream().mapToDouble(value).toArray(), hue, Marker.DOT, List.of()));
	}

	private static List<Figure.Layer> marked(Timeline timeline, double low, double high, List<Figure.Layer> layers) {
		List<Figure.Layer> all = new ArrayList<>(layers);
		timeline.bifurcation().ifPresent(event -> all.add(
				new Figure.Line("bifurcation", new double[] { event.to(), event.to() }, new double[] { low, high }, Hue.GREY, true)));
		return all;
	}

	private static Figure loss(Timeline timeline) {
		List<Loss> losses = timeline.losses();
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(new Figure.Line("training", losses.stream().mapToDouble(Loss::step).toArray(),
				losses.stream().mapToDouble(Loss::training).toArray(), Hue.GREY, true));
		List<Loss> validated = losses.stream().filter(loss -> Double.isFinite(loss.validation())).toList();
		if (!validated.isEmpty()) {
			layers.add(new Figure.Line("validation", validated.stream().mapToDouble(Loss::step).toArray(),
					validated.stream().mapToDouble(Loss::validation).toArray(), Hue.BLACK, false));
		}
		double low = losses.stream().mapToDouble(Loss::training).filter(Double::isFinite).min().orElse(0);
		double high = losses.stream().mapToDouble(Loss::training).filter(Double::isFinite).max().orElse(1);
		return new Figure("loss", "Loss", caption(timeline), "updates", "loss", false, marked(timeline, low, high, layers));
	}

	private static Figure secondOrder(Timeline timeline) {
		double[][] values = timeline.checkpoints().stream().map(CheckpointDynamics::secondOrder).toArray(double[][]::new);
		return new Figure("second-order", "Second-order heuristic of the paper", "sqrt |E d2| by unit.", "unit", "updates", false,
				List.of(new Figure.Grid("sqrt |E d2|", values, IntStream.of(timeline.steps()).mapToObj(Integer::toString).toList(),
						IntStream.range(0, values[0].length).mapToObj(Integer::toString).toList())));
	}
}
