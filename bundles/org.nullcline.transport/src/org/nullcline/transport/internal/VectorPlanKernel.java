package org.nullcline.transport.internal;

import java.util.Arrays;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel with vector instructions: eight columns at a time, the power of two as a polynomial.
 *
 * <p>Always eight lanes, whatever the processor has, and sums of lanes in a fixed order: the bits are the same everywhere.
 */
final class VectorPlanKernel implements PlanKernel {

	private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
	private static final VectorSpecies<Integer> INTEGERS = IntVector.SPECIES_256;
	private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_64;
	private static final int LANES = HammingCosts.BLOCK;

	/** Rows whose sums by column are kept in single precision before they are added up in double precision. */
	private static final int BAND = 256;

	/** Added and subtracted, it rounds to a whole number, which then is in the lowest bits: of numbers up to LARGEST_BITS. */
	private static final float ROUND = 0x1.8p23f;
	private static final double LARGEST_BITS = 0x1p21;
	private static final int MANTISSA = 23;

	/** Exponents of normal numbers, as they look after adding ROUND. */
	private static final int LOWEST = Float.floatToRawIntBits(ROUND) - 126;
	private static final int HIGHEST = Float.floatToRawIntBits(ROUND) + 126;

	/** From so many bits per cost on most blocks hold nothing, and looking pays. */
	private static final double SPARSE = 3;

	/** For sequences so long that a distance takes two bytes, and temperatures so low that exponents leave their range. */
	private static final PlanKernel OTHERS = new TablePlanKernel();

	// 2^x on [-1/2, 1/2] with the smallest relative error (Remez), 1.5e-7 after rounding to single precision.
	private static final float C0 = 1.0000001192092896f;
	private static final float C1 = 0.6931469440460205f;
	private static final float C2 = 0.24022120237350464f;
	private static final float C3 = 0.05550713092088699f;
	private static final float C4 = 0.009675540961325169f;
	private static final float C5 = 0.0013276472454890609f;

	@Override
	public void sums(HammingCosts costs, SplitPotential rows, SplitPotential columns, double bitsPerCost, double[] rowSums,
			double[] columnSums) {
		if (!fits(costs, bitsPerCost)) {
			OTHERS.sums(costs, rows, columns, bitsPerCost, rowSums, columnSums);
			return;
		}
		float[] lanes = new float[costs.stride()];
		Arrays.fill(columnSums, 0);
		for (int i = 0; i < costs.rows(); i++) {
			rowSums[i] = add(costs, i, 0, rows, columns, bitsPerCost, lanes);
			flush(i, costs.rows(), lanes, columnSums);
		}
	}

	@Override
	public void symmetricSums(HammingCosts costs, SplitPotential potential, double bitsPerCost, double[] sums) {
		if (!fits(costs, bitsPerCost)) {
			OTHERS.symmetricSums(costs, potential, bitsPerCost, sums);
			return;
		}
		float[] lanes = new float[costs.stride()];
		float[] diagonal = new float[costs.stride()];
		double[] columnSums = new double[costs.columns()];
		for (int i = 0; i < costs.rows(); i++) {
			// The block on the diagonal is evaluated whole, so it must not count by columns as well.
			int from = i / LANES * LANES;
			System.arraycopy(lanes, from, diagonal, from, LANES);
			sums[i] = add(costs, i, from, potential, potential, bitsPerCost, lanes);
			System.arraycopy(diagonal, from, lanes, from, LANES);
			flush(i, costs.rows(), lanes, columnSums);
		}
		for (int i = 0; i < sums.length; i++) {
			sums[i] += columnSums[i];
		}
	}

	private static boolean fits(HammingCosts costs, double bitsPerCost) {
		return costs.narrow() != null && SplitPotential.NOWHERE_STEPS * costs.steps() * bitsPerCost < LARGEST_BITS;
	}

	private static void flush(int row, int rows, float[] lanes, double[] columnSums) {
		if ((row + 1) % BAND == 0 || row + 1 == rows) {
			for (int j = 0; j < columnSums.length; j++) {
				columnSums[j] += lanes[j];
			}
			Arrays.fill(lanes, 0);
		}
	}

	/** Adds one row from some column on to the sums of columns, and gives its sum. */
	private static double add(HammingCosts costs, int row, int from, SplitPotential rows, SplitPotential columns,
			double bitsPerCost, float[] columnSums) {
		int at = row * costs.stride();
		int whole = rows.whole()[row];
		float rest = rows.rest()[row];
		float q = (float) bitsPerCost;
		float[] lanes = new float[LANES];
		if (bitsPerCost < SPARSE) {
			addDense(costs.narrow(), at, from, costs.stride(), columns.whole(), columns.rest(), whole, rest, q, columnSums, lanes);
		} else {
			addSparse(costs.narrow(), at, from, costs.stride(), columns.whole(), columns.rest(), whole, rest, q, columnSums,
					lanes);
		}
		double sum = 0;
		for (float lane : lanes) {
			sum += lane;
		}
		return sum;
	}

	// The loops are short methods of their own: beyond some size the compiler gives up keeping vectors in registers.

