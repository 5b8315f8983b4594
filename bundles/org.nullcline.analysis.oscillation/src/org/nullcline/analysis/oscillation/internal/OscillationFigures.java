package org.nullcline.analysis.oscillation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.nullcline.core.analysis.Subject;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.dynamics.FixedPoint;
import org.nullcline.dynamics.SampleMean;
import org.nullcline.linearalgebra.Complex;

/** Frequency against command, and the eigenvalues behind it. */
final class OscillationFigures {

	/** Of several networks at once, more eigenvalues hide those that matter. */
	private static final int LEADING = 4;
	private static final String KEY = "mean and standard error over networks (vertical bars). Colour: architecture; marker:"
			+ " nonlinearity.";
	private static final List<Marker> MARKERS = List.of(Marker.DOT, Marker.TRIANGLE, Marker.SQUARE, Marker.DIAMOND,
			Marker.CIRCLE, Marker.CROSS);

	private OscillationFigures() {
	}

	/** Figure 2e of the paper: frequency of the linear dynamics by command, mean and standard error over networks. */
	static Figure frequencies(List<GroupCycles> groups) {
		double[] commands = commands(groups);
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(new Figure.Line("frequency = command", commands, commands, Hue.GREY, false));
		curves(layers, groups, commands, CommandedCycle::linearFrequency);
		return new Figure("frequency", "Linear frequency against command",
				"arg(λ)/2π of the unstable pair at the fixed point inside the cycle; " + KEY,
				"Commanded frequency (cycles/step)", "Frequency (cycles/step)", false, layers);
	}

	/** The same less the command, so that small deviations are seen. */
	static Figure deviations(List<GroupCycles> groups) {
		double[] commands = commands(groups);
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(new Figure.Line("frequency = command", commands, new double[commands.length], Hue.GREY, false));
		curves(layers, groups, commands, cycle -> cycle.linearFrequency() - cycle.commanded());
		return new Figure("deviation", "Deviation of the linear frequency",
				"Linear frequency less commanded frequency; " + KEY,
				"Commanded frequency (cycles/step)", "Deviation (cycles/step)", false, layers);
	}

	/** What the networks put out, less the command. */
	static Figure cycles(List<GroupCycles> groups) {
		double[] commands = commands(groups);
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(new Figure.Line("frequency = command", commands, new double[commands.length], Hue.GREY, false));
		curves(layers, groups, commands, cycle -> cycle.cycle() - cycle.commanded());
		return new Figure("cycle", "Deviation of the output's frequency",
				"Frequency of the output after settling less commanded frequency; " + KEY,
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
					List<Complex> leading = point.eigenvalues().subList(0, Math.min(LEADING, point.eigenvalues().size()));
					values.addAll(leading);
					leading.forEach(value -> labels.add(network.subject().name() + ", " + cycle.commanded() + " cycles/step"));
				}
			}
			layers.add(new Figure.Points(groups.get(g).name(), values.stream().mapToDouble(Complex::real).toArray(),
					values.stream().mapToDouble(Complex::imaginary).toArray(), hue(groups, g), marker(groups, g), labels));
		}
		return new Figure("eigenvalues", "Eigenvalues at the fixed points under all commands",
				"The " + LEADING + " largest of each point, for the first network of each architecture and nonlinearity; those outside the"
						+ " unit circle grow.", "Re λ", "Im λ", true, layers);
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
			layers.add(new Figure.Line("", barX, barY, hue(groups, g), true));
			layers.add(new Figure.Line(groups.get(g).name(), commands, mean, hue(groups, g), true));
			layers.add(new Figure.Points(groups.get(g).name(), commands, mean, hue(groups, g), marker(groups, g), List.of()));
		}
	}

	private static double[] commands(List<GroupCycles> groups) {
		return groups.getFirst().networks().getFirst().cycles().stream().mapToDouble(CommandedCycle::commanded).toArray();
	}

	/** One for each architecture, as in the maps of the networks. */
	private static Hue hue(List<GroupCycles> groups, int group) {
		return Hue.category(place(groups, group, Subject::architecture));
	}

	/** One for each nonlinearity, as in the maps of the networks. */
	private static Marker marker(List<GroupCycles> groups, int group) {
		return MARKERS.get(place(groups, group, subject -> subject.properties().getOrDefault("nonlinearity", "")) % MARKERS.size());
	}

	/** Where a group stands among the different values of a property. */
	private static int place(List<GroupCycles> groups, int group, Function<Subject, String> property) {
		List<String> values = groups.stream().map(each -> property.apply(each.networks().getFirst().subject())).toList();
		return values.stream().distinct().sorted().toList().indexOf(values.get(group));
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
