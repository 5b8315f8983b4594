package org.nullcline.analysis.composition.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.dynamics.ResidencyRegion;

/** The figures of the analysis. */
final class CompositionFigures {

	private CompositionFigures() {
	}

	/** One pair's states in its first and last component, by region. */
	static Figure regions(PairOrbit orbit) {
		int last = orbit.plane()[0].length - 1;
		List<Figure.Layer> layers = new ArrayList<>();
		for (ResidencyRegion region : ResidencyRegion.values()) {
			int[] members = IntStream.range(0, orbit.regions().length).filter(k -> orbit.regions()[k] == region)
					.map(k -> orbit.measured()[k]).toArray();
			layers.add(new Figure.Points(region.words(), IntStream.of(members).mapToDouble(k -> orbit.plane()[k][0]).toArray(),
					IntStream.of(members).mapToDouble(k -> orbit.plane()[k][last]).toArray(), region.hue(), Marker.DOT, List.of()));
		}
		return new Figure("pair-" + orbit.pair().first() + "-" + orbit.pair().second(), "Orbit of symbols " + orbit.pair(),
				"States while the run shows these two symbols alone, by residency time.", axis(orbit, 0), axis(orbit, last), true, layers);
	}

	private static String axis(PairOrbit orbit, int component) {
		return String.format(Locale.ROOT, "PC %d of the pair (%.1f %%)", component + 1, 100 * orbit.explained()[component]);
	}

	/** Shares of the regions, pair by pair. */
	static Figure pairs(List<PairOrbit> orbits) {
		ResidencyRegion[] regions = ResidencyRegion.values();
		double[][] shares = new double[orbits.size()][regions.length];
		for (int n = 0; n < shares.length; n++) {
			for (int r = 0; r < regions.length; r++) {
				shares[n][r] = orbits.get(n).share(regions[r]);
			}
		}
		return new Figure("regions", "Regions of each pair", "Fraction of the states.", "region", "symbols", false,
				List.of(new Figure.Grid("fraction", shares, orbits.stream().map(orbit -> orbit.pair().toString()).toList(),
						java.util.Arrays.stream(regions).map(ResidencyRegion::words).toList())));
	}
}
