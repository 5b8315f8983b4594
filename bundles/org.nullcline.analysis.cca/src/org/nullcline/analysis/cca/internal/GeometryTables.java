package org.nullcline.analysis.cca.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.core.analysis.Subject;
import org.nullcline.core.analysis.Table;
import org.nullcline.similarity.Silhouette;

/** Distances in numbers. */
final class GeometryTables {

	private GeometryTables() {
	}

	/** Over all pairs of different networks. */
	static double meanDistance(double[][] distances) {
		double sum = 0;
		int pairs = 0;
		for (int i = 0; i < distances.length; i++) {
			for (int j = 0; j < i; j++) {
				sum += distances[i][j];
				pairs++;
			}
		}
		return sum / pairs;
	}

	static Table betweenArchitectures(double[][] distances, List<String> architectures) {
		List<String> names = architectures.stream().distinct().sorted().toList();
		List<String> columns = new ArrayList<>(List.of("Architecture"));
		columns.addAll(names);
		List<List<String>> rows = new ArrayList<>();
		for (String first : names) {
			List<String> row = new ArrayList<>(List.of(first));
			for (String second : names) {
				row.add(number(mean(distances, architectures, first, second)));
			}
			rows.add(row);
		}
		return new Table("Mean distance between networks of two architectures", columns, rows);
	}

	static Table sweep(NetworkDistances pairs, DistanceMeasure measure, List<String> architectures) {
		List<String> names = architectures.stream().distinct().sorted().toList();
		int[] labels = architectures.stream().mapToInt(names::indexOf).toArray();
		List<List<String>> rows = new ArrayList<>();
		for (int k = 0; k < pairs.dimensions().length; k++) {
			double[][] distances = pairs.distances(k, measure);
			rows.add(List.of(Integer.toString(pairs.dimensions()[k]), number(meanDistance(distances)),
					names.size() < 2 || names.size() == architectures.size() ? "-" : number(new Silhouette(distances).of(labels))));
		}
		return new Table("Distances by number of dimensions",
				List.of("Dimensions", "Mean distance", "Silhouette by architecture"), rows);
	}

	static Table networks(List<Subject> subjects, List<Subspace> subspaces, List<Subject> left) {
		List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < subjects.size(); i++) {
			rows.add(row(subjects.get(i), Integer.toString(subspaces.get(i).rank()), "yes"));
		}
		left.forEach(subject -> rows.add(row(subject, "", "no")));
		return new Table("Networks", List.of("Network", "Architecture", "Units", "Variance unexplained",
				"Dimensions in which the states vary", "Compared"), rows);
	}

	static String performance(Subject subject) {
		return Double.isNaN(subject.performance()) ? "unknown" : number(subject.performance());
	}

	private static List<String> row(Subject subject, String rank, String compared) {
		return List.of(subject.name(), subject.architecture(), Integer.toString(subject.units()), performance(subject), rank,
				compared);
	}

	private static double mean(double[][] distances, List<String> architectures, String first, String second) {
		double sum = 0;
		int pairs = 0;
		for (int i = 0; i < distances.length; i++) {
			for (int j = 0; j < distances.length; j++) {
				if (i != j && architectures.get(i).equals(first) && architectures.get(j).equals(second)) {
					sum += distances[i][j];
					pairs++;
				}
			}
		}
		return sum / pairs;
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
	}
}
