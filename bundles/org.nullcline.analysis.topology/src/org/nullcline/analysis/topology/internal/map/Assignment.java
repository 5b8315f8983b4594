package org.nullcline.analysis.topology.internal.map;

import java.util.Arrays;

/** The assignment of rows to columns with the smallest sum of costs (Kuhn 1955), by shortest augmenting paths. */
final class Assignment {

	private Assignment() {
	}

	/**
	 * @param cost square, [row][column]
	 * @return for each row its column
	 */
	static int[] minimal(double[][] cost) {
		int n = cost.length;
		// Rows and columns count from 1; column 0 stands for the row that is being added.
		double[] rowPotential = new double[n + 1];
		double[] columnPotential = new double[n + 1];
		int[] rowOf = new int[n + 1];
		int[] before = new int[n + 1];
		for (int row = 1; row <= n; row++) {
			rowOf[0] = row;
			int column = 0;
			double[] shortest = new double[n + 1];
			Arrays.fill(shortest, Double.POSITIVE_INFINITY);
			boolean[] done = new boolean[n + 1];
			do {
				done[column] = true;
				int current = rowOf[column];
				double step = Double.POSITIVE_INFINITY;
				int next = 0;
				for (int j = 1; j <= n; j++) {
					if (!done[j]) {
						double reduced = cost[current - 1][j - 1] - rowPotential[current] - columnPotential[j];
						if (reduced < shortest[j]) {
							shortest[j] = reduced;
							before[j] = column;
						}
						if (shortest[j] < step) {
							step = shortest[j];
							next = j;
						}
					}
				}
				for (int j = 0; j <= n; j++) {
					if (done[j]) {
						rowPotential[rowOf[j]] += step;
						columnPotential[j] -= step;
					} else {
						shortest[j] -= step;
					}
				}
				column = next;
			} while (rowOf[column] != 0);
			while (column != 0) {
				rowOf[column] = rowOf[before[column]];
				column = before[column];
			}
		}
		int[] columns = new int[n];
		for (int j = 1; j <= n; j++) {
			columns[rowOf[j] - 1] = j - 1;
		}
		return columns;
	}
}
