package org.nullcline.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.nullcline.core.distance.StateDistance;

/** Distances between all pairs of networks, on all cores. */
public final class PairwiseDistances {

	/** Networks of a block. It is the same on every machine, because results may depend on it by rounding. */
	private static final int BLOCK = 16;

	private PairwiseDistances() {
	}

	/** A block of the matrix: rows from, columns from. */
	private record Block(int row, int column, double[][] distances) {
	}

	/**
	 * The distances between all pairs, which do not depend on the number of threads. Of a distance that is not symmetric, the
	 * mean of both directions.
	 *
	 * @param prepared the networks, as the distance prepared them
	 * @return [network][network], symmetric, zero on the diagonal
	 * @throws IllegalArgumentException                                   if two networks do not fit together, or what the
	 *                                                                    distance gives is no number or of the wrong shape
	 * @throws org.eclipse.core.runtime.OperationCanceledException        if the user has cancelled
	 */
	public static <P> double[][] of(StateDistance<P> distance, List<P> prepared, IProgressMonitor monitor) {
		int n = prepared.size();
		boolean symmetric = distance.properties().symmetric();
		List<Callable<Block>> work = new ArrayList<>();
		for (int i = 0; i < n; i += BLOCK) {
			for (int j = 0; j < (symmetric ? i + 1 : n); j += BLOCK) {
				int row = i;
				int column = j;
				work.add(() -> new Block(row, column, checked(distance, prepared.subList(row, Math.min(n, row + BLOCK)),
						prepared.subList(column, Math.min(n, column + BLOCK)))));
			}
		}
		double[][] given = new double[n][n];
		try {
			for (Block block : ParallelTasks.run(work, monitor)) {
				for (int i = 0; i < block.distances.length; i++) {
					System.arraycopy(block.distances[i], 0, given[block.row + i], block.column, block.distances[i].length);
				}
			}
		} catch (ExecutionException e) {
			switch (e.getCause()) {
			case RuntimeException failure -> throw failure;
			case Error failure -> throw failure;
			default -> throw new IllegalStateException(e.getCause());
			}
		}
		double[][] distances = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < i; j++) {
				double value = Math.max(0, symmetric ? given[i][j] : (given[i][j] + given[j][i]) / 2);
				distances[i][j] = value;
				distances[j][i] = value;
			}
		}
		return distances;
	}

	private static <P> double[][] checked(StateDistance<P> distance, List<P> first, List<P> second) {
		double[][] values = distance.distances(first, second);
		if (values.length != first.size() || Arrays.stream(values).anyMatch(row -> row.length != second.size())) {
			throw new IllegalArgumentException("the distance '" + distance.definition() + "' gives an array of the wrong shape: expected ["
					+ first.size() + ", " + second.size() + "], found [" + values.length + ", "
					+ (values.length == 0 ? 0 : values[0].length) + "]");
		}
		for (double[] row : values) {
			for (double value : row) {
				requireNumber(distance, value);
			}
		}
		return values;
	}

	/**
	 * A distance, if it is a finite number.
	 *
	 * @throws IllegalArgumentException naming the distance, if it is none
	 */
	public static double requireNumber(StateDistance<?> distance, double value) {
		if (!Double.isFinite(value)) {
			throw new IllegalArgumentException("the distance '" + distance.definition() + "' gives " + value + " for two networks");
		}
		return value;
	}
}
