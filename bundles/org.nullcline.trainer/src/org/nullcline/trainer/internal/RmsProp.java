package org.nullcline.trainer.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Weights;
import org.nullcline.core.training.Optimizer;

/**
 * Gradients divided by the root of their running mean square (Hinton, "Neural networks for machine learning", 2012, lecture
 * 6), or, centered, of their running variance (Graves, arXiv 1308.0850, 2013). As in PyTorch, epsilon is added to the root,
 * and the momentum is that of the divided gradients.
 */
record RmsProp(double alpha, double epsilon, double momentum, boolean centered) implements Optimizer {

	private static final String MEAN_SQUARE = "mean_square";
	private static final String MEAN = "mean";
	private static final String VELOCITY = "velocity";

	@Override
	public Map<String, Weights> initialMemory(Weights weights) {
		Map<String, Weights> memory = new LinkedHashMap<>();
		remembered().forEach(name -> memory.put(name, weights.zerosLike()));
		return memory;
	}

	/** What this optimizer needs, in the order of the blocks that follow those of the weights. */
	private List<String> remembered() {
		List<String> names = new ArrayList<>(List.of(MEAN_SQUARE));
		if (centered) {
			names.add(MEAN);
		}
		if (momentum > 0) {
			names.add(VELOCITY);
		}
		return names;
	}

	@Override
	public void update(Weights weights, Weights gradient, Map<String, Weights> memory, long step, double learningRate) {
		List<String> remembered = remembered();
		gradient.arrays().forEach((name, derivative) -> {
			List<INDArray> changed = new ArrayList<>(List.of(weights.get(name)));
			remembered.forEach(kind -> changed.add(memory.get(kind).get(name)));
			double[] divided = new double[WeightBlocks.SIZE];
			WeightBlocks.update((blocks, length) -> {
				if (centered) {
					divideByDeviation(blocks[0], blocks[2], blocks[3], divided, length);
				} else {
					divideByRoot(blocks[0], blocks[2], divided, length);
				}
				if (momentum > 0) {
					accelerate(divided, blocks[blocks.length - 1], length);
				}
				descend(divided, blocks[1], length, learningRate);
			}, derivative, changed.toArray(INDArray[]::new));
		});
	}

	private void divideByRoot(double[] g, double[] meanSquare, double[] divided, int length) {
		double alpha = this.alpha;
		double epsilon = this.epsilon;
		for (int i = 0; i < length; i++) {
			double square = alpha * meanSquare[i] + (1 - alpha) * g[i] * g[i];
			meanSquare[i] = square;
			divided[i] = g[i] / (Math.sqrt(square) + epsilon);
		}
	}

	private void divideByDeviation(double[] g, double[] meanSquare, double[] mean, double[] divided, int length) {
		double alpha = this.alpha;
		double epsilon = this.epsilon;
		for (int i = 0; i < length; i++) {
			double square = alpha * meanSquare[i] + (1 - alpha) * g[i] * g[i];
			double center = mean[i] + (1 - alpha) * (g[i] - mean[i]);
			meanSquare[i] = square;
			mean[i] = center;
			// Rounding may make the variance of a constant gradient negative.
			divided[i] = g[i] / (Math.sqrt(Math.max(0, square - center * center)) + epsilon);
		}
	}

	/** Makes the velocity momentum v + d, and d the same. */
	private void accelerate(double[] divided, double[] velocity, int length) {
		double momentum = this.momentum;
		for (int i = 0; i < length; i++) {
			divided[i] += momentum * velocity[i];
			velocity[i] = divided[i];
		}
	}

	private static void descend(double[] divided, double[] w, int length, double rate) {
		for (int i = 0; i < length; i++) {
			w[i] -= rate * divided[i];
		}
	}
}
