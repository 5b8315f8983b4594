package org.nullcline.transport.internal;

import java.util.Arrays;

/**
 * The kernel in plain Java, in double precision: costs take few values, so that the exponential is a table.
 *
 * <p>P_ij = table[F_i + G_j - C_ij] 2^u_i 2^v_j.
 */
final class TablePlanKernel implements PlanKernel {

	private static final int ROWS = 4;

	/** Up to so many bits per cost, all factors of an entry that counts are normal numbers of double precision. */
	private static final double LARGEST_BITS = 900;

	@Override
	public void sums(HammingCosts costs, SplitPotential rows, SplitPotential columns, double bitsPerCost, double[] rowSums,
			double[] columnSums) {
		sums(costs, rows, columns, bitsPerCost, rowSums, columnSums, false);
	}

	@Override
	public void symmetricSums(HammingCosts costs, SplitPotential potential, double bitsPerCost, double[] sums) {
		double[] columnSums = new double[costs.columns()];
		sums(costs, potential, potential, bitsPerCost, sums, columnSums, true);
		for (int i = 0; i < sums.length; i++) {
			sums[i] += columnSums[i];
		}
	}

	private static void sums(HammingCosts costs, SplitPotential rows, SplitPotential columns, double bitsPerCost,
			double[] rowSums, double[] columnSums, boolean symmetric) {
		if (bitsPerCost > LARGEST_BITS) {
			Arrays.fill(rowSums, Double.NaN);
			Arrays.fill(columnSums, Double.NaN);
			return;
		}
		Table table = Table.of(costs, rows, columns, bitsPerCost);
		double[] lanes = new double[costs.columns()];
		double[] unused = new double[costs.columns()];
		double[] four = new double[ROWS];
		for (int i = 0; i < costs.rows(); i += ROWS) {
			// The block on the diagonal is evaluated whole, so it must not count by columns as well.
			int beyond = symmetric ? Math.min(i + ROWS, costs.columns()) : 0;
			Arrays.fill(four, 0);
			if (symmetric) {
				table.add(i, i, beyond, four, unused);
			}
			table.add(i, beyond, costs.columns(), four, lanes);
			for (int r = 0; r < Math.min(ROWS, costs.rows() - i); r++) {
				rowSums[i + r] = four[r] * table.rowFactors[i + r];
			}
		}
		for (int j = 0; j < lanes.length; j++) {
			columnSums[j] = lanes[j] * table.columnFactors[j];
		}
	}

	@Override
	public int row(HammingCosts costs, int row, SplitPotential rows, SplitPotential columns, double bitsPerCost,
			float smallest, int[] where, float[] entries) {
		int count = 0;
		int whole = rows.whole()[row];
		double rest = rows.rest()[row];
		for (int j = 0; j < costs.columns(); j++) {
			double exponent = (whole + columns.whole()[j] - costs.get(row, j)) * bitsPerCost + columns.rest()[j] + rest;
			if (exponent >= smallest) {
				where[count] = j;
				entries[count++] = (float) Math.pow(2, exponent);
			}
		}
		return count;
	}

	/** Powers of two for one pair of potentials. */
	private static final class Table {

		private final HammingCosts costs;
		private final double[] powers;
		private final int[] rowOffsets;
		private final int[] columnOffsets;
		private final double[] rowFactors;
		private final double[] columnFactors;

		private Table(HammingCosts costs, double[] powers, int[] rowOffsets, int[] columnOffsets, double[] rowFactors,
				double[] columnFactors) {
			this.costs = costs;
			this.powers = powers;
			this.rowOffsets = rowOffsets;
			this.columnOffsets = columnOffsets;
			this.rowFactors = rowFactors;
			this.columnFactors = columnFactors;
		}

