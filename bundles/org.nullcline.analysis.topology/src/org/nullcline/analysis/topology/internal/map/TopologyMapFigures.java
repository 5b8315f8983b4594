package org.nullcline.analysis.topology.internal.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.nullcline.core.analysis.Subject;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.similarity.DistanceMatrix;
import org.nullcline.similarity.Labels;
import org.nullcline.similarity.MultidimensionalScaling.Scaled;

/** Distances between graphs as pictures. */
final class TopologyMapFigures {

	private static final Marker[] MARKERS = { Marker.DOT, Marker.TRIANGLE, Marker.SQUARE, Marker.DIAMOND, Marker.CROSS,
			Marker.CIRCLE };

	private TopologyMapFigures() {
	}

	/** Colour by architecture, marker by non-linearity where that differs. */
	static Figure map(Scaled map, List<Subject> subjects, DistanceMatrix distances) {
		Labels colours = Labels.of(subjects).get(0);
		Labels markers = markers(subjects);
		int[] colour = colours.groups();
		int[] marker = markers.groups();
		double[][] points = SharedPlaces.sideBySide(map.points(), distances.values());
		List<Figure.Layer> layers = new ArrayList<>();
		for (int a = 0; a < colours.names().size(); a++) {
			for (int b = 0; b < markers.names().size(); b++) {
				int first = a;
				int second = b;
				int[] members = IntStream.range(0, subjects.size()).filter(i -> colour[i] == first && marker[i] == second)
						.toArray();
				if (members.length > 0) {
					layers.add(new Figure.Points(
							colours.names().get(a) + (markers.names().size() > 1 ? ", " + markers.names().get(b) : ""),
							IntStream.of(members).mapToDouble(i -> points[i][0]).toArray(),
							IntStream.of(members).mapToDouble(i -> points[i][1]).toArray(), Hue.category(a),
							MARKERS[b % MARKERS.length], IntStream.of(members).mapToObj(i -> subjects.get(i).name()).toList()));
				}
			}
		}
		return new Figure("map", "Map of the networks by the topology of their fixed points",
				String.format(Locale.ROOT,
						"Multidimensional scaling of the distance '%s'; the map leaves %.1f %% of the squared"
								+ " distances unexplained. Networks with the same graph are drawn side by side"
								+ " around their common place: %d networks, %s. Colour: architecture%s. Axes have no meaning of"
								+ " their own.",
						distances.measure(), 100 * map.residual(), subjects.size(), places(distances) == 1 ? "1 place" : places(distances) + " places",
						markers.names().size() > 1 ? "; marker: " + markers.name() : ""),
				"Map coordinate 1", "Map coordinate 2", true, layers);
	}

	static Figure heatMap(DistanceMatrix distances) {
		return new Figure("distances", "Topological distances between networks",
				"Distance '" + distances.measure() + "' from 0 to 1, networks ordered by"
				+ " architecture.", "Network", "Network", false,
				List.of(new Figure.Grid("distance", distances.values(), distances.names(), distances.names())));
	}

	/** The non-linearity where there is one, else nothing to tell apart. */
	private static Labels markers(List<Subject> subjects) {
		return Labels.varying(subjects).stream().filter(label -> label.name().equals("nonlinearity")).findFirst()
				.orElseGet(() -> new Labels("", subjects.stream().map(subject -> "").toList()));
	}

	/** Number of networks that have no distance 0 to an earlier one. */
	private static long places(DistanceMatrix distances) {
		return IntStream.range(0, distances.size())
				.filter(i -> IntStream.range(0, i).noneMatch(j -> distances.values()[i][j] == 0)).count();
	}
}
