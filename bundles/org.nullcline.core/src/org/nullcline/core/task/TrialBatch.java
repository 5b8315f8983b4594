package org.nullcline.core.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A batch of trials.
 *
 * @param inputs   [trial, time, input], double precision; or [trial, time] of an integer type, one symbol per step
 * @param targets  [trial, time, output]
 * @param mask     [trial, time], the weight of each step in the objective; nothing if every step counts alike. Trials of
 *                 different length are padded at the end, with weight 0
 * @param metadata one map per trial, for example its condition, or empty
 */
public record TrialBatch(INDArray inputs, INDArray targets, Optional<INDArray> mask,
		List<Map<String, String>> metadata) {

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
		if (!metadata.isEmpty() && metadata.size() != inputs.size(0)) {
			throw new IllegalArgumentException(
					"metadata: expected " + inputs.size(0) + " entries, found " + metadata.size());
		}
	}

	/** Trials of equal weight without metadata. */
	public TrialBatch(INDArray inputs, INDArray targets) {
		this(inputs, targets, Optional.empty(), List.of());
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
