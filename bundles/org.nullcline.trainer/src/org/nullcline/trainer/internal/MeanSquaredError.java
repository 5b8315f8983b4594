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
		double[] found = NativeArrays.values(outputs);
		double[] wanted = NativeArrays.values(trials.targets());
		double scale = 1 / (weight * channels);
		double sum = 0;
		for (int row = 0; row < rows; row++) {
			double m = mask == null ? 1 : mask[row];
			for (int at = row * channels; at < (row + 1) * channels; at++) {
				double difference = found[at] - wanted[at];
				sum += m * difference * difference;
				found[at] = 2 * scale * m * difference;
			}
		}
		MemorySegment.copy(found, 0, NativeArrays.memory(gradient), JAVA_DOUBLE, 0, found.length);
		java.lang.ref.Reference.reachabilityFence(gradient);
		return sum * scale;
	}
}
