package org.nullcline.trainer.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.linearalgebra.NativeArrays;

/** L = sum m (y - y*)^2 / (O sum m), with the weights m of the steps and O outputs. */
final class MeanSquaredError implements Objective {

	@Override
	public double evaluate(INDArray outputs, TrialBatch trials, RandomStream random, INDArray gradient) {
		int channels = (int) outputs.size(2);
		double[] mask = trials.mask().map(NativeArrays::values).orElse(null);
		double weight = 0;
		int rows = trials.trials() * trials.steps();
		for (int row = 0; row < rows; row++) {
			weight += mask == null ? 1 : mask[row];
		}
		INDArray targets = NativeArrays.dense(trials.targets());
		MemorySegment found = NativeArrays.memory(outputs);
		MemorySegment wanted = NativeArrays.memory(targets);
		MemorySegment derivative = NativeArrays.memory(gradient);
		double scale = 1 / (weight * channels);
		double sum = 0;
		for (int row = 0; row < rows; row++) {
			double m = mask == null ? 1 : mask[row];
			for (int k = 0; k < channels; k++) {
				long at = (long) row * channels + k;
				double difference = found.getAtIndex(JAVA_DOUBLE, at) - wanted.getAtIndex(JAVA_DOUBLE, at);
				sum += m * difference * difference;
				derivative.setAtIndex(JAVA_DOUBLE, at, 2 * scale * m * difference);
			}
		}
		java.lang.ref.Reference.reachabilityFence(targets);
		return sum * scale;
	}
}
