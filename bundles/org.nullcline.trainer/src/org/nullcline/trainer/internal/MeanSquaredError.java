package org.nullcline.trainer.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

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
		int steps = trials.steps();
		int rows = trials.trials() * steps;
		for (int row = 0; row < rows; row++) {
			weight += mask == null ? 1 : mask[row];
		}
		INDArray dense = NativeArrays.dense(outputs);
		INDArray targets = NativeArrays.dense(trials.targets());
		MemorySegment found = NativeArrays.memory(dense);
		MemorySegment wanted = NativeArrays.memory(targets);
		MemorySegment slope = NativeArrays.memory(gradient);
		// One trial at a time, which the cache holds.
		double[] difference = new double[steps * channels];
		double[] target = new double[steps * channels];
		double scale = 1 / (weight * channels);
		double sum = 0;
		for (int trial = 0; trial < trials.trials(); trial++) {
			long start = (long) trial * target.length * Double.BYTES;
			MemorySegment.copy(found, JAVA_DOUBLE, start, difference, 0, difference.length);
			MemorySegment.copy(wanted, JAVA_DOUBLE, start, target, 0, target.length);
			for (int step = 0; step < steps; step++) {
				double m = mask == null ? 1 : mask[trial * steps + step];
				for (int at = step * channels; at < (step + 1) * channels; at++) {
					double d = difference[at] - target[at];
					sum += m * d * d;
					difference[at] = 2 * scale * m * d;
				}
			}
			MemorySegment.copy(difference, 0, slope, JAVA_DOUBLE, start, difference.length);
		}
		Reference.reachabilityFence(dense);
		Reference.reachabilityFence(targets);
		Reference.reachabilityFence(gradient);
		return sum * scale;
	}
}
