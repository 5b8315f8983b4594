package org.nullcline.similarity;

import java.util.Arrays;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.nullcline.core.random.RandomStream;

/**
 * Test of whether labels describe clusters better than chance: the silhouette of the labels beside those of random
 * permutations of the labels, which keep the number of points of each.
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
	 * @param permutations number of random permutations, at least 19
	 * @throws OperationCanceledException if the user has cancelled
	 */
	public static LabelPermutation test(double[][] distances, int[] labels, int permutations, RandomStream random,
			IProgressMonitor monitor) {
		Silhouette silhouette = new Silhouette(distances);
		double observed = silhouette.of(labels);
		double[] permuted = permuted(silhouette, labels, permutations, random, monitor);
		int asLarge = (int) Arrays.stream(permuted).filter(other -> other >= observed - ROUNDING).count();
		return new LabelPermutation(observed, permuted[(int) Math.ceil(LEVEL * permutations) - 1],
				(asLarge + 1.0) / (permutations + 1), asLarge, permutations, silhouette.standardError(labels));
	}

	/** Whether the labels describe clusters better than 95 % of permutations. */
	public boolean isBeyondChance() {
		return observed > threshold + ROUNDING;
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
	private static double[] permuted(Silhouette silhouette, int[] labels, int count, RandomStream random,
			IProgressMonitor monitor) {
		double[] values = new double[count];
		int[] shuffled = labels.clone();
		for (int k = 0; k < count; k++) {
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			for (int i = shuffled.length - 1; i > 0; i--) {
				int j = random.nextInt(i + 1);
				int label = shuffled[i];
				shuffled[i] = shuffled[j];
				shuffled[j] = label;
			}
			values[k] = silhouette.of(shuffled);
		}
		Arrays.sort(values);
		return values;
	}
}
