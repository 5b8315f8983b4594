package org.nullcline.tasks.memory.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The K-bit flip-flop: x[t,k] = s b with b ~ Bernoulli(p) and s = +-1; y[t,k] = x[t,k] if that is a pulse, else y[t-1,k]
 * (Maheswaranathan et al. 2019, figure 1a).
 */
record FlipFlop(int bits, int steps, double pulseProbability, Start start) implements TrialTask {

	/** Steps that do not count when trials start at -1. */
	private static final int SETTLING_STEPS = 5;

	/** What is asked before a channel's first pulse. */
	enum Start {
		PULSE_AT_START("pulse-at-start", 0), MINUS_ONE("minus-one", -1), ZERO_UNTIL_PULSE("zero-until-pulse", 0);

		private final String id;
		private final double target;

		Start(String id, double target) {
			this.id = id;
			this.target = target;
		}

		static Start of(String id) {
			for (Start start : values()) {
				if (start.id.equals(id)) {
					return start;
				}
			}
			throw new IllegalArgumentException("no such start: " + id);
		}
	}

	FlipFlop {
		if (start == Start.MINUS_ONE && steps <= SETTLING_STEPS) {
			throw new IllegalArgumentException("parameter 'steps': with start minus-one the first " + SETTLING_STEPS
					+ " steps do not count, so a trial needs more than " + steps);
		}
	}

	@Override
	public int inputs() {
		return bits;
	}

	@Override
	public int outputs() {
		return bits;
	}

	@Override
	public TrialBatch trials(int count, RandomStream random) {
		long size = (long) count * steps * bits;
		if (size > Integer.MAX_VALUE / Double.BYTES) {
			throw new IllegalArgumentException(
					count + " trials of " + steps + " steps are too many; make trials shorter or batches smaller");
		}
		double[] inputs = new double[(int) size];
		double[] targets = new double[inputs.length];
		for (int trial = 0; trial < count; trial++) {
			for (int t = 0; t < steps; t++) {
				for (int k = 0; k < bits; k++) {
					int at = (trial * steps + t) * bits + k;
					// Both numbers are always drawn, so that no pulse shifts the stream for those after it.
					boolean pulse = random.nextDouble() < pulseProbability;
					double sign = random.nextDouble() < 0.5 ? -1 : 1;
					inputs[at] = pulse || t == 0 && start == Start.PULSE_AT_START ? sign : 0;
					targets[at] = inputs[at] != 0 ? inputs[at] : t == 0 ? start.target : targets[at - bits];
				}
			}
		}
		return new TrialBatch(NativeArrays.of(inputs, count, steps, bits), NativeArrays.of(targets, count, steps, bits),
				start == Start.MINUS_ONE ? Optional.of(settlingMask(count)) : Optional.empty(), finalMemories(targets, count));
	}

	@Override
	public List<double[]> memories() {
		List<double[]> memories = new ArrayList<>();
		for (int code = 0; code < 1 << bits; code++) {
			double[] memory = new double[bits];
			for (int k = 0; k < bits; k++) {
				memory[k] = (code >> k & 1) == 0 ? -1 : 1;
			}
			memories.add(memory);
		}
		return memories;
	}

	private INDArray settlingMask(int count) {
		double[] mask = new double[count * steps];
		for (int i = 0; i < mask.length; i++) {
			mask[i] = i % steps < SETTLING_STEPS ? 0 : 1;
		}
		return NativeArrays.of(mask, count, steps);
	}

	/** The condition of a trial is the memory that it ends in: "+-+". */
	private List<Map<String, String>> finalMemories(double[] targets, int count) {
		List<Map<String, String>> metadata = new ArrayList<>();
		for (int trial = 0; trial < count; trial++) {
			StringBuilder memory = new StringBuilder();
			for (int k = 0; k < bits; k++) {
				double value = targets[((trial + 1) * steps - 1) * bits + k];
				memory.append(value > 0 ? '+' : value < 0 ? '-' : '0');
			}
			metadata.add(Map.of("condition", memory.toString()));
		}
		return metadata;
	}
}
