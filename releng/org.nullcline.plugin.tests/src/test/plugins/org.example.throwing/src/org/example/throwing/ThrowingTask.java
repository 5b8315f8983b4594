package org.example.throwing;

import java.util.concurrent.atomic.AtomicInteger;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

public class ThrowingTask implements TaskFactory {

	@Override
	public Task create(Parameters parameters) {
		if (parameters.getBoolean("at-once")) {
			throw new IllegalStateException("made to fail at once");
		}
		int after = parameters.getInteger("after");
		AtomicInteger batches = new AtomicInteger();
		return new TrialTask() {

			@Override
			public int inputs() {
				return 1;
			}

			@Override
			public int outputs() {
				return 1;
			}

			@Override
			public TrialBatch trials(int count, RandomStream random) {
				if (batches.incrementAndGet() > after) {
					throw new IllegalStateException("made to fail after " + after + " batches");
				}
				double[] inputs = new double[count * 5];
				for (int i = 0; i < inputs.length; i++) {
					inputs[i] = random.nextGaussian();
				}
				return new TrialBatch(NativeArrays.of(inputs, count, 5, 1), NativeArrays.of(inputs, count, 5, 1));
			}
		};
	}
}
