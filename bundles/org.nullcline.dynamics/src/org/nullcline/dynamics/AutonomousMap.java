package org.nullcline.dynamics;

import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The map h -> F(x*, h) of a cell under constant input. Holds buffers, so each belongs to one thread. Closing it
 * frees them; if it is used again, it takes new ones.
 */
final class AutonomousMap implements AutoCloseable {

	/** States that are computed at once: a pass computes all its rows, needed or not, and packs its weights at every call. */
	private static final int[] BATCHES = { 128, 32, 8 };

	private final Cell cell;
	private final Weights weights;
	private final double[] input;
	private final StepBatch[] batches = new StepBatch[BATCHES.length];

	AutonomousMap(Cell cell, Weights weights, double[] input) {
		if (input.length != cell.inputs()) {
			throw new IllegalArgumentException(
					"constant input of " + input.length + " values for a cell of " + cell.inputs() + " input channels");
		}
		this.cell = cell;
		this.weights = weights;
		this.input = input.clone();
	}

	Cell cell() {
		return cell;
	}

	Weights weights() {
		return weights;
	}

	double[] input() {
		return input.clone();
	}

	int size() {
		return cell.state().size();
	}

	@Override
	public void close() {
		for (int k = 0; k < batches.length; k++) {
			if (batches[k] != null) {
				batches[k].close();
				batches[k] = null;
			}
		}
	}

	/** F(x*, h) - h for each state, by the cell's fast pass. */
	double[][] residuals(double[][] states) {
		int size = size();
		double[] flat = new double[states.length * size];
		for (int row = 0; row < states.length; row++) {
			System.arraycopy(states[row], 0, flat, row * size, size);
		}
		double[] residuals = new double[flat.length];
		residuals(flat, states.length, residuals);
		double[][] rows = new double[states.length][];
		for (int row = 0; row < states.length; row++) {
			rows[row] = Arrays.copyOfRange(residuals, row * size, (row + 1) * size);
		}
		return rows;
	}

	/**
	 * F(x*, h) - h for states that lie one after the other.
	 *
	 * @param states    [row, state], of which the first rows count
	 * @param rows      how many
	 * @param residuals [row, state], whose first rows are written
	 */
	void residuals(double[] states, int rows, double[] residuals) {
		for (int from = 0; from < rows;) {
			StepBatch batch = batch(rows - from);
			int count = Math.min(batch.rows(), rows - from);
			batch.residuals(states, from, count, residuals);
			from += count;
		}
	}

	/** The batch that takes so many states in the shortest time: the next larger one if it is at least half full. */
	private StepBatch batch(int wanted) {
		int k = 0;
		while (k < BATCHES.length - 1 && wanted <= BATCHES[k] / 2) {
			k++;
		}
		if (batches[k] == null) {
			batches[k] = new StepBatch(cell, weights, input, BATCHES[k]);
		}
		return batches[k];
	}

	/** dF/dh for each state, [batch, next state, state]. */
	INDArray jacobians(double[][] states) {
		return cell.stateJacobian(weights, inputs(states.length), NativeArrays.of(states));
	}

	/** The eigenvalues of dF/dh at a state, largest modulus first. */
	List<Complex> eigenvalues(double[] state) {
		INDArray jacobian = jacobians(new double[][] { state });
		return Lapack.eigenvalues(NativeArrays.of(NativeArrays.values(jacobian), size(), size()));
	}

	/** The order in which draws and sorted lists take the state's values. */
	StateOrder order() {
		return StateOrder.of(cell, weights, input);
	}

	/** The constant input once per row, [batch, input]. */
	INDArray inputs(int batch) {
		double[][] rows = new double[batch][];
		Arrays.fill(rows, input);
		return NativeArrays.of(rows);
	}

	/** q of one row of a batch: half the squared distance of a state and the next one. */
	static double q(double[] next, double[] states, int from, int size) {
		double sum = 0;
		for (int i = from; i < from + size; i++) {
			sum += (next[i] - states[i]) * (next[i] - states[i]);
		}
		return sum / 2;
	}

	/** q = 1/2 |F(x*, h) - h|^2 from the residual. */
	static double q(double[] residual) {
		double sum = 0;
		for (double value : residual) {
			sum += value * value;
		}
		return sum / 2;
	}
}
