package org.nullcline.core.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * A batch of trials.
 *
 * @param inputs   [trial, time, input], double precision; or [trial, time] of an integer type, one symbol per step
 * @param targets  [trial, time, output]
 * @param mask     [trial, time], the weight of each step in the objective; nothing if every step counts alike. Trials of
 *                 different length are padded at the end, with weight 0
 * @param metadata one map per trial, for example its condition, or empty
 * @param rewards  of trials that a network has played in an environment, whose targets are then its actions; nothing for
 *                 trials that were drawn
 */
public record TrialBatch(INDArray inputs, INDArray targets, Optional<INDArray> mask,
		List<Map<String, String>> metadata, Optional<Rewards> rewards) {

	/** @throws IllegalArgumentException naming the array, if the shapes do not fit together */
	public TrialBatch {
		metadata = List.copyOf(metadata);
		if (inputs.rank() != 3 && !(inputs.rank() == 2 && inputs.dataType().isIntType())) {
			throw shape("inputs", "[trial, time, input]", inputs);
		}
		if (targets.rank() != 3 || targets.size(0) != inputs.size(0) || targets.size(1) != inputs.size(1)) {
			throw shape("targets", "[" + inputs.size(0) + ", " + inputs.size(1) + ", output]", targets);
		}
		if (mask.isPresent() && (mask.get().rank() != 2 || mask.get().size(0) != inputs.size(0)
				|| mask.get().size(1) != inputs.size(1))) {
			throw shape("mask", "[" + inputs.size(0) + ", " + inputs.size(1) + "]", mask.get());
		}
		if (rewards.isPresent()) {
			INDArray values = rewards.get().values();
			if (values.rank() != 2 || values.size(0) != inputs.size(0) || values.size(1) != inputs.size(1)) {
				throw shape("rewards", "[" + inputs.size(0) + ", " + inputs.size(1) + "]", values);
			}
		}
		if (!metadata.isEmpty() && metadata.size() != inputs.size(0)) {
			throw new IllegalArgumentException(
					"metadata: expected " + inputs.size(0) + " entries, found " + metadata.size());
		}
	}

	/** Trials that were drawn. */
	public TrialBatch(INDArray inputs, INDArray targets, Optional<INDArray> mask, List<Map<String, String>> metadata) {
		this(inputs, targets, mask, metadata, Optional.empty());
	}

	/** Trials of equal weight without metadata. */
	public TrialBatch(INDArray inputs, INDArray targets) {
		this(inputs, targets, Optional.empty(), List.of());
	}

	/**
	 * The same trials with dense inputs: symbols become one-hot.
	 *
	 * @param channels number of input channels
	 * @throws IllegalArgumentException naming the array, if the inputs have other channels or a symbol is none of them
	 */
	public TrialBatch withDenseInputs(int channels) {
		if (inputs.rank() == 3) {
			if (inputs.size(2) != channels) {
				throw shape("inputs", "[" + trials() + ", " + steps() + ", " + channels + "]", inputs);
			}
			return this;
		}
		double[] oneHot = new double[Math.multiplyExact(trials() * steps(), channels)];
		for (int i = 0; i < trials() * steps(); i++) {
			int symbol = inputs.getInt(i / steps(), i % steps());
			if (symbol < 0 || symbol >= channels) {
				throw new IllegalArgumentException(
						"inputs: expected symbols from 0 to " + (channels - 1) + ", found " + symbol);
			}
			oneHot[i * channels + symbol] = 1;
		}
		return new TrialBatch(NativeArrays.of(oneHot, trials(), steps(), channels), targets, mask, metadata,
				rewards);
	}

	/** The same trials with other inputs of the same shape. */
	public TrialBatch withInputs(INDArray others) {
		return new TrialBatch(others, targets, mask, metadata, rewards);
	}

	/** Frees the arrays, which nobody may use any more. */
	public void close() {
		close(inputs);
		close(targets);
		mask.ifPresent(TrialBatch::close);
		rewards.ifPresent(given -> close(given.values()));
	}

	private static void close(INDArray array) {
		// A view shares its memory and cannot be closed.
		if (array.closeable()) {
			array.close();
		}
	}

	/** Number of trials. */
	public int trials() {
		return (int) inputs.size(0);
	}

	/** Number of time steps, padding included. */
	public int steps() {
		return (int) inputs.size(1);
	}

	private static IllegalArgumentException shape(String name, String expected, INDArray found) {
		return new IllegalArgumentException(
				name + ": expected shape " + expected + ", found " + java.util.Arrays.toString(found.shape()));
	}
}
