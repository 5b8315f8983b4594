package org.nullcline.architectures.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.architectures.internal.PanelPass.Blocks;
import org.nullcline.core.network.Network;
import org.nullcline.core.network.Weights;
import org.nullcline.kernels.PanelKernels;
import org.nullcline.kernels.Panels;
import org.nullcline.linearalgebra.NativeArrays;

/** Packs the weights of a layer into panels, as the products of a {@link PanelPass} want them. */
final class PackedWeights {

	private final PanelKernels kernels;
	private final Blocks blocks;
	private final WeightNames names;
	private final int units;
	private final int channels;
	private final boolean biases;
	/** Columns of one block, filled up to whole panels. */
	private final int blockWidth;
	/** Whether to look first if the weights have changed at all. */
	private final boolean remembers;
	/** What was packed last, in the order of {@link #driving}; empty until then. */
	private List<double[]> last = List.of();

	/**
	 * @param remembers whether the weights are likely to stay the same from call to call: to compare them costs a fraction of
	 *                  what it costs to pack them
	 */
	PackedWeights(PanelKernels kernels, RecurrentLayer layer, Blocks blocks, boolean remembers) {
		this.kernels = kernels;
		this.blocks = blocks;
		this.remembers = remembers;
		names = layer.options().names();
		biases = layer.options().biases();
		units = layer.units();
		channels = layer.inputs();
		blockWidth = kernels.panels(units) * kernels.width();
	}

	/** Rows of the inputs' part of the drives: the channels, and the biases where there are some. */
	int inputRows() {
		return channels + (biases ? 1 : 0);
	}

	/** The weights of all drives, [state, then input and bias, gate and unit]. */
	void drive(Weights weights, Panels target) {
		if (remembers) {
			if (isLast(weights)) {
				return;
			}
			last = driving().map(name -> NativeArrays.values(weights.get(name))).toList();
		}
		MemorySegment recurrent = NativeArrays.memory(weights.get(names.recurrentWeight()));
		MemorySegment input = NativeArrays.memory(weights.get(names.inputWeight()));
		for (int block = 0; block < blocks.count(); block++) {
			int column = block * blockWidth;
			if (blocks.recurrent()[block] >= 0) {
				kernels.readTransposed(recurrent, (long) blocks.recurrent()[block] * units * units, units, units, units, target,
						0, column);
			}
			if (blocks.input()[block] >= 0) {
				kernels.readTransposed(input, (long) blocks.input()[block] * units * channels, channels, channels, units, target,
						blockWidth, column);
			}
			if (biases) {
				kernels.read(MemorySegment.ofArray(bias(weights, block)), 0, units, 1, units, target, blockWidth + channels,
						column);
			}
		}
		Reference.reachabilityFence(weights);
	}

	/** Names of the arrays that {@link #drive} packs. */
	private Stream<String> driving() {
		Stream<String> both = Stream.of(names.recurrentWeight(), names.inputWeight());
		return biases ? Stream.concat(both, Stream.of(names.recurrentBias(), names.inputBias())) : both;
	}

	/** Whether the weights are, bit by bit, those packed last, always into the same panels. */
	private boolean isLast(Weights weights) {
		Iterator<double[]> before = last.iterator();
		boolean same = !last.isEmpty()
				&& driving().allMatch(name -> NativeArrays.memory(weights.get(name)).mismatch(MemorySegment.ofArray(before.next())) < 0);
		Reference.reachabilityFence(weights);
		return same;
	}

	/** The sum of the biases that a block sees. */
	private double[] bias(Weights weights, int block) {
		double[] sum = new double[units];
		add(weights.get(names.inputBias()), blocks.input()[block], sum);
		add(weights.get(names.recurrentBias()), blocks.recurrentBias()[block], sum);
		return sum;
	}

	private static void add(INDArray bias, int block, double[] sum) {
		MemorySegment memory = NativeArrays.memory(bias);
		for (int i = 0; block >= 0 && i < sum.length; i++) {
			sum[i] += memory.getAtIndex(ValueLayout.JAVA_DOUBLE, (long) block * sum.length + i);
		}
		Reference.reachabilityFence(bias);
	}

	/**
	 * The weights by which derivatives flow back, [driven gate and unit, then output, unit].
	 *
	 * @param outputs number of outputs whose derivatives flow back as well; 0 for none
	 * @param reused  what was returned before, or null
	 */
	Panels back(Weights weights, int outputs, Panels reused) {
		int driven = blocks.drivenBlocks() * blockWidth;
		Panels back = reused == null || reused.rows() < driven + outputs ? kernels.allocate(driven + outputs, units) : reused;
		MemorySegment recurrent = NativeArrays.memory(weights.get(names.recurrentWeight()));
		for (int block = 0; block < blocks.drivenBlocks(); block++) {
			kernels.read(recurrent, (long) blocks.recurrent()[block] * units * units, units, units, units, back,
					block * blockWidth, 0);
		}
		if (outputs > 0) {
			kernels.read(NativeArrays.memory(weights.get(Network.READOUT_WEIGHT)), 0, units, outputs, units, back, driven, 0);
		}
		Reference.reachabilityFence(weights);
		return back;
	}

	/** One block of W_hh as it is, for products with derivatives. */
	Panels recurrentBlock(Weights weights, int block, Panels reused) {
		Panels packed = reused == null ? kernels.allocate(blockWidth, units) : reused;
		kernels.read(NativeArrays.memory(weights.get(names.recurrentWeight())), (long) block * units * units, units, units,
				units, packed, 0, 0);
		Reference.reachabilityFence(weights);
		return packed;
	}

	/** One block of the input's weights alone, with the bias of b_ih. */
	Panels inputBlock(Weights weights, int block, Panels reused) {
		Panels packed = reused == null ? kernels.allocate(Math.max(1, inputRows()), units) : reused;
		kernels.readTransposed(NativeArrays.memory(weights.get(names.inputWeight())), (long) block * units * channels, channels,
				channels, units, packed, 0, 0);
		if (biases) {
			kernels.read(NativeArrays.memory(weights.get(names.inputBias())), (long) block * units, units, 1, units, packed,
					channels, 0);
		}
		Reference.reachabilityFence(weights);
		return packed;
	}

	/** The weights of the inputs by which derivatives flow back to them, [gate and unit, channel]. */
	Panels backToInputs(Weights weights) {
		Panels packed = kernels.allocate(blocks.count() * blockWidth, channels);
		MemorySegment weight = NativeArrays.memory(weights.get(names.inputWeight()));
		for (int block = 0; block < blocks.count(); block++) {
			if (blocks.input()[block] >= 0) {
				kernels.read(weight, (long) blocks.input()[block] * units * channels, channels, units, channels, packed,
						block * blockWidth, 0);
			}
		}
		Reference.reachabilityFence(weights);
		return packed;
	}
}
