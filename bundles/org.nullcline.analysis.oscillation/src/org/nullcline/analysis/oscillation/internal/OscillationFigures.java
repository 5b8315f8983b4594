package org.nullcline.analysis.oscillation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.SampleMean;
import org.nullcline.linearalgebra.Complex;

/** Frequency against command, and the eigenvalues behind it. */
final class OscillationFigures {

	private OscillationFigures() {
	}

	/** Figure 2e of the paper: frequency of the linear dynamics by command, mean and standard error over networks. */
	static Figure frequencies(List<GroupCycles> groups) {
		double[] commands = commands(groups);
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(new Figure.Line("command", commands, commands, Hue.GREY, false));
		curves(layers, groups, commands, CommandedCycle::linearFrequency);
		return new Figure("frequency", "Linear frequency against command",
				"arg(λ)/2π of the leading pair at the fixed point inside the cycle; mean and standard error over networks (vertical bars).",
				"Commanded frequency (cycles/step)", "Frequency (cycles/step)", false, layers);
	}

	/** The same less the command, so that small deviations are seen. */
	static Figure deviations(List<GroupCycles> groups) {
		double[] commands = commands(groups);
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(new Figure.Line("command", commands, new double[commands.length], Hue.GREY, false));
		curves(layers, groups, commands, cycle -> cycle.linearFrequency() - cycle.commanded());
		return new Figure("deviation", "Deviation of the linear frequency",
				"Linear frequency less commanded frequency; mean and standard error over networks (vertical bars).",
				"Commanded frequency (cycles/step)", "Deviation (cycles/step)", false, layers);
	}

	/** What the networks put out, less the command. */
	static Figure cycles(List<GroupCycles> groups) {
		double[] commands = commands(groups);
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(new Figure.Line("command", commands, new double[commands.length], Hue.GREY, false));
		curves(layers, groups, commands, cycle -> cycle.cycle() - cycle.commanded());
		return new Figure("cycle", "Deviation of the output's frequency",
				"Frequency of the output after settling less commanded frequency; mean and standard error over networks (vertical bars).",
				"Commanded frequency (cycles/step)", "Deviation (cycles/step)", false, layers);
	}

	/** Figure 2b of the paper: eigenvalues at the fixed points under all commands, for one network of each group. */
	static Figure eigenvalues(List<GroupCycles> groups) {
		List<Figure.Layer> layers = new ArrayList<>(List.of(unitCircle()));
		for (int g = 0; g < groups.size(); g++) {
			NetworkCycles network = groups.get(g).networks().getFirst();
			List<Complex> values = new ArrayList<>();
			List<String> labels = new ArrayList<>();
			for (CommandedCycle cycle : network.cycles()) {
				for (FixedPoint point : cycle.point().stream().toList()) {
					values.addAll(point.eigenvalues());
					point.eigenvalues().forEach(value -> labels.add(network.subject().name() + ", " + cycle.commanded() + " cycles/step"));
				}
			}
			layers.add(new Figure.Points(groups.get(g).name(), values.stream().mapToDouble(Complex::real).toArray(),
					values.stream().mapToDouble(Complex::imaginary).toArray(), Hue.category(g), marker(g), labels));
		}
		return new Figure("eigenvalues", "Eigenvalues at the fixed points under all commands",
				"The first network of each architecture and nonlinearity.", "Re λ", "Im λ", true, layers);
	}

	private static void curves(List<Figure.Layer> layers, List<GroupCycles> groups, double[] commands,
			ToDoubleFunction<CommandedCycle> quantity) {
		for (int g = 0; g < groups.size(); g++) {
			double[] mean = new double[commands.length];
			double[] barX = new double[3 * commands.length];
			double[] barY = new double[3 * commands.length];
			for (int c = 0; c < commands.length; c++) {
				SampleMean sample = SampleMean.of(groups.get(g).values(c, quantity));
				mean[c] = sample.mean();
				double error = sample.standardError();
				barX[3 * c] = commands[c];
				barX[3 * c + 1] = commands[c];
				barX[3 * c + 2] = Double.NaN;
				barY[3 * c] = mean[c] - error;
				barY[3 * c + 1] = mean[c] + error;
				barY[3 * c + 2] = Double.NaN;
			}
			layers.add(new Figure.Line("", barX, barY, Hue.category(g), true));
			layers.add(new Figure.Line(groups.get(g).name(), commands, mean, Hue.category(g), true));
			layers.add(new Figure.Points(groups.get(g).name(), commands, mean, Hue.category(g), marker(g), List.of()));
		}
	}

	private static double[] commands(List<GroupCycles> groups) {
		return groups.getFirst().networks().getFirst().cycles().stream().mapToDouble(CommandedCycle::commanded).toArray();
	}

	private static Marker marker(int group) {
		return Marker.values()[group % Marker.values().length];
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
