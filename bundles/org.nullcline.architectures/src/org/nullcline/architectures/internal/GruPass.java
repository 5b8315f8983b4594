package org.nullcline.architectures.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static org.nullcline.architectures.internal.WeightNames.INPUT_BIAS;
import static org.nullcline.architectures.internal.WeightNames.INPUT_WEIGHT;
import static org.nullcline.architectures.internal.WeightNames.RECURRENT_BIAS;
import static org.nullcline.architectures.internal.WeightNames.RECURRENT_WEIGHT;

import java.lang.foreign.MemorySegment;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.SequenceInputs;
import org.nullcline.core.network.Weights;
import org.nullcline.linearalgebra.Blas;
import org.nullcline.linearalgebra.NativeArrays;

/** Gated recurrent unit over a sequence; see {@link GruCell} for the equations. */
final class GruPass extends PassBuffers {

	private final boolean resetAfter;
	private final int width;
	/** [steps, batch, 3 units]: W_i x on the way forward, then r, z, n; on the way back dL/d(W_i x). */
	private final INDArray gates;
	private final MemorySegment gatesMemory;
	/** [steps, batch, unit]: W_hn h + b_hn (reset-after) or r h (reset-before). */
	private final INDArray candidateInput;
	private final MemorySegment candidateInputMemory;
	/** [batch, 3 units]: W_h h of one step. */
	private final INDArray recurrent;
	private final MemorySegment recurrentMemory;
	/** [steps, batch, 3 units]: dL/d(W_h h); for reset-before the same as dL/d(W_i x). */
	private final INDArray recurrentDelta;
	private final MemorySegment recurrentDeltaMemory;
	/** [batch, unit]: dL/d(r h) of one step, reset-before only. */
	private final INDArray seenDelta;
	private final MemorySegment seenDeltaMemory;
	private Weights weights;

	GruPass(int steps, int batch, int inputs, int units, boolean resetAfter) {
		super(steps, batch, inputs, units);
		this.resetAfter = resetAfter;
		width = 3 * units;
		gates = buffer(steps, batch, width);
		gatesMemory = NativeArrays.memory(gates);
		candidateInput = buffer(steps, batch, units);
		candidateInputMemory = NativeArrays.memory(candidateInput);
		recurrent = buffer(batch, width);
		recurrentMemory = NativeArrays.memory(recurrent);
		recurrentDelta = resetAfter ? buffer(steps, batch, width) : gates;
		recurrentDeltaMemory = NativeArrays.memory(recurrentDelta);
		seenDelta = buffer(batch, units);
		seenDeltaMemory = NativeArrays.memory(seenDelta);
	}

	@Override
	public void forward(Weights used, SequenceInputs driven) {
		INDArray sequence = driven.inputs();
		INDArray initialState = driven.initialState();
		begin(sequence, initialState);
		weights = used;
		INDArray w = weights.get(RECURRENT_WEIGHT);
		projectInputs(weights.get(INPUT_WEIGHT), gates, width);
		double[] inputBias = NativeArrays.values(weights.get(INPUT_BIAS));
		double[] recurrentBias = NativeArrays.values(weights.get(RECURRENT_BIAS));
		for (int t = 0; t < steps; t++) {
			Blas.multiply(false, true, batch, resetAfter ? width : 2 * units, units, 1, before(t), beforeOffset(t), units, w, 0,
					units, 0, recurrent, 0, width);
			MemorySegment previous = NativeArrays.memory(before(t));
			long previousAt = beforeOffset(t);
			long at = (long) t * batch * units;
			for (int b = 0; b < batch; b++) {
				long h = (long) b * units;
				long x = 3 * (at + h);
				for (int i = 0; i < units; i++) {
					long local = 3 * h + i;
					double r = sigmoid(gate(x + i, inputBias[i]) + recurrentMemory.getAtIndex(JAVA_DOUBLE, local) + recurrentBias[i]);
					double z = sigmoid(gate(x + units + i, inputBias[units + i])
							+ recurrentMemory.getAtIndex(JAVA_DOUBLE, local + units) + recurrentBias[units + i]);
					gatesMemory.setAtIndex(JAVA_DOUBLE, x + i, r);
					gatesMemory.setAtIndex(JAVA_DOUBLE, x + units + i, z);
					candidateInputMemory.setAtIndex(JAVA_DOUBLE, at + h + i,
							resetAfter ? recurrentMemory.getAtIndex(JAVA_DOUBLE, local + 2L * units) + recurrentBias[2 * units + i]
									: r * previous.getAtIndex(JAVA_DOUBLE, previousAt + h + i));
				}
			}
			if (!resetAfter) {
				Blas.multiply(false, true, batch, units, units, 1, candidateInput, at, units, w, 2L * units * units, units, 0,
						recurrent, 2L * units, width);
			}
			for (int b = 0; b < batch; b++) {
				long h = (long) b * units;
				long x = 3 * (at + h);
				for (int i = 0; i < units; i++) {
					double fromState = resetAfter
							? gatesMemory.getAtIndex(JAVA_DOUBLE, x + i) * candidateInputMemory.getAtIndex(JAVA_DOUBLE, at + h + i)
							: recurrentMemory.getAtIndex(JAVA_DOUBLE, 3 * h + 2L * units + i) + recurrentBias[2 * units + i];
					double n = Math.tanh(gate(x + 2L * units + i, inputBias[2 * units + i]) + fromState);
					double z = gatesMemory.getAtIndex(JAVA_DOUBLE, x + units + i);
					gatesMemory.setAtIndex(JAVA_DOUBLE, x + 2L * units + i, n);
					statesMemory.setAtIndex(JAVA_DOUBLE, at + h + i,
							(1 - z) * n + z * previous.getAtIndex(JAVA_DOUBLE, previousAt + h + i));
				}
			}
		}
	}

