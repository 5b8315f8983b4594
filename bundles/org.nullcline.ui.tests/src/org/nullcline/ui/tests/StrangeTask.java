package org.nullcline.ui.tests;

import java.util.List;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.hmm.HiddenMarkovFamilies;
import org.nullcline.hmm.HiddenMarkovModel;
import org.nullcline.hmm.HiddenMarkovTask;
import org.nullcline.linearalgebra.NativeArrays;

/** A task as a stranger writes it; its model is fixed, so that no parameter expresses another one. */
public final class StrangeTask implements TaskFactory {

	private record Strange(int steps, double gain) implements HiddenMarkovTask {

		@Override
		public int inputs() {
			return 1;
		}

		@Override
		public HiddenMarkovModel model() {
			return HiddenMarkovFamilies.cyclic();
		}

		@Override
		public double noiseDeviation() {
			return gain;
		}

		@Override
		public TrialBatch trials(int count, RandomStream random) {
			INDArray inputs = NativeArrays.zeros(count, steps, 1);
			INDArray targets = NativeArrays.zeros(count, steps, outputs());
			for (int trial = 0; trial < count; trial++) {
				for (int step = 0; step < steps; step++) {
					inputs.putScalar(new int[] { trial, step, 0 }, gain * step);
					targets.putScalar(new int[] { trial, step, step % outputs() }, 1);
				}
			}
			return new TrialBatch(inputs, targets, Optional.empty(), List.of());
		}
	}

	@Override
	public Task create(Parameters parameters) {
		double gain = parameters.getReal("gain");
		return new Strange(parameters.getInteger("length"), parameters.getBoolean("inverted") ? -gain : gain);
	}
}
