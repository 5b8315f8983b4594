package org.nullcline.trainer.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nullcline.core.network.Weights;
import org.nullcline.core.training.Optimizer;

/**
 * Kingma and Ba 2015, algorithm 1, rounded as by PyTorch. The bias is corrected by the number of steps for which an array
 * was trained, not by those of the run.
 */
record Adam(double beta1, double beta2, double epsilon) implements Optimizer {

	private static final String FIRST_MOMENT = "first_moment";
	private static final String SECOND_MOMENT = "second_moment";

	@Override
	public Map<String, Weights> initialMemory(Weights weights) {
		Map<String, Weights> memory = new LinkedHashMap<>();
		memory.put(FIRST_MOMENT, weights.zerosLike());
		memory.put(SECOND_MOMENT, weights.zerosLike());
		memory.put(StepCounts.NAME, weights.zerosLike());
		return memory;
	}

	@Override
	public void update(Weights weights, Weights gradient, Map<String, Weights> memory, long step, double learningRate) {
		gradient.arrays().forEach((name, derivative) -> {
			long count = StepCounts.next(memory, name);
			double rate = learningRate / (1 - StrictMath.pow(beta1, count));
			double root = Math.sqrt(1 - StrictMath.pow(beta2, count));
			WeightBlocks.update((blocks, length) -> step(blocks[0], blocks[1], blocks[2], blocks[3], length, rate, root),
					derivative, weights.get(name), memory.get(FIRST_MOMENT).get(name), memory.get(SECOND_MOMENT).get(name));
		});
	}

	private void step(double[] g, double[] w, double[] m, double[] v, int length, double rate, double root) {
		double beta1 = this.beta1;
		double beta2 = this.beta2;
		double epsilon = this.epsilon;
		for (int i = 0; i < length; i++) {
			double first = m[i] + (1 - beta1) * (g[i] - m[i]);
			double second = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
			m[i] = first;
			v[i] = second;
			w[i] -= rate * first / (Math.sqrt(second) / root + epsilon);
		}
	}
}
