package org.example.sparse;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.SequencePass;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.NativeArrays;

// [snippet: pass]
/** Runs sequences and goes back through them, in time that grows with the number of connections that exist. */
final class LocalSparsePass implements SequencePass {

	private final LocalSparseCell cell;
	private final int steps;
	private final int batch;
	private LocalSparseRows rows;
	private double[][] inputs;
	private double[][] initial;
	/** [time * trial][unit]; states are what follows from them, the activity before noise is needed on the way back. */
	private double[][] states;
	private double[][] activity;
	private double[][] inputGradient;

	LocalSparsePass(LocalSparseCell cell, int steps, int batch) {
		this.cell = cell;
		this.steps = steps;
		this.batch = batch;
	}

	@Override
	public void forward(Weights weights, SequenceInputs sequence) {
		rows = new LocalSparseRows(cell, weights);
		inputs = NativeArrays.rows(sequence.inputs().reshape((long) steps * batch, cell.inputs()));
		initial = NativeArrays.rows(sequence.initialState());
		double[] noise = sequence.stateNoise().map(NativeArrays::values).orElse(null);
		states = new double[steps * batch][];
		activity = new double[steps * batch][];
		for (int row = 0; row < steps * batch; row++) {
			activity[row] = rows.next(inputs[row], before(row));
			states[row] = activity[row].clone();
			for (int i = 0; noise != null && i < cell.units(); i++) {
				states[row][i] += noise[row * cell.units() + i];
			}
		}
	}

	@Override
	public INDArray states() {
		return NativeArrays.of(states).reshape(steps, batch, cell.units());
	}

	/** delta = (dL/dh' + W' delta of the step after) (1 - h'^2), and from it the derivatives by W, V, b, x and h. */
	@Override
	public INDArray backward(INDArray stateGradient, Weights gradient) {
		double[][] direct = NativeArrays.rows(stateGradient.reshape((long) steps * batch, cell.units()));
		double[][] carry = new double[batch][cell.units()];
		double[][] input = new double[cell.units()][cell.inputs()];
		double[][] recurrent = new double[cell.units()][cell.units()];
		double[] bias = new double[cell.units()];
		inputGradient = new double[steps * batch][cell.inputs()];
		for (int row = steps * batch - 1; row >= 0; row--) {
			double[] next = new double[cell.units()];
			double[] h = before(row);
			for (int i = 0; i < cell.units(); i++) {
				double slope = 1 - activity[row][i] * activity[row][i];
				double delta = (direct[row][i] + carry[row % batch][i]) * slope;
				bias[i] += delta;
				for (int k = 0; k < cell.inputs(); k++) {
					input[i][k] += delta * inputs[row][k];
					inputGradient[row][k] += delta * rows.input[i][k];
				}
				for (int j : rows.near[i]) {
					recurrent[i][j] += delta * h[j];
					next[j] += delta * rows.recurrent[i][j];
				}
			}
			carry[row % batch] = next;
		}
		add(gradient, LocalSparseCell.INPUT, NativeArrays.of(input));
		add(gradient, LocalSparseCell.RECURRENT, NativeArrays.of(recurrent));
		add(gradient, LocalSparseCell.BIAS, NativeArrays.of(bias, bias.length));
		return NativeArrays.of(carry);
	}
	// [end]

	/** Arrays that are not asked for are not differentiated. */
	private static void add(Weights gradient, String name, INDArray derivative) {
		if (gradient.holds(name)) {
			gradient.get(name).addi(derivative);
		}
	}

	private double[] before(int row) {
		return row < batch ? initial[row] : states[row - batch];
	}

	@Override
	public INDArray inputGradient() {
		return NativeArrays.of(inputGradient).reshape(steps, batch, cell.inputs());
	}

	@Override
	public void close() {
		// Nothing lies outside the Java heap.
	}
}
