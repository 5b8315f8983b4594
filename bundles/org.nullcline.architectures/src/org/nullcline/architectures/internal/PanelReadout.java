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
	/** [rows, output], of one step, without bias */
	private final Panels values;
	/** [steps x rows, output]: dL/doutput */
	private final Panels gradients;
	/** [output, unit] */
	private final Panels weightGradient;
	/** [batch, output], of one step */
	private final double[] read;
	/** Empty where there is none. */
	private double[] bias = {};

	PanelReadout(PanelKernels kernels, int units, int steps, int batch, int rows, int outputs) {
		this.kernels = kernels;
		this.units = units;
		this.steps = steps;
		this.batch = batch;
		this.rows = rows;
		this.outputs = outputs;
		weight = kernels.allocate(kernels.panels(units) * kernels.width(), outputs);
		values = kernels.allocate(rows, outputs);
		read = new double[batch * outputs];
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
		bias = weights.holds(Network.READOUT_BIAS) ? NativeArrays.values(weights.get(Network.READOUT_BIAS)) : new double[0];
		kernels.readTransposed(NativeArrays.memory(weights.get(Network.READOUT_WEIGHT)), 0, units, units, outputs, weight, 0, 0);
		Reference.reachabilityFence(weights);
	}

	/** Reads out the states of a step to an array [time, trial, output]. */
	void read(Panels states, int stateRow, int step, INDArray target) {
		kernels.multiplyFewColumns(states, stateRow, weight, outputs, values, 0, rows);
		kernels.write(values, 0, 0, batch, outputs, MemorySegment.ofArray(read), 0, outputs);
		for (int k = 0; k < bias.length; k++) {
			for (int i = k; i < read.length; i += outputs) {
				read[i] += bias[k];
			}
		}
		MemorySegment.copy(read, 0, NativeArrays.memory(target), ValueLayout.JAVA_DOUBLE, (long) step * read.length * Double.BYTES,
				read.length);
		Reference.reachabilityFence(target);
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
