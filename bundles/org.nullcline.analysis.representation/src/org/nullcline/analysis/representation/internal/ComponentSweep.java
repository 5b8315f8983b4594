package org.nullcline.analysis.representation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.similarity.DistanceMatrix;
import org.nullcline.similarity.Labels;
import org.nullcline.similarity.Silhouette;

/**
 * How distances depend on the number of components.
 *
 * @param components numbers of components, ascending
 * @param distances  one matrix for each
 * @param label      what the networks are sorted by
 */
record ComponentSweep(List<Integer> components, List<DistanceMatrix> distances, Labels label) {

	static ComponentSweep of(MeasuredPopulation<?> population, List<Integer> asked, List<String> names, Labels label,
			IProgressMonitor monitor) {
		TreeSet<Integer> components = new TreeSet<>(asked);
		components.add(population.compared());
		components.removeIf(count -> count > population.available());
		SubMonitor progress = SubMonitor.convert(monitor, components.size());
		List<DistanceMatrix> distances = new ArrayList<>();
		components.forEach(count -> distances.add(population.distances(names, count, progress.split(1))));
		return new ComponentSweep(List.copyOf(components), distances, label);
	}

	/** What was asked for and could not be, in a sentence. */
	Optional<String> leftOut(List<Integer> asked, int samples) {
		List<Integer> left = asked.stream().filter(count -> !components.contains(count)).toList();
		return left.isEmpty() ? Optional.empty()
				: Optional.of("Left out of the table over numbers of components: "
						+ left.stream().map(String::valueOf).collect(Collectors.joining(", "))
						+ ". The states vary in fewer directions, or " + samples + " samples are fewer than 5 for each.");
	}

	Table table() {
		List<List<String>> rows = new ArrayList<>();
		for (int k = 0; k < components.size(); k++) {
			DistanceMatrix matrix = distances.get(k);
			rows.add(List.of(components.get(k).toString(), MeasureRows.number(matrix.mean()),
					MeasureRows.number(matrix.meanWithin(label)), MeasureRows.number(matrix.meanBetween(label)),
					label.names().size() < 2 ? "" : MeasureRows.number(new Silhouette(matrix.values()).of(label.groups()))));
		}
		return new Table("Distances by number of components", List.of("Components", "Mean distance",
				"Within " + label.name(), "Between " + label.name(), "Silhouette by " + label.name()), rows);
	}

	Figure figure(int compared) {
		double[] x = components.stream().mapToDouble(Integer::doubleValue).toArray();
		List<Figure.Layer> layers = new ArrayList<>();
		add(layers, "same " + label.name(), x, distances.stream().mapToDouble(matrix -> matrix.meanWithin(label)).toArray(), 0);
		if (label.names().size() > 1) {
			add(layers, "different " + label.name(), x,
					distances.stream().mapToDouble(matrix -> matrix.meanBetween(label)).toArray(), 1);
		}
		return new Figure("sweep", "Distance by number of components",
				"Means over pairs of networks. Everything else in this result is about " + compared
						+ (compared == 1 ? " component." : " components."),
				"Number of components", "Mean distance", false, layers);
	}

	private static void add(List<Figure.Layer> layers, String name, double[] x, double[] y, int hue) {
		layers.add(new Figure.Line(name, x, y, Hue.category(hue), false));
		layers.add(new Figure.Points(name, x, y, Hue.category(hue), Marker.DOT, List.of()));
	}
}
