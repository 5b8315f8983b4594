package org.nullcline.analysis.fixedpoints.internal;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/** Rare pulses of -1 or 1 on each channel; the target is the last pulse. */
record FlipFlopTask(int inputs) implements TrialTask {

	private static final int STEPS = 30;

	@Override
	public int outputs() {
		return inputs;
	}

	@Override
	public TrialBatch trials(int count, RandomStream random) {
		double[] x = new double[count * STEPS * inputs];
		double[] y = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			boolean first = i / inputs % STEPS == 0;
			if (first || random.nextDouble() < 0.1) {
				x[i] = random.nextDouble() < 0.5 ? -1 : 1;
			}
			y[i] = x[i] != 0 ? x[i] : y[i - inputs];
		}
		return new TrialBatch(NativeArrays.of(x, count, STEPS, inputs), NativeArrays.of(y, count, STEPS, inputs));
	}

	@Override
	public List<double[]> memories() {
		List<double[]> corners = new ArrayList<>();
		for (int corner = 0; corner < 1 << inputs; corner++) {
			double[] memory = new double[inputs];
			for (int bit = 0; bit < inputs; bit++) {
				memory[bit] = (corner >> bit & 1) == 1 ? 1 : -1;
			}
			corners.add(memory);
		}
		return corners;
	}
}
