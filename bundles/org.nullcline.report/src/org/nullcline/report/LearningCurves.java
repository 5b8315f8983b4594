package org.nullcline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Hue;
import org.nullcline.report.ReportContent.Network;
import org.nullcline.runs.Measurement;

/** How the networks of a study learned: one line per network, one hue per architecture, on a logarithmic scale. */
final class LearningCurves {

	/** More vertices per line cannot be made out, and the loss of single batches is noise. */
	private static final int VERTICES = 300;
	private static final int FEWEST_VERTICES = 60;
	/** Of all lines together: hundreds of lines hide each other. */
	private static final int ALL_VERTICES = 15_000;
	/** In units of the typical largest value: a network that diverges would hide how all others learn. */
	private static final double LARGEST = 10;

	/** At the beginning a network can be many times worse than chance, which would hide all that follows. */
	private static final double LOWEST_SKILL = -1;

	private LearningCurves() {
	}

	/** The loss on training batches. */
	static Figure loss(List<Network> networks) {
		return figure("learning-loss", "Loss while training", "Loss on training batches, without penalty. "
				+ "Where a run has many steps, logarithms are averaged over neighbouring steps. One line per network.",
				"log\u2081\u2080 of the loss", networks, Measurement::loss);
	}

	/** The fraction of variance unexplained on held-out trials. */
	static Figure unexplained(List<Network> networks) {
		return figure("learning-unexplained", "Held-out error while training",
				"Fraction of variance unexplained on the held-out trials. One line per network.",
				"log\u2081\u2080 of the fraction unexplained", networks, Measurement::unexplained);
	}

	/** Where the validation loss stands between chance and the ideal; without lines if the task names no such solutions. */
	static Figure skill(List<Network> networks) {
		List<String> architectures = architectures(networks);
		List<Figure.Layer> layers = new ArrayList<>();
		int last = 0;
		for (Network network : networks) {
			List<Measurement> measured = network.metrics().stream().filter(row -> Double.isFinite(row.skill())
					&& row.skill() >= LOWEST_SKILL).toList();
			if (!measured.isEmpty()) {
				layers.add(new Line(network.architecture(), measured.stream().mapToDouble(Measurement::step).toArray(),
						measured.stream().mapToDouble(Measurement::skill).toArray(),
						Hue.category(architectures.indexOf(network.architecture())), true));
				last = Math.max(last, measured.getLast().step());
			}
		}
		if (!layers.isEmpty()) {
			layers.add(new Line("chance", new double[] { 0, last }, new double[] { 0, 0 }, Hue.GREY, true));
			layers.add(new Line("ideal", new double[] { 0, last }, new double[] { 1, 1 }, Hue.BLACK, true));
		}
		return new Figure("learning-skill", "Skill while training",
				"(chance - loss) / (chance - ideal) on the held-out trials. Chance is what can be had without learning what the task "
						+ "is about, the ideal what solves it in full; both were measured with sets of the same size. "
						+ "Skills below -1 are left out. One line per network.",
				"Weight updates", "Skill", false, layers);
	}

	/** The architectures in the order of the networks; their places give the hues. */
	static List<String> architectures(List<Network> networks) {
		return networks.stream().map(Network::architecture).distinct().toList();
	}

	private static Figure figure(String id, String title, String caption, String vertical, List<Network> networks,
			ToDoubleFunction<Measurement> value) {
		List<String> architectures = architectures(networks);
		List<Figure.Layer> lines = new ArrayList<>();
		int vertices = Math.clamp(ALL_VERTICES / Math.max(1, networks.size()), FEWEST_VERTICES, VERTICES);
		double limit = LARGEST * typicalLargest(networks, value);
		boolean cut = networks.stream().flatMap(network -> network.metrics().stream()).mapToDouble(value)
				.anyMatch(measured -> measured > limit);
		for (Network network : networks) {
			Hue hue = Hue.category(architectures.indexOf(network.architecture()));
			Line line = line(network, value, limit, vertices, hue);
			if (line.x().length > 0) {
				lines.add(line);
			}
		}
		String leftOut = cut ? " Values more than 10 times as large as the largest one of a typical network (median) are left out." : "";
		return new Figure(id, title, caption + leftOut, "Weight updates", vertical, false, lines);
	}

	/** The median over networks of the largest value of each; infinite where there is none. */
	private static double typicalLargest(List<Network> networks, ToDoubleFunction<Measurement> value) {
		double[] largest = networks.stream()
				.map(network -> network.metrics().stream().mapToDouble(value).filter(Double::isFinite).max())
				.filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).sorted().toArray();
		return largest.length == 0 ? Double.POSITIVE_INFINITY : largest[(largest.length - 1) / 2];
	}

	private static Line line(Network network, ToDoubleFunction<Measurement> value, double limit, int most, Hue hue) {
		List<Measurement> measured = network.metrics().stream().filter(m -> value.applyAsDouble(m) > 0
				&& value.applyAsDouble(m) <= limit && Double.isFinite(value.applyAsDouble(m))).toList();
		int bin = Math.max(1, (int) Math.ceil((double) measured.size() / most));
		int vertices = (measured.size() + bin - 1) / bin;
		double[] x = new double[vertices];
		double[] y = new double[vertices];
		for (int i = 0; i < vertices; i++) {
			List<Measurement> together = measured.subList(i * bin, Math.min(measured.size(), (i + 1) * bin));
			x[i] = together.stream().mapToInt(Measurement::step).average().orElseThrow();
			y[i] = together.stream().mapToDouble(m -> Math.log10(value.applyAsDouble(m))).average().orElseThrow();
		}
		return new Line(network.architecture(), x, y, hue, true);
	}
}
