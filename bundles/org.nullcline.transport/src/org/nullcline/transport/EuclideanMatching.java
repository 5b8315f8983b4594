package org.nullcline.transport;

import java.util.Arrays;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.transport.internal.SequenceMatching;

/**
 * Matches the points of two sets by entropic optimal transport with the Euclidean distance as cost, as the study of networks
 * that emulate hidden Markov models does (Torre et al., arXiv 2510.25674, and the authors' public code, {@code
 * EliaTorre/hmmrnn}): the iteration of Sinkhorn in the logarithmic domain, u first, then v with the new u. Each point of the
 * second set is matched with that point of the first to which the plan moves most of its mass, so that a point of the first
 * set may be matched several times.
 *
 * @param cost       sum of the plan times the distances
 * @param matched    for each point of the second set, its match in the first
 * @param distances  for each point of the second set, the distance to its match
 * @param iterations of the solver
 * @param converged  whether the iteration ended by its tolerance
 */
public record EuclideanMatching(double cost, int[] matched, double[] distances, int iterations, boolean converged) {

	/** Added to each weight inside the logarithm, as the authors do. */
	public static final double WEIGHT_OFFSET = 1e-8;

	/** The mean distance to the match. */
	public double meanDistance() {
		return Arrays.stream(distances).average().orElse(Double.NaN);
	}

	/**
	 * Matches two sets of one-hot sequences: two sequences that differ in n steps have the distance sqrt(2 n).
	 *
	 * @param first  the set in which matches are sought
	 * @param second the set whose points are matched; of any size
	 * @throws IllegalArgumentException if length or number of symbols differ
	 */
	public static EuclideanMatching of(SymbolSequences first, SymbolSequences second, MatchingParameters parameters,
			IProgressMonitor monitor) {
		if (first.steps() != second.steps() || first.symbols() != second.symbols()) {
			throw new IllegalArgumentException("sequences of " + first.steps() + " steps and " + first.symbols()
					+ " symbols cannot be matched with sequences of " + second.steps() + " steps and " + second.symbols() + " symbols");
		}
		return SequenceMatching.of(first, second, parameters, monitor);
	}

	/**
	 * Matches two sets of points whose distances are known. A plain reference: every exponential is evaluated, in the
	 * logarithmic domain.
	 *
	 * @param distances [first set, second set]
	 */
	public static EuclideanMatching of(double[][] distances, MatchingParameters parameters) {
		int rows = distances.length;
		int columns = distances[0].length;
		double epsilon = parameters.temperature();
		double logA = Math.log(1.0 / rows + WEIGHT_OFFSET);
		double logB = Math.log(1.0 / columns + WEIGHT_OFFSET);
		double[] u = new double[rows];
		double[] v = new double[columns];
		int iterations = 0;
		boolean converged = false;
		while (iterations < parameters.maximumIterations() && !converged) {
			double change = 0;
			for (int i = 0; i < rows; i++) {
				double next = epsilon * logA + SoftMinimum.one(epsilon, (row, j) -> distances[row][j], divided(v, epsilon), i);
				change += Math.abs(next - u[i]);
				u[i] = next;
			}
			for (int j = 0; j < columns; j++) {
				double next = epsilon * logB + SoftMinimum.one(epsilon, (column, i) -> distances[i][column], divided(u, epsilon), j);
				change += Math.abs(next - v[j]);
				v[j] = next;
			}
			iterations++;
			converged = change < parameters.tolerance();
		}
		int[] matched = new int[columns];
		double[] matchedDistances = new double[columns];
		double cost = 0;
		for (int j = 0; j < columns; j++) {
			for (int i = 0; i < rows; i++) {
				cost += Math.exp((u[i] + v[j] - distances[i][j]) / epsilon) * distances[i][j];
				if (u[i] - distances[i][j] > u[matched[j]] - distances[matched[j]][j]) {
					matched[j] = i;
				}
			}
			matchedDistances[j] = distances[matched[j]][j];
		}
		return new EuclideanMatching(cost, matched, matchedDistances, iterations, converged);
	}

	private static double[] divided(double[] potentials, double epsilon) {
		return Arrays.stream(potentials).map(potential -> potential / epsilon).toArray();
	}
}
