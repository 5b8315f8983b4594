package org.nullcline.analysis.universality.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.nullcline.core.analysis.Subject;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;

/** Geometry beside topology as pictures. */
final class UniversalityFigures {

	private UniversalityFigures() {
	}

	/** One point per pair of networks. */
	static Figure pairs(PairedDistances pairs, MantelTest test) {
		List<double[]> same = new ArrayList<>();
		List<double[]> different = new ArrayList<>();
		List<String> sameNames = new ArrayList<>();
		List<String> differentNames = new ArrayList<>();
		for (int i = 0; i < pairs.size(); i++) {
			for (int j = 0; j < i; j++) {
				Subject first = pairs.subjects().get(j);
				Subject second = pairs.subjects().get(i);
				boolean one = first.architecture().equals(second.architecture());
				(one ? same : different).add(new double[] { pairs.geometry().values()[i][j], pairs.topology().values()[i][j] });
				(one ? sameNames : differentNames).add(first.name() + " and " + second.name());
			}
		}
		List<Figure.Layer> layers = new ArrayList<>();
		if (!different.isEmpty()) {
			layers.add(layer("pairs of different architecture", different, differentNames, Hue.ORANGE, Marker.CIRCLE));
		}
		if (!same.isEmpty()) {
			layers.add(layer("pairs of one architecture", same, sameNames, Hue.BLUE, Marker.DOT));
		}
		return new Figure("pairs", "Geometry and topology of each pair of networks",
				Double.isNaN(test.correlation()) ? "Each point is a pair of networks."
						: String.format(Locale.ROOT,
								"Each point is a pair of networks. Rank correlation %.3f (Mantel's test: p = %.3g).",
								test.correlation(), test.probability()),
				"Distance in geometry", "Distance in topology", false, layers);
	}

	/** The share of pairs up to each distance. */
	static Figure distribution(PairedDistances pairs) {
		return new Figure("distribution", "Distribution of the distances",
				"Share of the pairs of networks that are at most this far from each other. A curve that rises"
						+ " early belongs to networks that are alike.",
				"Normalised distance", "Share of pairs", false,
				List.of(cumulative("geometry", pairs.geometry().values(), Hue.ORANGE),
						cumulative("topology", pairs.topology().values(), Hue.BLUE)));
	}

	private static Figure.Line cumulative(String name, double[][] distances, Hue hue) {
		double[] sorted = java.util.stream.IntStream.range(0, distances.length).boxed()
				.flatMapToDouble(i -> Arrays.stream(distances[i], 0, i)).sorted().toArray();
		int n = sorted.length;
		double[] x = new double[2 * n + 2];
		double[] y = new double[2 * n + 2];
		for (int k = 0; k < n; k++) {
			x[2 * k + 1] = sorted[k];
			y[2 * k + 1] = (double) k / n;
			x[2 * k + 2] = sorted[k];
			y[2 * k + 2] = (k + 1.0) / n;
		}
		x[2 * n + 1] = Math.max(1, sorted[n - 1]);
		y[2 * n + 1] = 1;
		return new Figure.Line(name, x, y, hue, false);
	}

	private static Figure.Points layer(String name, List<double[]> points, List<String> names, Hue hue, Marker marker) {
		return new Figure.Points(name, points.stream().mapToDouble(point -> point[0]).toArray(),
				points.stream().mapToDouble(point -> point[1]).toArray(), hue, marker, names);
	}
}
