package org.nullcline.analysis.interventions.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.SwitchTrials;

/** The figures of the analysis. */
final class InterventionFigures {

	private static final int SHOWN_STATES = 1000;
	/** Of the largest coordinate of the run without intervention. */
	private static final double SHOWN_EXTENT = 3;

	private InterventionFigures() {
	}

	/** Fraction of switches by factor, with Wilson intervals. */
	static Figure switches(GroupSweeps measured) {
		List<Figure.Layer> layers = new ArrayList<>();
		for (Sweep sweep : measured.sweeps()) {
			int count = sweep.factors().length;
			double[] barX = new double[3 * count];
			double[] barY = new double[3 * count];
			for (int f = 0; f < count; f++) {
				Interval interval = sweep.switched(f).interval();
				barX[3 * f] = sweep.factors()[f];
				barX[3 * f + 1] = sweep.factors()[f];
				barX[3 * f + 2] = Double.NaN;
				barY[3 * f] = interval.low();
				barY[3 * f + 1] = interval.high();
				barY[3 * f + 2] = Double.NaN;
			}
			layers.add(new Figure.Line("", barX, barY, sweep.pathway().hue(), true));
			layers.add(new Figure.Line(sweep.pathway().words(), sweep.factors(), fractions(sweep), sweep.pathway().hue(), false));
		}
		layers.add(new Figure.Points("random groups", new double[measured.random().length], measured.random(), Hue.GREY, Marker.CROSS,
				List.of()));
		return new Figure("switches-symbol-" + measured.group().symbol(), "Switches out of symbol " + measured.group().symbol(),
				"Fraction of trajectories that come to another symbol, with 95 % intervals; crosses: random groups without recurrent drive.",
				"factor", "fraction that switches", false, layers);
	}

	/** Critical pairs by factor. */
	static Figure pairs(GroupSweeps measured) {
		List<Figure.Layer> layers = new ArrayList<>();
		for (Sweep sweep : measured.sweeps()) {
			int[] used = IntStream.range(0, sweep.factors().length).filter(f -> sweep.pairs()[f].length > 0).toArray();
			layers.add(new Figure.Line(sweep.pathway().words(), IntStream.of(used).mapToDouble(f -> sweep.factors()[f]).toArray(),
					IntStream.of(used).mapToDouble(sweep::meanPairs).toArray(), sweep.pathway().hue(), false));
		}
		return new Figure("pairs-symbol-" + measured.group().symbol(),
				"Critical pairs of eigenvalues around the end of symbol " + measured.group().symbol(),
				"Mean over switches of the number of pairs within 15 steps; factors without a switch are left out.", "factor",
				"pairs per switch", false, layers);
	}

	/** One trajectory from one start and noise, under factor 0, 1 and the largest. */
	static Figure trajectory(GroupSweeps measured, SwitchTrials trials, double[][] states, PrincipalComponents components)
			throws AnalysisException {
		Sweep sweep = measured.sweep(Pathway.KICK);
		int shown = IntStream.range(0, trials.trajectories()).filter(k -> sweep.reached()[sweep.unchanged()][k] >= 0).findFirst().orElse(0);
		int every = Math.max(1, states.length / SHOWN_STATES);
		double[][] background = components.project(IntStream.range(0, states.length).filter(t -> t % every == 0)
				.mapToObj(t -> states[t]).toArray(double[][]::new), 2);
		List<Figure.Layer> layers = new ArrayList<>();
		layers.add(new Figure.Points("run without intervention", column(background, 0), column(background, 1), Hue.GREY, Marker.DOT,
				List.of()));
		int[] factors = { 0, sweep.unchanged(), sweep.factors().length - 1 };
		Hue[] hues = { Hue.BLUE, Hue.BLACK, Hue.RED };
		double limit = SHOWN_EXTENT * Arrays.stream(background).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(1);
		StringBuilder left = new StringBuilder();
		try (SwitchTrials.Runner runner = trials.runner()) {
			for (int i = 0; i < factors.length; i++) {
				double[][] path = components.project(
						Overshoot.path(runner.states(sweep.intervention(factors[i])), shown, trials, states[0].length), 2);
				int within = within(path, limit);
				if (within < path.length) {
					left.append(" With factor ").append(sweep.factors()[factors[i]]).append(" it leaves the picture after ")
							.append(within).append(" steps.");
				}
				double[][] inside = Arrays.copyOf(path, within);
				layers.add(new Figure.Line("factor " + sweep.factors()[factors[i]], column(inside, 0), column(inside, 1), hues[i],
						true));
			}
		}
		return new Figure("trajectory-symbol-" + measured.group().symbol(),
				"One trajectory out of symbol " + measured.group().symbol(),
				"The same start and noise with the recurrent drive of the kick neurons scaled." + left, "PC 1", "PC 2", true, layers);
	}

	/** States before the first one beyond the limit, at least one: under a large factor networks may run away. */
	private static int within(double[][] path, double limit) {
		return IntStream.range(1, path.length).filter(t -> !(Math.abs(path[t][0]) <= limit && Math.abs(path[t][1]) <= limit))
				.findFirst().orElse(path.length);
	}

	static double[] fractions(Sweep sweep) {
		return IntStream.range(0, sweep.factors().length).mapToDouble(f -> sweep.switched(f).value()).toArray();
	}

	private static double[] column(double[][] rows, int column) {
		return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
	}
}
