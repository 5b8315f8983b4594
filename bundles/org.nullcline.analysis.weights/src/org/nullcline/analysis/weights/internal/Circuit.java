package org.nullcline.analysis.weights.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.nullcline.core.random.RandomStream;

/**
 * Two triplets and the populations that drive one of them and inhibit the other.
 *
 * @param weights recurrent, [to][from]
 * @param kicks   two triplets
 * @param pools   two populations: the first excites the second triplet more, the second one the first
 */
record Circuit(double[][] weights, int[][] kicks, int[][] pools) {

	/**
	 * Chooses the populations: the units with the most negative product of their mean weights to the two triplets, and of
	 * these, sorted by the weight to the first triplet, the lower and the upper half.
	 *
	 * @param count units of both populations together, even
	 */
	static Circuit of(double[][] weights, int[] first, int[] second, int count) {
		double[] g1 = meanRow(weights, first);
		double[] g2 = meanRow(weights, second);
		int[] most = sorted(IntStream.range(0, g1.length).toArray(), j -> g1[j] * g2[j]);
		int[] byDrive = sorted(Arrays.copyOf(most, count), j -> g1[j]);
		return new Circuit(weights, new int[][] { first, second },
				new int[][] { Arrays.copyOf(byDrive, count / 2), Arrays.copyOfRange(byDrive, count / 2, count) });
	}

	/** The circuit of two random triplets that share no unit. */
	static Circuit random(double[][] weights, int count, RandomStream random) {
		int[] units = IntStream.generate(() -> random.nextInt(weights.length)).distinct().limit(6).toArray();
		return of(weights, Arrays.copyOf(units, 3), Arrays.copyOfRange(units, 3, 6), count);
	}

	/** Mean weight from some units to others; those of units to themselves count. */
	double mean(int[] to, int[] from) {
		double sum = 0;
		for (int i : to) {
			for (int j : from) {
				sum += weights[i][j];
			}
		}
		return sum / to.length / from.length;
	}

	/** Mean weights within the triplets, and between them. */
	double[] kickWeights() {
		return new double[] { (mean(kicks[0], kicks[0]) + mean(kicks[1], kicks[1])) / 2,
				(mean(kicks[0], kicks[1]) + mean(kicks[1], kicks[0])) / 2 };
	}

	/** Mean weights within the populations, and between them. */
	double[] poolWeights() {
		return new double[] { (mean(pools[0], pools[0]) + mean(pools[1], pools[1])) / 2,
				(mean(pools[0], pools[1]) + mean(pools[1], pools[0])) / 2 };
	}

	/** Mean weight of a population to the triplet that it drives, and to the other one. */
	double[] driveWeights() {
		return new double[] { (mean(kicks[1], pools[0]) + mean(kicks[0], pools[1])) / 2,
				(mean(kicks[0], pools[0]) + mean(kicks[1], pools[1])) / 2 };
	}

	private static double[] meanRow(double[][] weights, int[] rows) {
		double[] mean = new double[weights.length];
		for (int row : rows) {
			for (int j = 0; j < mean.length; j++) {
				mean[j] += weights[row][j] / rows.length;
			}
		}
		return mean;
	}

	private static int[] sorted(int[] units, java.util.function.IntToDoubleFunction by) {
		return Arrays.stream(units).boxed()
				.sorted(Comparator.<Integer>comparingDouble(by::applyAsDouble).thenComparingInt(unit -> unit))
				.flatMap(Stream::of).mapToInt(unit -> unit).toArray();
	}
}
