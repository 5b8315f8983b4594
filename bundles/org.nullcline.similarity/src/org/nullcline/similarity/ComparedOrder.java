package org.nullcline.similarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Subject;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Which networks the rows of a distance matrix belong to, as an array that is kept with it: the position of each among all
 * networks of the population, ordered by name. So an analysis that requires a distance matrix knows its rows, whatever
 * order they have and whichever networks were left out.
 */
public final class ComparedOrder {

	/** The name of the array. */
	public static final String ARRAY = "network";

	private ComparedOrder() {
	}

	/**
	 * @param population all networks of the request
	 * @param compared   those of the matrix, in the order of its rows
	 * @return [compared network]
	 */
	public static INDArray positions(List<Subject> population, List<Subject> compared) {
		List<Subject> ordered = byName(population);
		return NativeArrays.of(compared.stream().mapToDouble(ordered::indexOf).toArray(), compared.size());
	}

	/**
	 * The networks of the rows.
	 *
	 * @throws IllegalArgumentException if the population has no such networks
	 */
	public static List<Subject> subjects(List<Subject> population, INDArray positions) {
		List<Subject> ordered = byName(population);
		List<Subject> compared = new ArrayList<>();
		for (double position : NativeArrays.values(positions)) {
			if (!(position >= 0 && position < ordered.size())) {
				throw new IllegalArgumentException("there is no network " + position + " among " + ordered.size());
			}
			compared.add(ordered.get((int) position));
		}
		return compared;
	}

	private static List<Subject> byName(List<Subject> population) {
		return population.stream().sorted(Comparator.comparing(Subject::name)).toList();
	}
}
