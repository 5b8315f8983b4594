package org.nullcline.trainer.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.StateLayout;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.StateRegularizer;
import org.nullcline.linearalgebra.NativeArrays;

/** sum m h^2 / (units sum m), with the weights m of the steps and h the first part of the state, which the readout sees. */
final class ActivityPenalty implements StateRegularizer {

	@Override
	public double evaluate(INDArray states, StateLayout layout, TrialBatch trials, INDArray gradient) {
		int units = layout.parts().getFirst().size();
		int size = layout.size();
		int batch = trials.trials();
		int steps = trials.steps();
		double[] mask = trials.mask().map(NativeArrays::values).orElse(null);
		double weight = 0;
		for (int i = 0; i < batch * steps; i++) {
			weight += mask == null ? 1 : mask[i];
		}
		if (!(weight > 0)) {
			return 0;
		}
		MemorySegment from = NativeArrays.memory(states);
		MemorySegment to = NativeArrays.memory(gradient);
		double sum = 0;
		for (int t = 0; t < steps; t++) {
			for (int b = 0; b < batch; b++) {
				double m = (mask == null ? 1 : mask[b * steps + t]) / (weight * units);
				long first = (long) (t * batch + b) * size;
				for (int i = 0; m != 0 && i < units; i++) {
					double h = from.getAtIndex(JAVA_DOUBLE, first + i);
					sum += m * h * h;
					to.setAtIndex(JAVA_DOUBLE, first + i, 2 * m * h);
				}
			}
		}
		Reference.reachabilityFence(states);
		Reference.reachabilityFence(gradient);
		return sum;
	}
}
