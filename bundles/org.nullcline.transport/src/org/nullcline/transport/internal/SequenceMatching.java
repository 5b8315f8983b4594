package org.nullcline.transport.internal;

import java.util.Arrays;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.nullcline.transport.EuclideanMatching;
import org.nullcline.transport.MatchingParameters;
import org.nullcline.transport.SymbolSequences;

/**
 * {@link EuclideanMatching} of one-hot sequences. Distances take as many values as sequences have steps, so exp(-C / epsilon)
 * is looked up, and a sweep is a sum of products. The potentials stay logarithms; a sum that underflows, because all of a
 * sequence's neighbours are very far away, is computed again in the logarithmic domain.
 */
public final class SequenceMatching {

	/** Smaller sums have lost digits to underflow, or are 0. */
	private static final double SMALLEST_SUM = 1e-280;

	private final HammingCosts costs;
	private final double epsilon;
	private final double[] distance;
	private final double[] kernel;
	private final double[] u;
	private final double[] v;

	private SequenceMatching(HammingCosts costs, double epsilon) {
		this.costs = costs;
		this.epsilon = epsilon;
		distance = new double[costs.steps() + 1];
		Arrays.setAll(distance, different -> Math.sqrt(2.0 * different));
		kernel = Arrays.stream(distance).map(value -> Math.exp(-value / epsilon)).toArray();
		u = new double[costs.rows()];
		v = new double[costs.columns()];
	}

	/** Matches; the arguments fit together. */
	public static EuclideanMatching of(SymbolSequences first, SymbolSequences second, MatchingParameters parameters,
			IProgressMonitor monitor) {
		SequenceMatching matching = new SequenceMatching(HammingCosts.between(first, second), parameters.temperature());
		int iterations = 0;
		boolean converged = false;
		while (iterations < parameters.maximumIterations() && !converged) {
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			double change = matching.updateRows() + matching.updateColumns();
			iterations++;
			converged = change < parameters.tolerance();
		}
		return matching.result(iterations, converged);
	}

	private double updateRows() {
		double logWeight = Math.log(1.0 / u.length + EuclideanMatching.WEIGHT_OFFSET);
		double largest = Arrays.stream(v).max().orElseThrow();
		double[] scaled = Arrays.stream(v).map(value -> Math.exp((value - largest) / epsilon)).toArray();
		double change = 0;
		for (int i = 0; i < u.length; i++) {
			double sum = rowSum(i, scaled);
			double next = epsilon * logWeight + (sum > SMALLEST_SUM ? -largest - epsilon * Math.log(sum) : farRow(i));
			change += Math.abs(next - u[i]);
			u[i] = next;
		}
		return change;
	}

	private double updateColumns() {
		double logWeight = Math.log(1.0 / v.length + EuclideanMatching.WEIGHT_OFFSET);
		double largest = Arrays.stream(u).max().orElseThrow();
		double[] sums = new double[v.length];
		for (int i = 0; i < u.length; i++) {
			addRow(i, Math.exp((u[i] - largest) / epsilon), sums);
		}
		double change = 0;
		for (int j = 0; j < v.length; j++) {
			double next = epsilon * logWeight + (sums[j] > SMALLEST_SUM ? -largest - epsilon * Math.log(sums[j]) : farColumn(j));
			change += Math.abs(next - v[j]);
			v[j] = next;
		}
		return change;
	}

	private double rowSum(int row, double[] scaled) {
		int at = row * costs.stride();
		double sum = 0;
		double second = 0;
		byte[] narrow = costs.narrow();
		if (narrow != null) {
			// Four sums, so that an addition need not wait for the one before.
			double third = 0;
			double fourth = 0;
			int j = 0;
			for (; j + 3 < scaled.length; j += 4) {
				sum += kernel[narrow[at + j] & 0xFF] * scaled[j];
				second += kernel[narrow[at + j + 1] & 0xFF] * scaled[j + 1];
				third += kernel[narrow[at + j + 2] & 0xFF] * scaled[j + 2];
				fourth += kernel[narrow[at + j + 3] & 0xFF] * scaled[j + 3];
			}
			for (; j < scaled.length; j++) {
				sum += kernel[narrow[at + j] & 0xFF] * scaled[j];
			}
			return sum + second + (third + fourth);
		}
		for (int j = 0; j < scaled.length; j++) {
			sum += kernel[costs.wide()[at + j] & 0xFFFF] * scaled[j];
		}
		return sum;
	}

	private void addRow(int row, double scaled, double[] sums) {
		int at = row * costs.stride();
		byte[] narrow = costs.narrow();
		if (narrow != null) {
			for (int j = 0; j < sums.length; j++) {
				sums[j] += kernel[narrow[at + j] & 0xFF] * scaled;
			}
			return;
		}
		for (int j = 0; j < sums.length; j++) {
			sums[j] += kernel[costs.wide()[at + j] & 0xFFFF] * scaled;
		}
	}

	/** -epsilon log sum_j exp((v_j - C_ij) / epsilon). */
	private double farRow(int i) {
		double largest = Double.NEGATIVE_INFINITY;
		for (int j = 0; j < v.length; j++) {
			largest = Math.max(largest, v[j] - distance[costs.get(i, j)]);
		}
		double sum = 0;
		for (int j = 0; j < v.length; j++) {
			sum += Math.exp((v[j] - distance[costs.get(i, j)] - largest) / epsilon);
		}
		return -largest - epsilon * Math.log(sum);
	}

	private double farColumn(int j) {
		double largest = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < u.length; i++) {
			largest = Math.max(largest, u[i] - distance[costs.get(i, j)]);
		}
		double sum = 0;
		for (int i = 0; i < u.length; i++) {
			sum += Math.exp((u[i] - distance[costs.get(i, j)] - largest) / epsilon);
		}
		return -largest - epsilon * Math.log(sum);
	}

	private EuclideanMatching result(int iterations, boolean converged) {
		int[] matched = new int[v.length];
		double[] best = new double[v.length];
		Arrays.fill(best, Double.NEGATIVE_INFINITY);
		double[] mass = new double[costs.steps() + 1];
		for (int i = 0; i < u.length; i++) {
			for (int j = 0; j < v.length; j++) {
				int different = costs.get(i, j);
				double value = u[i] - distance[different];
				if (value > best[j]) {
					best[j] = value;
					matched[j] = i;
				}
				double exponent = (value + v[j]) / epsilon;
				// Below this a cell of the plan has no part in the cost's digits.
				mass[different] += exponent > -100 ? Math.exp(exponent) : 0;
			}
		}
		double cost = 0;
		for (int different = 0; different < mass.length; different++) {
			cost += mass[different] * distance[different];
		}
		double[] distances = new double[v.length];
		Arrays.setAll(distances, j -> distance[costs.get(matched[j], j)]);
		return new EuclideanMatching(cost, matched, distances, iterations, converged);
	}
}
