package org.nullcline.analysis.integration.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.SampleMean;

/** The line attractor of one network of each group, and the modes of all. */
final class IntegrationFigures {

	private IntegrationFigures() {
	}

	/** Figure 3b of the paper: states on graded probes, and the fixed points and slow points among them. */
	static Figure line(GroupIntegration group) {
		NetworkIntegration network = group.networks().getFirst();
		ContextIntegrator context = network.contexts().getFirst();
		double[][] visited = context.trials().states().stream().flatMap(Arrays::stream).toArray(double[][]::new);
		PrincipalComponents components = PrincipalComponents.of(visited);
		double[] fractions = Arrays.copyOf(components.explainedFractions(), 2);
		List<Figure.Layer> layers = new ArrayList<>();
		for (int p = 0; p < context.trials().probes().size(); p++) {
			double value = context.trials().probes().get(p).value();
			double[][] path = components.project(context.trials().states().get(p), 2);
			layers.add(new Figure.Line(Math.abs(value) < 1e-9 ? "no input" : value > 0 ? "positive input" : "negative input",
					column(path, 0), column(path, 1), Math.abs(value) < 1e-9 ? Hue.GREY : value > 0 ? Hue.RED : Hue.BLUE, true));
		}
		for (boolean exact : new boolean[] { false, true }) {
			double[][] states = context.line().points().stream().filter(point -> point.exact() == exact).map(FixedPoint::state)
					.toArray(double[][]::new);
			if (states.length > 0) {
				double[][] at = components.project(states, 2);
				layers.add(new Figure.Points(exact ? "fixed points" : "slow points", column(at, 0), column(at, 1), Hue.BLACK,
						exact ? Marker.DOT : Marker.CROSS, List.of()));
			}
		}
		return new Figure("line-" + group.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
				"Graded probes and slow points: " + group.name(),
				"States of " + network.subject().name() + " in " + context.condition().name()
						+ " on constant inputs from most negative to most positive, without noise; black: where the dynamics are slow without that input.",
				String.format(Locale.ROOT, "PC 1 (%.1f %% of variance)", 100 * fractions[0]),
				String.format(Locale.ROOT, "PC 2 (%.1f %% of variance)", 100 * fractions[1]), true, layers);
	}

	/** Figure 3e of the paper: sorted |lambda|, mean and standard error over networks. */
	static Figure magnitudes(List<GroupIntegration> groups) {
		List<Figure.Layer> layers = new ArrayList<>();
		for (int g = 0; g < groups.size(); g++) {
			layers.addAll(curve(groups.get(g), g, (network, mode) -> network
					.mean(context -> mode <= network.size() ? context.linear().magnitudes()[mode - 1] : Double.NaN)));
		}
		return new Figure("magnitudes", "Sorted eigenvalue magnitudes",
				"Averaged over the points of the line; mean and standard error (thin lines) over networks.", "Mode", "|λ|", false,
				layers);
	}

	/** Figure 3f of the paper: linear response by number of modes kept. */
	static Figure modes(List<GroupIntegration> groups, int step) {
		List<Figure.Layer> layers = new ArrayList<>();
		for (int g = 0; g < groups.size(); g++) {
			layers.addAll(curve(groups.get(g), g, (network, modes) -> network.mean(context -> context.response(modes))));
		}
		return new Figure("modes-kept", "Linear response by number of modes kept",
				"Output of the linear dynamics " + step
						+ " steps after a unit pulse, averaged over the points of the line, in units of the task's gain: 1 is perfect integration. Mean and standard error (thin lines) over networks.",
				"Number of modes kept", "Response (of the task's gain)", false, layers);
	}

	private interface Quantity {
		double of(NetworkIntegration network, int mode);
	}

	private static List<Figure.Layer> curve(GroupIntegration group, int hue, Quantity quantity) {
		int modes = group.networks().stream().mapToInt(NetworkIntegration::size).max().orElse(0);
		double[] x = new double[modes];
		double[][] y = new double[3][modes];
		for (int m = 1; m <= modes; m++) {
			int mode = m;
			SampleMean mean = SampleMean.of(group.values(network -> quantity.of(network, mode)));
			x[m - 1] = m;
			y[0][m - 1] = mean.mean();
			y[1][m - 1] = mean.mean() - mean.standardError();
			y[2][m - 1] = mean.mean() + mean.standardError();
		}
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(new Figure.Line(group.name(), x, y[0], Hue.category(hue), false));
		Stream.of(y[1], y[2]).filter(values -> Arrays.stream(values).anyMatch(Double::isFinite))
				.forEach(values -> layers.add(new Figure.Line("", x, values, Hue.category(hue), true)));
		return layers;
	}

	private static double[] column(double[][] rows, int column) {
		return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
	}
}
