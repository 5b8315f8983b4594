package org.nullcline.similarity;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.nullcline.core.random.RandomStream;

/**
 * Test of whether labels describe clusters better than chance: the silhouette of the labels beside those of random
 * permutations of the labels, which keep the number of points of each label in each stratum. Where points differ in several
 * labels, strata of points that agree in the others keep a label that dominates from deciding about another one.
 *
 * @param observed      the silhouette of the labels themselves
 * @param threshold     the 95 % quantile of the permuted silhouettes
 * @param probability   of a silhouette as large by chance, (1 + permutations that reach it)/(1 + permutations)
 * @param asLarge       number of permutations that reach the observed silhouette
 * @param permutations  number of permutations
 * @param standardError of the observed silhouette, by the jackknife over points
 */
public record LabelPermutation(double observed, double threshold, double probability, int asLarge, int permutations,
		double standardError) {

	/** The level of the test. */
	public static final double LEVEL = 0.95;

	/** Silhouettes nearer than this to each other differ by rounding only. */
	private static final double ROUNDING = 1e-12;
	private static final double NORMAL_95 = 1.96;

	/**
	 * Carries out the test.
	 *
	 * @param distances    [point][point]
	 * @param labels       0, 1, ..., one per point; at least two different ones
	 * @param strata       0, 1, ..., one per point; labels are exchanged within strata only
	 * @param permutations number of random permutations, at least 19
	 * @throws OperationCanceledException if the user has cancelled
	 */
	public static LabelPermutation test(double[][] distances, int[] labels, int[] strata, int permutations,
			RandomStream random, IProgressMonitor monitor) {
		Silhouette silhouette = new Silhouette(distances);
		double observed = silhouette.of(labels);
		double[] permuted = permuted(silhouette, labels, strata, permutations, random, monitor);
		int asLarge = (int) Arrays.stream(permuted).filter(other -> other >= observed - ROUNDING).count();
		return new LabelPermutation(observed, permuted[(int) Math.ceil(LEVEL * permutations) - 1],
				(asLarge + 1.0) / (permutations + 1), asLarge, permutations, silhouette.standardError(labels));
	}

	/** Whether a silhouette as large has a probability of at most 5 % by chance. */
	public boolean isBeyondChance() {
		return probability <= 1 - LEVEL + ROUNDING;
	}

	/** Lower end of the 95 % interval of the silhouette, normal with the jackknife's standard error. */
	public double low() {
		return Math.max(-1, observed - NORMAL_95 * standardError);
	}

	/** Upper end of that interval. */
	public double high() {
		return Math.min(1, observed + NORMAL_95 * standardError);
	}

	/** Silhouettes of random permutations, ascending. */
	private static double[] permuted(Silhouette silhouette, int[] labels, int[] strata, int count, RandomStream random,
			IProgressMonitor monitor) {
		double[] values = new double[count];
		int[] shuffled = labels.clone();
		int[][] members = IntStream.rangeClosed(0, Arrays.stream(strata).max().orElse(0))
				.mapToObj(stratum -> IntStream.range(0, strata.length).filter(i -> strata[i] == stratum).toArray())
				.toArray(int[][]::new);
		for (int k = 0; k < count; k++) {
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			for (int[] points : members) {
				shuffle(shuffled, points, random);
			}
			values[k] = silhouette.of(shuffled);
		}
		Arrays.sort(values);
		return values;
	}

	/** Exchanges the labels of some points among each other (Fisher and Yates). */
	private static void shuffle(int[] labels, int[] points, RandomStream random) {
		for (int i = points.length - 1; i > 0; i--) {
			int j = random.nextInt(i + 1);
			int label = labels[points[i]];
			labels[points[i]] = labels[points[j]];
			labels[points[j]] = label;
		}
	}
}
