package org.nullcline.analysis.representation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.similarity.DistanceMatrix;
import org.nullcline.similarity.HierarchicalClustering;
import org.nullcline.similarity.Labels;

/** Distances as pictures, like Maheswaranathan et al. 2019, Fig. 1d. */
final class RepresentationFigures {

	private static final Marker[] MARKERS = { Marker.DOT, Marker.TRIANGLE, Marker.SQUARE, Marker.DIAMOND, Marker.CIRCLE,
			Marker.CROSS };

	private RepresentationFigures() {
	}

	/**
	 * One point per network, labelled with its name so that selections link.
	 *
	 * @param points   [network][2]
	 * @param how      the map was made, and how good it is
	 * @param hues     the label that gives the colour
	 * @param markers  the label that gives the marker, if there is a second one
	 */
	static Figure map(double[][] points, DistanceMatrix distances, String how, Labels hues, Optional<Labels> markers) {
		List<Figure.Layer> layers = new ArrayList<>();
		int[] hueGroups = hues.groups();
		int[] markerGroups = markers.map(Labels::groups).orElse(new int[hueGroups.length]);
		List<String> markerNames = markers.map(Labels::names).orElse(List.of(""));
		for (int h = 0; h < hues.names().size(); h++) {
			for (int m = 0; m < markerNames.size(); m++) {
				List<Integer> members = new ArrayList<>();
				for (int i = 0; i < hueGroups.length; i++) {
					if (hueGroups[i] == h && markerGroups[i] == m) {
						members.add(i);
					}
				}
				if (!members.isEmpty()) {
					layers.add(new Figure.Points(hues.names().get(h) + (markers.isPresent() ? ", " + markerNames.get(m) : ""),
							members.stream().mapToDouble(i -> points[i][0]).toArray(),
							members.stream().mapToDouble(i -> points[i][1]).toArray(), Hue.category(h),
							MARKERS[m % MARKERS.length], members.stream().map(distances.names()::get).toList()));
				}
			}
		}
		return new Figure("map", "Map of the networks by representational geometry",
				how + " Distance: " + distances.definition() + ". Colour: " + hues.name()
						+ markers.map(label -> "; marker: " + label.name()).orElse("") + ". Axes have no meaning of their own.",
				"Map coordinate 1", "Map coordinate 2", true, layers);
	}

	static Figure heatMap(DistanceMatrix distances, HierarchicalClustering clustering) {
		DistanceMatrix ordered = distances.ordered(clustering.order());
		return new Figure("distances", "Distances between networks",
				capital(distances.definition()) + ". Networks in the order of hierarchical clustering (average linkage).", "Network",
				"Network", false, List.of(new Figure.Grid("distance", ordered.values(), ordered.names(), ordered.names())));
	}

	/**
	 * The merges as a tree, in the same order of networks as the heat map.
	 *
	 * @param hues the label that gives the colour of a network
	 */
	static Figure dendrogram(DistanceMatrix distances, HierarchicalClustering clustering, Labels hues) {
		int n = distances.size();
		double[] x = new double[2 * n - 1];
		double[] height = new double[2 * n - 1];
		int[] order = clustering.order();
		for (int position = 0; position < n; position++) {
			x[order[position]] = position + 1;
		}
		double[] lineX = new double[5 * clustering.merges().size()];
		double[] lineY = new double[lineX.length];
		for (int k = 0; k < clustering.merges().size(); k++) {
			HierarchicalClustering.Merge merge = clustering.merges().get(k);
			int a = merge.first();
			int b = merge.second();
			double[] alongX = { x[a], x[a], x[b], x[b], Double.NaN };
			double[] alongY = { height[a], merge.distance(), merge.distance(), height[b], Double.NaN };
			System.arraycopy(alongX, 0, lineX, 5 * k, 5);
			System.arraycopy(alongY, 0, lineY, 5 * k, 5);
			x[n + k] = (x[a] + x[b]) / 2;
			height[n + k] = merge.distance();
		}
		List<Figure.Layer> layers = new ArrayList<>(List.of(new Figure.Line("", lineX, lineY, Hue.BLACK, true)));
		for (int h = 0; h < hues.names().size(); h++) {
			int hue = h;
			int[] members = IntStream.range(0, n).filter(i -> hues.groups()[i] == hue).toArray();
			layers.add(new Figure.Points(hues.names().get(h), IntStream.of(members).mapToDouble(i -> x[i]).toArray(),
					new double[members.length], Hue.category(h), Marker.SQUARE,
					IntStream.of(members).mapToObj(distances.names()::get).toList()));
		}
		return new Figure("dendrogram", "Hierarchical clustering of the networks",
				"Average linkage of " + distances.definition() + ". Networks from left to right as in the heat map; colour: "
						+ hues.name() + ".",
				"Position in the heat map", "Mean distance between the merged clusters", false, layers);
	}

	static String residual(double residual) {
		return String.format(Locale.ROOT, "%.1f %% of the squared distances", 100 * residual);
	}

	private static String capital(String text) {
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}
}
