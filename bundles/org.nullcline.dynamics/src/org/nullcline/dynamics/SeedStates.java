package org.nullcline.dynamics;

import org.nullcline.core.random.RandomStream;

/** Draws states to start a search for fixed points from. */
public final class SeedStates {

	private SeedStates() {
	}

	/**
	 * Draws from visited states. Every second seed is such a state itself; to the others Gaussian noise is added, because
	 * trained networks hardly ever visit their saddles.
	 *
	 * @param visited [sample][state], for example the states on trials
	 * @param count   number of seeds
	 * @param noise   standard deviation of the noise, in units of the root mean square distance of a state value from its
	 *                mean over the samples
	 * @param order   in which the values of a state get their noise
	 * @return [seed][state]
	 */
	public static double[][] fromVisited(double[][] visited, int count, double noise, StateOrder order, RandomStream random) {
		double deviation = noise * rootMeanSquareDeviation(visited);
		double[][] seeds = new double[count][];
		for (int i = 0; i < count; i++) {
			seeds[i] = visited[random.nextInt(visited.length)].clone();
			if (i % 2 == 1) {
				addNoise(seeds[i], deviation, order, random);
			}
		}
		return seeds;
	}

	/**
	 * Draws around one state, for a network of which no trials are known.
	 *
	 * @param centre    one value per state value
	 * @param deviation standard deviation, in units of the state
	 * @param order     in which the values of a state get their noise
	 * @return [seed][state]
	 */
	public static double[][] around(double[] centre, int count, double deviation, StateOrder order, RandomStream random) {
		double[][] seeds = new double[count][];
		for (int i = 0; i < count; i++) {
			seeds[i] = centre.clone();
			addNoise(seeds[i], deviation, order, random);
		}
		return seeds;
	}

	/** Draws around one state, values in the order of their numbers. */
	public static double[][] around(double[] centre, int count, double deviation, RandomStream random) {
		return around(centre, count, deviation, StateOrder.natural(centre.length), random);
	}

	private static void addNoise(double[] state, double deviation, StateOrder order, RandomStream random) {
		for (int j : order.positions()) {
			state[j] += deviation * random.nextGaussian();
		}
	}

	private static double rootMeanSquareDeviation(double[][] visited) {
		int size = visited[0].length;
		double[] mean = new double[size];
		for (double[] state : visited) {
			for (int j = 0; j < size; j++) {
				mean[j] += state[j] / visited.length;
			}
		}
		double sum = 0;
		for (double[] state : visited) {
			for (int j = 0; j < size; j++) {
				sum += (state[j] - mean[j]) * (state[j] - mean[j]);
			}
		}
		return Math.sqrt(sum / visited.length / size);
	}
}
