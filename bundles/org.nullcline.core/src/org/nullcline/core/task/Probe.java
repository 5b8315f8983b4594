package org.nullcline.core.task;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * A trial without noise: a constant value on one input channel on top of a constant input.
 *
 * @param condition one of the task's input conditions
 * @param channel   input channel that has the value in addition to what the condition gives it
 * @param value     graded from probe to probe
 * @param steps     length of the trial
 */
public record Probe(InputCondition condition, int channel, double value, int steps) {

	/** The inputs of the trial, [1, time, input]. */
	public INDArray inputs() {
		int channels = condition.values().length;
		double[] inputs = new double[steps * channels];
		for (int t = 0; t < steps; t++) {
			System.arraycopy(condition.values(), 0, inputs, t * channels, channels);
			inputs[t * channels + channel] += value;
		}
		return NativeArrays.of(inputs, 1, steps, channels);
	}
}
