package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.nullcline.core.random.RandomStream;

/**
 * Centroids of subsets of stable fixed points. Trained networks hardly ever visit their saddles, but saddles lie between
 * the stable points that they separate: between 2, 4 and 8 of them on the edges, faces and in the middle of a cube.
 *
 * @param states the centroids
 * @param note   what was left out, or nothing
 */
record SubsetCentroids(List<double[]> states, Optional<String> note) {

	private static final int[] SIZES = { 2, 3, 4, 8 };

	/**
	 * @param points  the stable points, in an order that depends on nothing but their states
	 * @param maximum largest number of centroids
	 * @param random  chooses the subsets if there are more
	 */
	static SubsetCentroids of(List<double[]> points, int maximum, RandomStream random) {
		List<double[]> centroids = new ArrayList<>();
		double possible = 0;
		// Equal shares; what a size leaves over goes to the larger ones.
		int remainingSizes = SIZES.length;
		for (int size : SIZES) {
			int share = (maximum - centroids.size()) / remainingSizes--;
			double count = binomial(points.size(), size);
			possible += count;
			List<int[]> subsets = count <= share ? all(points.size(), size) : some(points.size(), size, share, random);
			subsets.forEach(subset -> centroids.add(centroid(points, subset)));
		}
		Optional<String> note = possible <= centroids.size() ? Optional.empty()
				: Optional.of(String.format(java.util.Locale.ROOT,
						"Centroids of %d subsets of the %d stable points were tried as starts for saddles, out of %.4g with 2, 3, 4 or 8 members.",
						centroids.size(), points.size(), possible));
		return new SubsetCentroids(centroids, note);
	}

	private static List<int[]> all(int count, int size) {
		List<int[]> subsets = new ArrayList<>();
		if (size <= count) {
			extend(new int[size], 0, 0, count, subsets);
		}
		return subsets;
	}

	private static void extend(int[] chosen, int position, int from, int count, List<int[]> subsets) {
		if (position == chosen.length) {
			subsets.add(chosen.clone());
			return;
		}
		for (int i = from; i <= count - (chosen.length - position); i++) {
			chosen[position] = i;
			extend(chosen, position + 1, i + 1, count, subsets);
		}
	}

	private static List<int[]> some(int count, int size, int wanted, RandomStream random) {
		Set<List<Integer>> seen = new LinkedHashSet<>();
		// There are more subsets than wanted, so most draws are new; the limit only guards against endless loops.
		for (int draw = 0; seen.size() < wanted && draw < 20 * wanted; draw++) {
			Set<Integer> members = new LinkedHashSet<>();
			while (members.size() < size) {
				members.add(random.nextInt(count));
			}
			seen.add(members.stream().sorted().toList());
		}
		return seen.stream().map(members -> members.stream().mapToInt(Integer::intValue).toArray()).toList();
	}

	private static double[] centroid(List<double[]> points, int[] subset) {
		double[] sum = new double[points.get(0).length];
		for (int member : subset) {
			for (int i = 0; i < sum.length; i++) {
				sum[i] += points.get(member)[i];
			}
		}
		return Arrays.stream(sum).map(value -> value / subset.length).toArray();
	}

	private static double binomial(int n, int k) {
		double result = 1;
		for (int i = 0; i < k; i++) {
			result *= (double) (n - i) / (i + 1);
		}
		return Math.max(0, Math.rint(result));
	}
}
