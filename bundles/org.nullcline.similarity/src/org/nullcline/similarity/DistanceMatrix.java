package org.nullcline.similarity;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * Distances between all pairs of networks, with what they mean.
 *
 * @param names      of the networks, one per row; unique
 * @param values     [network][network]: finite, not negative, symmetric, zero on the diagonal; not to be changed
 * @param measure    identifier of the distance, for example {@code svcca}
 * @param definition the distance in words, with every parameter: enough to compute it again
 */
public record DistanceMatrix(List<String> names, double[][] values, String measure, String definition) {

	/** @throws IllegalArgumentException naming the pair, if the values are no distances */
	public DistanceMatrix {
		names = List.copyOf(names);
		Objects.requireNonNull(measure, "a distance matrix needs the name of its measure");
		Objects.requireNonNull(definition, "a distance matrix needs the definition of its measure");
		if (names.stream().distinct().count() < names.size()) {
			throw new IllegalArgumentException("the names of the networks are not unique: " + names);
		}
		if (values.length != names.size()) {
			throw new IllegalArgumentException(values.length + " rows of distances for " + names.size() + " networks");
		}
		requireDistances(values);
	}

	/** Number of networks. */
	public int size() {
		return names.size();
	}

	/** The mean over all pairs of different networks; NaN where there is no pair. */
	public double mean() {
		return mean((i, j) -> true);
	}

	/** The mean over pairs of different networks that share their label; NaN where there is no such pair. */
	public double meanWithin(Labels labels) {
		int[] groups = labels.groups();
		return mean((i, j) -> groups[i] == groups[j]);
	}

	/** The mean over pairs of networks of different labels; NaN where there is no such pair. */
	public double meanBetween(Labels labels) {
		int[] groups = labels.groups();
		return mean((i, j) -> groups[i] != groups[j]);
	}

	/**
	 * The mean over the pairs that are chosen.
	 *
	 * @param chosen asked for each pair once, as (larger position, smaller position)
	 * @return NaN where none is chosen
	 */
	public double mean(BiPredicate<Integer, Integer> chosen) {
		double sum = 0;
		int pairs = 0;
		for (int i = 0; i < size(); i++) {
			for (int j = 0; j < i; j++) {
				if (chosen.test(i, j)) {
					sum += values[i][j];
					pairs++;
				}
			}
		}
		return sum / pairs;
	}

	/** The same distances with all of them divided by their mean, so that measures of different units can be compared. */
	public DistanceMatrix normalised() {
		double mean = mean();
		if (!(mean > 0)) {
			return this;
		}
		double[][] scaled = Arrays.stream(values).map(row -> Arrays.stream(row).map(d -> d / mean).toArray())
				.toArray(double[][]::new);
		return new DistanceMatrix(names, scaled, measure, definition + ", divided by the mean over all pairs");
	}

	/** The same distances with the networks in another order, or some of them only. */
	public DistanceMatrix ordered(int[] order) {
		double[][] reordered = Arrays.stream(order)
				.mapToObj(i -> Arrays.stream(order).mapToDouble(j -> values[i][j]).toArray()).toArray(double[][]::new);
		return new DistanceMatrix(Arrays.stream(order).mapToObj(names::get).toList(), reordered, measure, definition);
	}

	/** @throws IllegalArgumentException naming the pair, if the values are no distances */
	static void requireDistances(double[][] distances) {
		for (int i = 0; i < distances.length; i++) {
			if (distances[i].length != distances.length) {
				throw new IllegalArgumentException("distances are not a square matrix");
			}
			for (int j = 0; j < distances.length; j++) {
				double distance = distances[i][j];
				if (!(distance >= 0) || !Double.isFinite(distance) || distance != distances[j][i] || i == j && distance != 0) {
					throw new IllegalArgumentException("distance of " + i + " and " + j + " is " + distance
							+ "; distances are finite, not negative, symmetric and zero on the diagonal");
				}
			}
		}
	}
}
