package org.nullcline.trainer.internal;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.training.Objective;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * L = sum m (log sum_k exp y_k - sum_k p_k y_k) / sum m, in nats, with the weights m of the steps, outputs y that are logits
 * and targets p that are the probabilities of the classes.
 */
final class SoftmaxCrossEntropy implements Objective {

	/** Targets that went through single precision have a sum of 1 within this. */
	private static final double TOLERANCE = 1e-6;

	/**
	 * {@inheritDoc}
	 *
	 * @return not a number if an output is not finite; the gradient then stays zero
	 * @throws IllegalArgumentException naming trial and step, if the targets of a step that counts are no probabilities; or if
	 *                                  there is another number of them than of outputs, or no step counts
	 */
	@Override
	public double evaluate(INDArray outputs, TrialBatch trials, RandomStream random, INDArray gradient) {
		int classes = (int) outputs.size(2);
		if (trials.targets().size(2) != classes) {
			throw new IllegalArgumentException("the objective 'softmax-cross-entropy' needs one output for each class: the"
					+ " targets have " + trials.targets().size(2) + " classes, the network has " + classes + " outputs");
		}
		int rows = trials.trials() * trials.steps();
		double[] mask = trials.mask().map(NativeArrays::values).orElse(null);
		double weight = rows;
		if (mask != null) {
			weight = 0;
			for (double m : mask) {
				weight += m;
			}
		}
		if (!(weight > 0)) {
			throw new IllegalArgumentException("the objective 'softmax-cross-entropy' has nothing to compare: the weights of"
					+ " all steps have the sum " + weight);
		}
		double[] logits = NativeArrays.values(outputs);
		for (double logit : logits) {
			if (!Double.isFinite(logit)) {
				return Double.NaN;
			}
		}
		double[] targets = NativeArrays.values(trials.targets());
		double[] derivative = new double[logits.length];
		double sum = 0;
		for (int row = 0; row < rows; row++) {
			double m = mask == null ? 1 : mask[row];
			if (m != 0) {
				int from = row * classes;
				double total = probability(targets, from, classes, trials.steps());
				sum += m * loss(logits, targets, from, classes, total, m / weight, derivative);
			}
		}
		MemorySegment.copy(derivative, 0, NativeArrays.memory(gradient), JAVA_DOUBLE, 0, derivative.length);
		Reference.reachabilityFence(gradient);
		return sum / weight;
	}

	/** The loss of one step; logits are taken relative to the largest, so that no exponential overflows. */
	private static double loss(double[] logits, double[] targets, int from, int classes, double total, double scale,
			double[] derivative) {
		double largest = Double.NEGATIVE_INFINITY;
		for (int k = from; k < from + classes; k++) {
			largest = Math.max(largest, logits[k]);
		}
		double sum = 0;
		for (int k = from; k < from + classes; k++) {
			derivative[k] = Math.exp(logits[k] - largest);
			sum += derivative[k];
		}
		double logarithm = Math.log(sum);
		double loss = 0;
		for (int k = from; k < from + classes; k++) {
			if (targets[k] > 0) {
				loss += targets[k] * (logarithm - (logits[k] - largest));
			}
			// Exact also where the targets have a sum that is not quite 1.
			derivative[k] = scale * (total * derivative[k] / sum - targets[k]);
		}
		return loss;
	}

	/** The sum of the targets of a step. */
	private static double probability(double[] targets, int from, int classes, int steps) {
		double sum = 0;
		boolean negative = false;
		for (int k = from; k < from + classes; k++) {
			sum += targets[k];
			negative |= targets[k] < 0;
		}
		if (negative || !(Math.abs(sum - 1) <= TOLERANCE)) {
			int row = from / classes;
			throw new IllegalArgumentException("the objective 'softmax-cross-entropy' needs targets that are probabilities of"
					+ " classes, none negative, with the sum 1: trial " + row / steps + ", step " + row % steps
					+ (negative ? " has a negative one" : " has the sum " + sum)
					+ "; choose a task with such targets, or give the step the weight 0");
		}
		return sum;
	}
}