	private static void addDense(byte[] costs, int at, int from, int to, int[] wholeColumns, float[] restColumns, int whole,
			float rest, float bitsPerCost, float[] columnSums, float[] lanes) {
		IntVector wholeRow = IntVector.broadcast(INTEGERS, whole);
		FloatVector restRow = FloatVector.broadcast(FLOATS, rest);
		FloatVector bits = FloatVector.broadcast(FLOATS, bitsPerCost);
		FloatVector sum = FloatVector.zero(FLOATS);
		for (int j = from; j < to; j += LANES) {
			FloatVector p = power(exponent(costs, at, j, wholeColumns, restColumns, wholeRow, restRow, bits));
			sum = sum.add(p);
			FloatVector.fromArray(FLOATS, columnSums, j).add(p).intoArray(columnSums, j);
		}
		sum.intoArray(lanes, 0);
	}

	private static void addSparse(byte[] costs, int at, int from, int to, int[] wholeColumns, float[] restColumns, int whole,
			float rest, float bitsPerCost, float[] columnSums, float[] lanes) {
		IntVector wholeRow = IntVector.broadcast(INTEGERS, whole);
		FloatVector restRow = FloatVector.broadcast(FLOATS, rest);
		FloatVector bits = FloatVector.broadcast(FLOATS, bitsPerCost);
		FloatVector sum = FloatVector.zero(FLOATS);
		for (int j = from; j < to; j += LANES) {
			FloatVector exponent = exponent(costs, at, j, wholeColumns, restColumns, wholeRow, restRow, bits);
			if (exponent.compare(VectorOperators.GT, NEGLIGIBLE).anyTrue()) {
				FloatVector p = power(exponent);
				sum = sum.add(p);
				FloatVector.fromArray(FLOATS, columnSums, j).add(p).intoArray(columnSums, j);
			}
		}
		sum.intoArray(lanes, 0);
	}

	@Override
	public int row(HammingCosts costs, int row, SplitPotential rows, SplitPotential columns, double bitsPerCost,
			float smallest, int[] where, float[] entries) {
		if (!fits(costs, bitsPerCost)) {
			return OTHERS.row(costs, row, rows, columns, bitsPerCost, smallest, where, entries);
		}
		int[] wholeColumns = columns.whole();
		float[] restColumns = columns.rest();
		int at = row * costs.stride();
		byte[] narrow = costs.narrow();
		IntVector wholeRow = IntVector.broadcast(INTEGERS, rows.whole()[row]);
		FloatVector restRow = FloatVector.broadcast(FLOATS, rows.rest()[row]);
		FloatVector bits = FloatVector.broadcast(FLOATS, (float) bitsPerCost);
		float[] found = new float[LANES];
		int count = 0;
		for (int j = 0; j < costs.stride(); j += LANES) {
			FloatVector exponent = exponent(narrow, at, j, wholeColumns, restColumns, wholeRow, restRow, bits);
			VectorMask<Float> large = exponent.compare(VectorOperators.GE, smallest);
			if (large.anyTrue()) {
				power(exponent).intoArray(found, 0);
				for (long lanes = large.toLong(); lanes != 0; lanes &= lanes - 1) {
					int lane = Long.numberOfTrailingZeros(lanes);
					where[count] = j + lane;
					entries[count++] = found[lane];
				}
			}
		}
		return count;
	}

	/** (F_i + G_j - C_ij) q + u_i + v_j. */
	private static FloatVector exponent(byte[] costs, int at, int column, int[] wholeColumns, float[] restColumns,
			IntVector wholeRow, FloatVector restRow, FloatVector bits) {
		IntVector cost = (IntVector) ByteVector.fromArray(BYTES, costs, at + column)
				.convertShape(VectorOperators.ZERO_EXTEND_B2I, INTEGERS, 0);
		FloatVector whole = (FloatVector) IntVector.fromArray(INTEGERS, wholeColumns, column).add(wholeRow).sub(cost)
				.convert(VectorOperators.I2F, 0);
		return whole.fma(bits, FloatVector.fromArray(FLOATS, restColumns, column)).add(restRow);
	}

	/** 2^x, for x within the exponents of normal numbers; what lies outside is moved to the border. */
	private static FloatVector power(FloatVector x) {
		FloatVector shifted = x.add(ROUND);
		FloatVector fraction = x.sub(shifted.sub(ROUND));
		FloatVector polynomial = fraction.fma(FloatVector.broadcast(FLOATS, C5), FloatVector.broadcast(FLOATS, C4))
				.fma(fraction, FloatVector.broadcast(FLOATS, C3)).fma(fraction, FloatVector.broadcast(FLOATS, C2))
				.fma(fraction, FloatVector.broadcast(FLOATS, C1)).fma(fraction, FloatVector.broadcast(FLOATS, C0));
		IntVector exponent = shifted.reinterpretAsInts().max(LOWEST).min(HIGHEST)
				.lanewise(VectorOperators.LSHL, MANTISSA);
		return polynomial.reinterpretAsInts().add(exponent).reinterpretAsFloats();
	}
}
