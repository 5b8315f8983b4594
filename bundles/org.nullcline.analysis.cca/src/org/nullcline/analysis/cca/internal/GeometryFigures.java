package org.nullcline.analysis.cca.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.core.analysis.Subject;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.similarity.MultidimensionalScaling.Scaled;

/** Distances as pictures. */
final class GeometryFigures {

	private GeometryFigures() {
	}

	/** One point per network, labelled with its name so that selections link. */
	static Figure map(Scaled map, List<Subject> subjects, DistanceMeasure measure) {
		List<String> architectures = subjects.stream().map(Subject::architecture).distinct().sorted().toList();
		List<Figure.Layer> layers = new ArrayList<>();
		for (int a = 0; a < architectures.size(); a++) {
			String architecture = architectures.get(a);
			List<Integer> members = new ArrayList<>();
			for (int i = 0; i < subjects.size(); i++) {
				if (subjects.get(i).architecture().equals(architecture)) {
					members.add(i);
				}
			}
			layers.add(new Figure.Points(architecture, members.stream().mapToDouble(i -> map.points()[i][0]).toArray(),
					members.stream().mapToDouble(i -> map.points()[i][1]).toArray(), Hue.category(a), Marker.DOT,
					members.stream().map(i -> subjects.get(i).name()).toList()));
		}
		return new Figure("map", "Map of the networks by representational geometry",
				String.format(Locale.ROOT,
						"Multidimensional scaling of %s; the map leaves %.1f %% of the squared distances unexplained. Axes have no meaning of their own.",
						measure.definition(), 100 * map.residual()),
				"Map coordinate 1", "Map coordinate 2", true, layers);
	}

	static Figure heatMap(double[][] distances, List<Subject> subjects, DistanceMeasure measure) {
		List<String> names = subjects.stream().map(Subject::name).toList();
		return new Figure("distances", "Distances between networks", measure.definition() + ", networks ordered by architecture.",
				"Network", "Network", false, List.of(new Figure.Grid("distance", distances, names, names)));
	}
}
