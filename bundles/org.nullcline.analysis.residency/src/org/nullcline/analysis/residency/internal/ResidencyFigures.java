package org.nullcline.analysis.residency.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.dynamics.PrincipalComponents;
import org.nullcline.dynamics.ResidencyRegion;

/** The figures of the analysis. */
final class ResidencyFigures {

	/** More points than this make a figure that nobody can open. */
	private static final int MOST_POINTS = 3000;
	private static final int BINS = 30;

	private ResidencyFigures() {
	}

	static List<Figure> of(MeasuredStates states, PrincipalComponents components, double longest) {
		double[][] plane = components.project(states.run().states(), 2);
		double[] explained = components.explainedFractions();
		int[] shown = thinned(states.count());
		List<Figure.Layer> byRegion = new ArrayList<>();
		List<Figure.Layer> signs = new ArrayList<>();
		for (ResidencyRegion region : ResidencyRegion.values()) {
			int[] members = IntStream.of(shown).filter(s -> states.regions()[s] == region).toArray();
			byRegion.add(points(region.words(), plane, members, region.hue()));
			signs.add(new Figure.Points(region.words(), IntStream.of(members).mapToDouble(s -> states.times().times()[s]).toArray(),
					IntStream.of(members).mapToDouble(s -> states.times().signChanges()[s]).toArray(), region.hue(), Marker.DOT,
					List.of()));
		}
		return List.of(
				new Figure("regions", "Regions of state space", "States of one driven run, by residency time and confidence.",
						axis(1, explained[0]), axis(2, explained.length > 1 ? explained[1] : 0), true, byRegion),
				symbols(states, plane, shown, explained),
				new Figure("sign-changes", "Changes of direction of the logit", "Each point is a state; means over its rollouts.",
						"residency time (steps)", "sign changes", false, signs),
				histogram(states, longest));
	}

	private static Figure symbols(MeasuredStates states, double[][] plane, int[] shown, double[] explained) {
		List<Figure.Layer> layers = new ArrayList<>();
		for (int k = 0; k < states.run().outputs()[0].length; k++) {
			int symbol = k;
			layers.add(points("symbol " + k, plane, IntStream.of(shown).filter(s -> states.run().symbols()[s] == symbol).toArray(),
					Hue.category(k)));
		}
		return new Figure("symbols", "Most probable symbol", "The same states.", axis(1, explained[0]),
				axis(2, explained.length > 1 ? explained[1] : 0), true, layers);
	}

	private static Figure histogram(MeasuredStates states, double longest) {
		List<Figure.Layer> layers = new ArrayList<>();
		for (ResidencyRegion region : ResidencyRegion.values()) {
			double[] x = new double[BINS];
			double[] share = new double[BINS];
			for (int bin = 0; bin < BINS; bin++) {
				x[bin] = (bin + 0.5) * longest / BINS;
			}
			for (int s = 0; s < states.count(); s++) {
				if (states.regions()[s] == region) {
					share[Math.min(BINS - 1, (int) (states.times().times()[s] / longest * BINS))] += 1.0 / states.count();
				}
			}
			layers.add(new Figure.Line(region.words(), x, share, region.hue(), false));
		}
		return new Figure("residency-times", "Residency times", "", "residency time (steps)", "fraction of the states", false, layers);
	}

	private static Figure.Points points(String name, double[][] plane, int[] members, Hue hue) {
		return new Figure.Points(name, IntStream.of(members).mapToDouble(s -> plane[s][0]).toArray(),
				IntStream.of(members).mapToDouble(s -> plane[s][1]).toArray(), hue, Marker.DOT, List.of());
	}

	private static int[] thinned(int count) {
		int every = Math.max(1, (count + MOST_POINTS - 1) / MOST_POINTS);
		return IntStream.range(0, count).filter(s -> s % every == 0).toArray();
	}

	private static String axis(int number, double explained) {
		return String.format(Locale.ROOT, "PC %d (%.1f %%)", number, 100 * explained);
	}
}
