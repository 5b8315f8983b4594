package org.nullcline.analysis.cca.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.random.RandomStream;

/** Whether networks of one architecture are nearer to each other than to networks of other architectures. */
final class ClusteringFinding {

	private static final String CLAIM = "Networks cluster by architecture.";
	private static final String REFERENCE = "Maheswaranathan et al. 2019, Fig. 1d";
	private static final double LEVEL = 0.95;
	private static final double NORMAL_95 = 1.96;

	private ClusteringFinding() {
	}

	/** @param architectures one per network */
	static Finding of(double[][] distances, List<String> architectures, int permutations, RandomStream random,
			IProgressMonitor monitor) {
		List<String> names = architectures.stream().distinct().sorted().toList();
		int[] labels = architectures.stream().mapToInt(names::indexOf).toArray();
		int[] sizes = new int[names.size()];
		Arrays.stream(labels).forEach(label -> sizes[label]++);
		if (names.size() < 2) {
			return undecided(Double.NaN, "All networks are of one architecture, " + names.get(0) + ".");
		}
		List<String> single = names.stream().filter(name -> sizes[names.indexOf(name)] < 2).toList();
		if (!single.isEmpty()) {
			return undecided(Double.NaN, "There is only one network of " + String.join(", ", single)
					+ "; whether an architecture clusters shows from two networks upwards.");
		}
		Silhouette silhouette = new Silhouette(distances);
		double value = silhouette.of(labels);
		if (distinctLabelings(sizes) < 1 / (1 - LEVEL)) {
			return undecided(value, String.format(Locale.ROOT,
					"The silhouette is %.3f, but %s networks can be labelled in only %.0f different ways, so that even perfect clusters would not be beyond chance at the level of 95 %%.",
					value, Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(" + ")),
					distinctLabelings(sizes)));
		}
		double[] permuted = silhouette.permuted(labels, permutations, random, monitor);
		double threshold = permuted[(int) Math.ceil(LEVEL * permutations) - 1];
		long asLarge = Arrays.stream(permuted).filter(other -> other >= value - 1e-12).count();
		boolean reproduced = value > threshold + 1e-12;
		double margin = NORMAL_95 * silhouette.standardError(labels);
		return new Finding(CLAIM, value,
				new Interval(Math.max(-1, value - margin), Math.min(1, value + margin), "95 % jackknife over networks"),
				String.format(Locale.ROOT, "> %.4f (95 %% of %d label permutations)", threshold, permutations), REFERENCE,
				reproduced ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
				String.format(Locale.ROOT,
						"The mean silhouette by architecture is %.4f; of %d random labelings %d reach it (p = %.3g).", value,
						permutations, asLarge, (asLarge + 1.0) / (permutations + 1)));
	}

	private static Finding undecided(double value, String explanation) {
		return new Finding(CLAIM, value, Interval.unknown("no test possible"), "> 95 % of label permutations", REFERENCE,
				Verdict.UNDECIDED, explanation);
	}

	/** n!/(n1! n2! ...), divided by the exchanges of groups of equal size, which give the same clusters. */
	static double distinctLabelings(int[] sizes) {
		double result = 1;
		int placed = 0;
		for (int size : sizes) {
			for (int k = 1; k <= size; k++) {
				result = result * ++placed / k;
			}
		}
		for (int size : Arrays.stream(sizes).distinct().toArray()) {
			long equal = Arrays.stream(sizes).filter(other -> other == size).count();
			for (int k = 2; k <= equal; k++) {
				result /= k;
			}
		}
		return Math.rint(result);
	}
}
