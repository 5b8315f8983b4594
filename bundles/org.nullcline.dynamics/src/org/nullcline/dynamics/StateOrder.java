package org.nullcline.dynamics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * An order of the state values that follows from what the network computes instead of how its units happen to be numbered.
 * Draws and sorted lists that go by it are the same, up to the permutation, for a network whose hidden units are permuted.
 * <p>
 * The key of a value is a weighted sum of F(x*, c 1) over some constants c: a state with all values equal does not change
 * under a permutation, so its successor is permuted as the units are. Units that the network does not distinguish keep the
 * order of their numbers.
 */
public final class StateOrder {

	private static final double[] CONSTANTS = { 1, -1, 0.3, -0.7 };
	private static final double[] FACTORS = { 1, Math.sqrt(2), Math.sqrt(3), Math.sqrt(5) };
	/** Keys are compared in steps of this size, so that rounding errors do not tell equal units apart. */
	private static final double KEY_GRID = 1e-9;
	/** States are compared in steps of this size first. */
	private static final double STATE_GRID = 1e-7;

	private final int[] positions;

	private StateOrder(int[] positions) {
		this.positions = positions;
	}

	/**
	 * The order of a network.
	 *
	 * @param input the constant input, one value per input channel
	 */
	public static StateOrder of(Cell cell, Weights weights, double[] input) {
		int size = cell.state().size();
		double[][] states = new double[CONSTANTS.length][size];
		double[][] inputs = new double[CONSTANTS.length][];
		for (int k = 0; k < CONSTANTS.length; k++) {
			Arrays.fill(states[k], CONSTANTS[k]);
			inputs[k] = input;
		}
		INDArray x = NativeArrays.of(inputs);
		double[][] next = NativeArrays.rows(cell.step(weights, x, NativeArrays.of(states)));
		double[] keys = new double[size];
		for (int k = 0; k < CONSTANTS.length; k++) {
			for (int i = 0; i < size; i++) {
				keys[i] += FACTORS[k] * next[k][i];
			}
		}
		return new StateOrder(IntStream.range(0, size).boxed()
				.sorted(Comparator.<Integer>comparingDouble(i -> rounded(keys[i], KEY_GRID)).thenComparingInt(i -> i))
				.mapToInt(Integer::intValue).toArray());
	}

	/** The order of the values' numbers. */
	public static StateOrder natural(int size) {
		return new StateOrder(IntStream.range(0, size).toArray());
	}

	/** Which state value comes at each place. */
	public int[] positions() {
		return positions.clone();
	}

	/**
	 * Compares states value by value in this order: up to a rounding error first, so that states which differ by such errors
	 * stand where their true states do, then exactly.
	 */
	Comparator<double[]> comparator() {
		return (a, b) -> {
			for (int i : positions) {
				int comparison = Double.compare(rounded(a[i], STATE_GRID), rounded(b[i], STATE_GRID));
				if (comparison != 0) {
					return comparison;
				}
			}
			for (int i : positions) {
				int comparison = Double.compare(a[i], b[i]);
				if (comparison != 0) {
					return comparison;
				}
			}
			return 0;
		};
	}

	/** Adding zero turns a negative zero, which would sort below zero, into zero. */
	private static double rounded(double value, double grid) {
		return Math.rint(value / grid) + 0.0;
	}
}
