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

/** Vanilla cell over a sequence. */
final class VanillaPass extends PassBuffers {

	/** [steps, batch, unit]: before the tanh on the way forward, the derivative by it on the way back. */
	private final INDArray drive;
	private final MemorySegment driveMemory;
	private Weights weights;

	VanillaPass(int steps, int batch, int inputs, int units) {
		super(steps, batch, inputs, units);
		drive = buffer(steps, batch, units);
		driveMemory = NativeArrays.memory(drive);
	}

	@Override
	public void forward(Weights used, SequenceInputs driven) {
		INDArray sequence = driven.inputs();
		INDArray initialState = driven.initialState();
		begin(sequence, initialState);
		weights = used;
		projectInputs(weights.get(INPUT_WEIGHT), drive, units);
		double[] inputBias = NativeArrays.values(weights.get(INPUT_BIAS));
		double[] recurrentBias = NativeArrays.values(weights.get(RECURRENT_BIAS));
		int size = batch * units;
		for (int t = 0; t < steps; t++) {
			long at = (long) t * size;
			Blas.multiply(false, true, batch, units, units, 1, before(t), beforeOffset(t), units,
					weights.get(RECURRENT_WEIGHT), 0, units, 1, drive, at, units);
			for (int b = 0; b < batch; b++) {
				long row = at + (long) b * units;
				for (int i = 0; i < units; i++) {
					double sum = driveMemory.getAtIndex(JAVA_DOUBLE, row + i) + inputBias[i] + recurrentBias[i];
					statesMemory.setAtIndex(JAVA_DOUBLE, row + i, Math.tanh(sum));
				}
			}
		}
	}

	@Override
	public INDArray backward(INDArray stateGradient, Weights gradient) {
		beginBackward(stateGradient);
		MemorySegment direct = NativeArrays.memory(stateGradient);
		int size = batch * units;
		for (int t = steps - 1; t >= 0; t--) {
			long at = (long) t * size;
			for (int i = 0; i < size; i++) {
				double h = statesMemory.getAtIndex(JAVA_DOUBLE, at + i);
				double dh = direct.getAtIndex(JAVA_DOUBLE, at + i) + carryMemory.getAtIndex(JAVA_DOUBLE, i);
				driveMemory.setAtIndex(JAVA_DOUBLE, at + i, dh * (1 - h * h));
			}
			Blas.multiply(false, false, batch, units, units, 1, drive, at, units, weights.get(RECURRENT_WEIGHT), 0, units, 0,
					carry, 0, units);
		}
		addInputGradient(drive, units, gradient.get(INPUT_WEIGHT));
		addRecurrentGradient(drive, units, 0, units, gradient.get(RECURRENT_WEIGHT), 0);
		addBiasGradient(driveMemory, units, gradient.get(INPUT_BIAS));
		addBiasGradient(driveMemory, units, gradient.get(RECURRENT_BIAS));
		java.lang.ref.Reference.reachabilityFence(stateGradient);
		return carry;
	}
}
