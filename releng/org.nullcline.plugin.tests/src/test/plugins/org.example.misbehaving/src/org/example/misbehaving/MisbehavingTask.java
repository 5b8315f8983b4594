package org.example.misbehaving;

import org.nullcline.core.parameter.Parameters;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.Task;
import org.nullcline.core.task.TaskFactory;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

public class MisbehavingTask implements TaskFactory {

	@Override
	public Task create(Parameters parameters) {
		String how = parameters.getChoice("how");
		if (how.equals("hangs-at-once")) {
			Misdeed.hang();
		}
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
				int channels = how.equals("too-many-channels") ? 2 : 1;
				double[] inputs = new double[count * 5 * channels];
				for (int i = 0; i < inputs.length; i++) {
					inputs[i] = random.nextGaussian();
				}
				if (how.equals("not-a-number")) {
					inputs[7] = Double.NaN;
				}
				if (how.equals("hangs")) {
					Misdeed.hang();
				}
				return new TrialBatch(NativeArrays.of(inputs, count, 5, channels), NativeArrays.of(new double[count * 5], count, 5, 1));
			}
		};
	}
}
