package org.nullcline.architectures.internal;

import java.lang.ref.Reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.architectures.internal.PanelPass.Blocks;
import org.nullcline.core.network.Weights;
import org.nullcline.kernels.PanelKernels;
import org.nullcline.kernels.Panels;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The gradients by a layer's weights, added up in panels, a few steps at once while these are in the cache: products over all
 * steps at the end would have to fetch them again.
 */
final class WeightGradients {

	private final PanelKernels kernels;
	private final Blocks blocks;
	private final WeightNames names;
	private final int units;
	private final int channels;
	private final boolean biases;
	private final int inputColumns;
	private final int blockWidth;
	/** [gate and unit, unit], made when first wanted */
	private Panels recurrent;
	/**
	 * [input and 1, gate and unit], made when first wanted. Transposed, since there are fewer inputs than gates: few rows cost
	 * less than few columns.
	 */
	private Panels input;

	WeightGradients(PanelKernels kernels, RecurrentLayer layer, Blocks blocks) {
		this.kernels = kernels;
		this.blocks = blocks;
		names = layer.options().names();
		biases = layer.options().biases();
		units = layer.units();
		channels = layer.inputs();
		inputColumns = channels + (biases ? 1 : 0);
		blockWidth = kernels.panels(units) * kernels.width();
	}

	/** Sets to zero what is wanted. */
	void prepare(Weights gradient) {
		if (wantsRecurrent(gradient)) {
			if (recurrent == null) {
				recurrent = kernels.allocate(blocks.count() * blockWidth, units);
			}
			kernels.fill(recurrent, 0, recurrent.rows(), 0);
		}
		if (wantsInput(gradient)) {
			if (input == null) {
				input = kernels.allocate(kernels.panels(Math.max(1, inputColumns)) * kernels.width(), blocks.count() * blockWidth);
			}
			kernels.fill(input, 0, input.rows(), 0);
		}
	}

	boolean wantsRecurrent(Weights gradient) {
		return gradient.holds(names.recurrentWeight());
	}

	private boolean wantsInput(Weights gradient) {
		return gradient.holds(names.inputWeight())
				|| biases && (gradient.holds(names.inputBias()) || gradient.holds(names.recurrentBias()));
	}

	/**
	 * Adds what some steps give.
	 *
	 * @param gates    derivatives by the drives
	 * @param gateRow  where the steps begin in them
	 * @param states   what the drives saw
	 * @param stateRow where the steps begin in them
	 * @param inputs   with a 1 where there are biases
	 * @param inputRow where the steps begin in them
	 * @param count    number of rows
	 */
	void add(Weights gradient, Panels gates, int gateRow, Panels states, int stateRow, Panels inputs, int inputRow, int count) {
		if (wantsRecurrent(gradient)) {
			kernels.multiplyTransposed(gates, gateRow, blocks.drivenBlocks() * blockWidth, states, stateRow, units, count, recurrent, 0);
		}
		if (wantsInput(gradient)) {
			kernels.multiplyTransposed(inputs, inputRow, inputColumns, gates, gateRow, blocks.count() * blockWidth, count, input, 0);
		}
	}

	/** The sums of recurrent weights so far, for a cell that has more to add to them. */
	Panels recurrent() {
		return recurrent;
	}

	/** Adds the sums to the arrays that are wanted. */
	void finish(Weights gradient) {
		for (int block = 0; block < blocks.count(); block++) {
			if (blocks.recurrent()[block] >= 0 && wantsRecurrent(gradient)) {
				INDArray target = gradient.get(names.recurrentWeight());
				kernels.addTo(recurrent, block * blockWidth, 0, units, units, NativeArrays.memory(target),
						(long) blocks.recurrent()[block] * units * units, units);
				Reference.reachabilityFence(target);
			}
			if (blocks.input()[block] >= 0 && gradient.holds(names.inputWeight())) {
				addInput(0, block, channels, gradient.get(names.inputWeight()),
						(long) blocks.input()[block] * units * channels, channels);
			}
			// Biases are the weights of an input that is always 1.
			if (blocks.input()[block] >= 0 && biases && gradient.holds(names.inputBias())) {
				addInput(channels, block, 1, gradient.get(names.inputBias()), (long) blocks.input()[block] * units, 1);
			}
			if (blocks.recurrentBias()[block] >= 0 && biases && gradient.holds(names.recurrentBias())) {
				addInput(channels, block, 1, gradient.get(names.recurrentBias()), (long) blocks.recurrentBias()[block] * units,
						1);
			}
		}
	}

	private void addInput(int row, int block, int count, INDArray target, long offset, int stride) {
		kernels.addTransposedTo(input, row, block * blockWidth, count, units, NativeArrays.memory(target), offset, stride);
		Reference.reachabilityFence(target);
	}
}