		static Table of(HammingCosts costs, SplitPotential rows, SplitPotential columns, double bitsPerCost) {
			int lowRow = Arrays.stream(rows.whole(), 0, costs.rows()).min().getAsInt();
			int lowColumn = Arrays.stream(columns.whole(), 0, costs.columns()).min().getAsInt();
			int high = Arrays.stream(rows.whole(), 0, costs.rows()).max().getAsInt()
					+ Arrays.stream(columns.whole(), 0, costs.columns()).max().getAsInt();
			int low = lowRow + lowColumn - costs.steps();
			double[] powers = new double[high - low + 1];
			for (int k = 0; k < powers.length; k++) {
				powers[k] = Math.pow(2, (low + k) * bitsPerCost);
			}
			// Rows of padding have the factor 0, and with the offset 0 the smallest powers, none of them infinite.
			int[] rowOffsets = new int[rows.whole().length];
			for (int i = 0; i < costs.rows(); i++) {
				rowOffsets[i] = rows.whole()[i] - lowRow + costs.steps();
			}
			int[] columnOffsets = new int[costs.columns()];
			for (int j = 0; j < columnOffsets.length; j++) {
				columnOffsets[j] = columns.whole()[j] - lowColumn;
			}
			return new Table(costs, powers, rowOffsets, columnOffsets, factors(rows, costs.rows()),
					factors(columns, costs.columns()));
		}

		private static double[] factors(SplitPotential potential, int size) {
			double[] factors = new double[potential.rest().length];
			for (int i = 0; i < size; i++) {
				factors[i] = Math.pow(2, potential.rest()[i]);
			}
			return factors;
		}

		/** Adds four rows; the sums of rows still lack the factors of rows, the sums of columns those of columns. */
		void add(int row, int from, int to, double[] rowSums, double[] columnSums) {
			if (costs.narrow() != null) {
				addNarrow(row, from, to, rowSums, columnSums);
			} else {
				addWide(row, from, to, rowSums, columnSums);
			}
		}

		private void addNarrow(int row, int from, int to, double[] rowSums, double[] columnSums) {
			byte[] c = costs.narrow();
			int at0 = row * costs.stride();
			int at1 = at0 + costs.stride();
			int at2 = at1 + costs.stride();
			int at3 = at2 + costs.stride();
			int offset0 = rowOffsets[row];
			int offset1 = rowOffsets[row + 1];
			int offset2 = rowOffsets[row + 2];
			int offset3 = rowOffsets[row + 3];
			double factor0 = rowFactors[row];
			double factor1 = rowFactors[row + 1];
			double factor2 = rowFactors[row + 2];
			double factor3 = rowFactors[row + 3];
			double sum0 = 0;
			double sum1 = 0;
			double sum2 = 0;
			double sum3 = 0;
			for (int j = from; j < to; j++) {
				int offset = columnOffsets[j];
				double factor = columnFactors[j];
				double p0 = powers[offset + offset0 - (c[at0 + j] & 0xFF)];
				double p1 = powers[offset + offset1 - (c[at1 + j] & 0xFF)];
				double p2 = powers[offset + offset2 - (c[at2 + j] & 0xFF)];
				double p3 = powers[offset + offset3 - (c[at3 + j] & 0xFF)];
				sum0 += p0 * factor;
				sum1 += p1 * factor;
				sum2 += p2 * factor;
				sum3 += p3 * factor;
				columnSums[j] += (p0 * factor0 + p1 * factor1) + (p2 * factor2 + p3 * factor3);
			}
			rowSums[0] += sum0;
			rowSums[1] += sum1;
			rowSums[2] += sum2;
			rowSums[3] += sum3;
		}

		private void addWide(int row, int from, int to, double[] rowSums, double[] columnSums) {
			short[] c = costs.wide();
			for (int r = 0; r < ROWS; r++) {
				int at = (row + r) * costs.stride();
				double sum = 0;
				for (int j = from; j < to; j++) {
					double power = powers[columnOffsets[j] + rowOffsets[row + r] - (c[at + j] & 0xFFFF)];
					sum += power * columnFactors[j];
					columnSums[j] += power * rowFactors[row + r];
				}
				rowSums[r] += sum;
			}
		}
	}
}
