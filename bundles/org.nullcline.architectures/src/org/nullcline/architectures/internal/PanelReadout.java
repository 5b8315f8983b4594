package org.nullcline.architectures.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Weights;
import org.nullcline.kernels.PanelKernels;
import org.nullcline.kernels.Panels;
import org.nullcline.linearalgebra.NativeArrays;

/** The readout over a sequence: outputs from states, and on the way back its own gradients. */
final class PanelReadout {

	private final PanelKernels kernels;
	private final int units;
	private final int steps;
	private final int batch;
	/** Trials of a step, filled up to a block. */
	private final int rows;
	private final int outputs;
	/** [unit, output] */
	private final Panels weight;
	/** [steps x rows, output], without bias */
	private final Panels values;
	/** [steps x rows, output]: dL/doutput */
	private final Panels gradients;
	/** [output, unit] */
	private final Panels weightGradient;

	PanelReadout(PanelKernels kernels, int units, int steps, int batch, int rows, int outputs) {
		this.kernels = kernels;
		this.units = units;
		this.steps = steps;
		this.batch = batch;
		this.rows = rows;
		this.outputs = outputs;
		weight = kernels.allocate(kernels.panels(units) * kernels.width(), outputs);
		values = kernels.allocate(steps * rows, outputs);
		gradients = kernels.allocate(steps * rows, outputs);
		weightGradient = kernels.allocate(kernels.panels(outputs) * kernels.width(), units);
	}

	int outputs() {
		return outputs;
	}

	/** dL/doutput, [steps x rows, output]. */
	Panels gradients() {
		return gradients;
	}

	void pack(Weights weights) {
		kernels.readTransposed(NativeArrays.memory(weights.get(Network.READOUT_WEIGHT)), 0, units, units, outputs, weight, 0, 0);
		Reference.reachabilityFence(weights);
	}

	/** Reads out some rows of states. */
	void read(Panels states, int stateRow, int row, int count) {
		kernels.multiplyFewColumns(states, stateRow, weight, outputs, values, row, count);
	}

	/** Writes the outputs, with bias, to an array [time, trial, output]. */
	void write(Weights weights, INDArray target) {
		MemorySegment memory = NativeArrays.memory(target);
		for (int t = 0; t < steps; t++) {
			kernels.write(values, t * rows, 0, batch, outputs, memory, (long) t * batch * outputs, outputs);
		}
		if (weights.holds(Network.READOUT_BIAS)) {
			addToRows(memory, NativeArrays.values(weights.get(Network.READOUT_BIAS)));
		}
		Reference.reachabilityFence(target);
	}

	private void addToRows(MemorySegment matrix, double[] bias) {
		double[] row = new double[batch * outputs];
		for (int t = 0; t < steps; t++) {
			long at = (long) t * row.length * Double.BYTES;
			MemorySegment.copy(matrix, ValueLayout.JAVA_DOUBLE, at, row, 0, row.length);
			for (int k = 0; k < outputs; k++) {
				for (int i = k; i < row.length; i += outputs) {
					row[i] += bias[k];
				}
			}
			MemorySegment.copy(row, 0, matrix, ValueLayout.JAVA_DOUBLE, at, row.length);
		}
	}

	/** Takes dL/doutput, [time, trial, output], and adds what it gives to the gradient by the bias, if wanted. */
	void takeGradients(INDArray outputGradient, Weights gradient) {
		MemorySegment memory = NativeArrays.memory(outputGradient);
		for (int t = 0; t < steps; t++) {
			kernels.read(memory, (long) t * batch * outputs, outputs, batch, outputs, gradients, t * rows, 0);
		}
		if (gradient.holds(Network.READOUT_BIAS)) {
			addColumnSums(memory, gradient.get(Network.READOUT_BIAS));
		}
		Reference.reachabilityFence(outputGradient);
		if (gradient.holds(Network.READOUT_WEIGHT)) {
			kernels.fill(weightGradient, 0, weightGradient.rows(), 0);
		}
	}

	private void addColumnSums(MemorySegment outputGradient, INDArray target) {
		double[] sums = NativeArrays.values(target);
		double[] row = new double[batch * outputs];
		for (int t = 0; t < steps; t++) {
			MemorySegment.copy(outputGradient, ValueLayout.JAVA_DOUBLE, (long) t * row.length * Double.BYTES, row, 0, row.length);
			for (int k = 0; k < outputs; k++) {
				for (int i = k; i < row.length; i += outputs) {
					sums[k] += row[i];
				}
			}
		}
		MemorySegment.copy(sums, 0, NativeArrays.memory(target), ValueLayout.JAVA_DOUBLE, 0, outputs);
		Reference.reachabilityFence(target);
	}

	/** Adds what some steps give to the gradient by the weights, if wanted. */
	void addWeightGradient(Weights gradient, Panels states, int stateRow, int row, int count) {
		if (gradient.holds(Network.READOUT_WEIGHT)) {
			kernels.multiplyTransposed(gradients, row, outputs, states, stateRow, units, count, weightGradient, 0);
		}
	}

	/** Adds the sums over all steps to the gradient by the weights, if wanted. */
	void finish(Weights gradient) {
		if (gradient.holds(Network.READOUT_WEIGHT)) {
			INDArray target = gradient.get(Network.READOUT_WEIGHT);
			kernels.addTo(weightGradient, 0, 0, outputs, units, NativeArrays.memory(target), 0, units);
			Reference.reachabilityFence(target);
		}
	}
}