	private double gate(long index, double bias) {
		return gatesMemory.getAtIndex(JAVA_DOUBLE, index) + bias;
	}

	@Override
	public INDArray backward(INDArray stateGradient, Weights gradient) {
		beginBackward(stateGradient);
		MemorySegment direct = NativeArrays.memory(stateGradient);
		for (int t = steps - 1; t >= 0; t--) {
			if (resetAfter) {
				backwardResetAfter(t, direct);
			} else {
				backwardResetBefore(t, direct);
			}
		}
		addInputGradient(gates, width, gradient.get(INPUT_WEIGHT));
		addBiasGradient(gatesMemory, width, gradient.get(INPUT_BIAS));
		addBiasGradient(recurrentDeltaMemory, width, gradient.get(RECURRENT_BIAS));
		if (resetAfter) {
			addRecurrentGradient(recurrentDelta, width, 0, width, gradient.get(RECURRENT_WEIGHT), 0);
		} else {
			addRecurrentGradient(gates, width, 0, 2 * units, gradient.get(RECURRENT_WEIGHT), 0);
			Blas.multiply(true, false, units, units, steps * batch, 1, gates, 2L * units, width, candidateInput, 0, units, 1,
					gradient.get(RECURRENT_WEIGHT), 2L * units * units, units);
		}
		java.lang.ref.Reference.reachabilityFence(stateGradient);
		return carry;
	}

	private void backwardResetAfter(int t, MemorySegment direct) {
		MemorySegment previous = NativeArrays.memory(before(t));
		long previousAt = beforeOffset(t);
		long at = (long) t * batch * units;
		for (int b = 0; b < batch; b++) {
			long h = (long) b * units;
			long x = 3 * (at + h);
			for (int i = 0; i < units; i++) {
				double r = gatesMemory.getAtIndex(JAVA_DOUBLE, x + i);
				double z = gatesMemory.getAtIndex(JAVA_DOUBLE, x + units + i);
				double n = gatesMemory.getAtIndex(JAVA_DOUBLE, x + 2L * units + i);
				double dh = direct.getAtIndex(JAVA_DOUBLE, at + h + i) + carryMemory.getAtIndex(JAVA_DOUBLE, h + i);
				double candidate = dh * (1 - z) * (1 - n * n);
				double update = dh * (previous.getAtIndex(JAVA_DOUBLE, previousAt + h + i) - n) * z * (1 - z);
				double reset = candidate * candidateInputMemory.getAtIndex(JAVA_DOUBLE, at + h + i) * r * (1 - r);
				gatesMemory.setAtIndex(JAVA_DOUBLE, x + i, reset);
				gatesMemory.setAtIndex(JAVA_DOUBLE, x + units + i, update);
				gatesMemory.setAtIndex(JAVA_DOUBLE, x + 2L * units + i, candidate);
				recurrentDeltaMemory.setAtIndex(JAVA_DOUBLE, x + i, reset);
				recurrentDeltaMemory.setAtIndex(JAVA_DOUBLE, x + units + i, update);
				recurrentDeltaMemory.setAtIndex(JAVA_DOUBLE, x + 2L * units + i, candidate * r);
				carryMemory.setAtIndex(JAVA_DOUBLE, h + i, dh * z);
			}
		}
		Blas.multiply(false, false, batch, units, width, 1, recurrentDelta, 3 * at, width, weights.get(RECURRENT_WEIGHT), 0,
				units, 1, carry, 0, units);
	}

	private void backwardResetBefore(int t, MemorySegment direct) {
		MemorySegment previous = NativeArrays.memory(before(t));
		long previousAt = beforeOffset(t);
		long at = (long) t * batch * units;
		INDArray w = weights.get(RECURRENT_WEIGHT);
		for (int b = 0; b < batch; b++) {
			long h = (long) b * units;
			long x = 3 * (at + h);
			for (int i = 0; i < units; i++) {
				double z = gatesMemory.getAtIndex(JAVA_DOUBLE, x + units + i);
				double n = gatesMemory.getAtIndex(JAVA_DOUBLE, x + 2L * units + i);
				double dh = direct.getAtIndex(JAVA_DOUBLE, at + h + i) + carryMemory.getAtIndex(JAVA_DOUBLE, h + i);
				gatesMemory.setAtIndex(JAVA_DOUBLE, x + 2L * units + i, dh * (1 - z) * (1 - n * n));
				gatesMemory.setAtIndex(JAVA_DOUBLE, x + units + i,
						dh * (previous.getAtIndex(JAVA_DOUBLE, previousAt + h + i) - n) * z * (1 - z));
				carryMemory.setAtIndex(JAVA_DOUBLE, h + i, dh * z);
			}
		}
		Blas.multiply(false, false, batch, units, units, 1, gates, 3 * at + 2L * units, width, w, 2L * units * units, units,
				0, seenDelta, 0, units);
		for (int b = 0; b < batch; b++) {
			long h = (long) b * units;
			long x = 3 * (at + h);
			for (int i = 0; i < units; i++) {
				double r = gatesMemory.getAtIndex(JAVA_DOUBLE, x + i);
				double seen = seenDeltaMemory.getAtIndex(JAVA_DOUBLE, h + i);
				gatesMemory.setAtIndex(JAVA_DOUBLE, x + i,
						seen * previous.getAtIndex(JAVA_DOUBLE, previousAt + h + i) * r * (1 - r));
				carryMemory.setAtIndex(JAVA_DOUBLE, h + i, carryMemory.getAtIndex(JAVA_DOUBLE, h + i) + seen * r);
			}
		}
		Blas.multiply(false, false, batch, units, 2 * units, 1, gates, 3 * at, width, w, 0, units, 1, carry, 0, units);
	}
}
