package org.nullcline.trainer.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nullcline.core.network.Weights;
import org.nullcline.core.training.Optimizer;

/**
 * Stochastic gradient descent, with momentum as in PyTorch: the velocity is v = momentum v + (1 - dampening) g, but v = g in
 * the first step of an array, and w = w - learning rate v. After Nesterov (Sutskever and others, "On the importance of
 * initialization and momentum in deep learning", ICML 2013) it is w = w - learning rate (g + momentum v).
 */
record GradientDescent(double momentum, double dampening, boolean nesterov) implements Optimizer {

	private static final String VELOCITY = "velocity";

	@Override
	public Map<String, Weights> initialMemory(Weights weights) {
		Map<String, Weights> memory = new LinkedHashMap<>();
		if (momentum > 0) {
			memory.put(VELOCITY, weights.zerosLike());
		}
		if (momentum > 0 && dampening > 0) {
			// Only then is the first step another one than from a velocity of zero.
			memory.put(StepCounts.NAME, weights.zerosLike());
		}
		return memory;
	}

	@Override
	public void update(Weights weights, Weights gradient, Map<String, Weights> memory, long step, double learningRate) {
		gradient.arrays().forEach((name, derivative) -> {
			if (momentum == 0) {
				WeightBlocks.update((blocks, length) -> plain(blocks[0], blocks[1], length, learningRate), derivative,
						weights.get(name));
				return;
			}
			double share = dampening > 0 && StepCounts.next(memory, name) > 1 ? 1 - dampening : 1;
			WeightBlocks.update((blocks, length) -> {
				if (nesterov) {
					lookAhead(blocks[0], blocks[1], blocks[2], length, learningRate);
				} else {
					heavyBall(blocks[0], blocks[1], blocks[2], length, learningRate, share);
				}
			}, derivative, weights.get(name), memory.get(VELOCITY).get(name));
		});
	}

	private static void plain(double[] g, double[] w, int length, double rate) {
		for (int i = 0; i < length; i++) {
			w[i] -= rate * g[i];
		}
	}

	private void heavyBall(double[] g, double[] w, double[] v, int length, double rate, double share) {
		double momentum = this.momentum;
		for (int i = 0; i < length; i++) {
			double velocity = momentum * v[i] + share * g[i];
			v[i] = velocity;
			w[i] -= rate * velocity;
		}
	}

	private void lookAhead(double[] g, double[] w, double[] v, int length, double rate) {
		double momentum = this.momentum;
		for (int i = 0; i < length; i++) {
			double velocity = momentum * v[i] + g[i];
			v[i] = velocity;
			w[i] -= rate * (g[i] + momentum * velocity);
		}
	}
}
