package org.nullcline.dynamics;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Cell;
import org.nullcline.core.network.Precision;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.Complex;
import org.nullcline.linearalgebra.Lapack;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The map h -> F(x*, h) of a cell under constant input. Holds buffers, so each belongs to one thread. Closing it
 * frees them; if it is used again, it takes new ones.
 */
final class AutonomousMap implements AutoCloseable {

	/** States that are computed at once. */
	private static final int CHUNK = 64;

	private final Cell cell;
	private final Weights weights;
	private final double[] input;
	private SequencePass pass;
	private INDArray chunkInputs;
	private INDArray chunkStates;

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
		if (pass != null) {
			pass.close();
			chunkInputs.close();
			chunkStates.close();
			pass = null;
		}
	}

	/** F(x*, h) - h for each state, by the cell's fast pass. */
	double[][] residuals(double[][] states) {
		double[][] residuals = new double[states.length][];
		for (int from = 0; from < states.length; from += CHUNK) {
			residuals(states, residuals, from, Math.min(CHUNK, states.length - from));
		}
		return residuals;
	}

	/** Rows from one on; the pass is kept, and rows that are not needed repeat the last one. */
	private void residuals(double[][] states, double[][] residuals, int from, int count) {
		if (pass == null) {
			pass = cell.sequence(1, CHUNK, Precision.DOUBLE);
			chunkInputs = NativeArrays.of(NativeArrays.values(inputs(CHUNK)), 1, CHUNK, cell.inputs());
			chunkStates = NativeArrays.zeros(CHUNK, size());
		}
		int size = size();
		double[] values = new double[CHUNK * size];
		for (int row = 0; row < CHUNK; row++) {
			System.arraycopy(states[from + Math.min(row, count - 1)], 0, values, row * size, size);
		}
		MemorySegment.copy(values, 0, NativeArrays.memory(chunkStates), ValueLayout.JAVA_DOUBLE, 0, values.length);
		pass.forward(weights, new SequenceInputs(chunkInputs, chunkStates));
		double[] next = NativeArrays.values(pass.states());
		for (int row = 0; row < count; row++) {
			double[] residual = new double[size];
			for (int i = 0; i < size; i++) {
				residual[i] = next[row * size + i] - values[row * size + i];
			}
			residuals[from + row] = residual;
		}
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
