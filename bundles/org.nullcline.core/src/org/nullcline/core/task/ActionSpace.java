package org.nullcline.core.task;

import org.nullcline.core.random.RandomStream;

/**
 * What a network can do in an environment, and the policy that its outputs stand for: a probability distribution over
 * actions, given the outputs y of one step.
 *
 * @since 0.1.0
 */
public sealed interface ActionSpace {

	/** Number of outputs of the network. */
	int outputs();

	/** Draws an action from the policy. */
	double[] sample(double[] outputs, RandomStream random);

	/** The action of the largest probability density. */
	double[] best(double[] outputs);

	/**
	 * log p(action | outputs).
	 *
	 * @param action   one that {@link #sample} could give
	 * @param gradient the derivative by the outputs is written here
	 */
	double logProbability(double[] outputs, double[] action, double[] gradient);

	/**
	 * The entropy of the policy, in nats.
	 *
	 * @param gradient the derivative by the outputs is written here
	 */
	double entropy(double[] outputs, double[] gradient);

	/** An action as one value per output, for the targets of a batch of trials: one-hot if it is one of several. */
	double[] encode(double[] action);

	/** The action that {@link #encode} made values of. */
	double[] decode(double[] values);

	/**
	 * One of several actions. The outputs are logits; an action is an array of one element, the index of the action.
	 *
	 * @param count number of actions, at least 2
	 */
	record Discrete(int count) implements ActionSpace {

		public Discrete {
			if (count < 2) {
				throw new IllegalArgumentException("a choice needs at least 2 actions, not " + count);
			}
		}

		@Override
		public int outputs() {
			return count;
		}

		@Override
		public double[] sample(double[] outputs, RandomStream random) {
			double[] p = probabilities(outputs);
			double draw = random.nextDouble();
			int action = 0;
			for (double sum = p[0]; draw >= sum && action < count - 1; sum += p[action]) {
				action++;
			}
			return new double[] { action };
		}

		@Override
		public double[] best(double[] outputs) {
			int best = 0;
			for (int k = 1; k < count; k++) {
				best = outputs[k] > outputs[best] ? k : best;
			}
			return new double[] { best };
		}

		/** Of the softmax p: d log p_a / dy_k = [k = a] - p_k. */
		@Override
		public double logProbability(double[] outputs, double[] action, double[] gradient) {
			double[] p = probabilities(outputs);
			for (int k = 0; k < count; k++) {
				gradient[k] = (k == (int) action[0] ? 1 : 0) - p[k];
			}
			return outputs[(int) action[0]] - logSum(outputs);
		}

		/** H = -sum p log p; dH / dy_k = -p_k (log p_k + H). */
		@Override
		public double entropy(double[] outputs, double[] gradient) {
			double[] p = probabilities(outputs);
			double logSum = logSum(outputs);
			double entropy = 0;
			for (int k = 0; k < count; k++) {
				entropy -= p[k] * (outputs[k] - logSum);
			}
			for (int k = 0; k < count; k++) {
				gradient[k] = -p[k] * (outputs[k] - logSum + entropy);
			}
			return entropy;
		}

		@Override
		public double[] encode(double[] action) {
			double[] values = new double[count];
			values[(int) action[0]] = 1;
			return values;
		}

		@Override
		public double[] decode(double[] values) {
			return best(values);
		}

		private double[] probabilities(double[] outputs) {
			double logSum = logSum(outputs);
			double[] p = new double[count];
			for (int k = 0; k < count; k++) {
				p[k] = Math.exp(outputs[k] - logSum);
			}
			return p;
		}

		/** log sum exp y, relative to the largest, so that no exponential overflows. */
		private static double logSum(double[] outputs) {
			double largest = Double.NEGATIVE_INFINITY;
			for (double output : outputs) {
				largest = Math.max(largest, output);
			}
			double sum = 0;
			for (double output : outputs) {
				sum += Math.exp(output - largest);
			}
			return largest + Math.log(sum);
		}
	}

	/**
	 * Continuous actions, for example forces: each is normal with an output as its mean and a standard deviation that stays
	 * as it is.
	 *
	 * @param dimensions number of values of an action
	 * @param deviation  how far training explores
	 */
	record Gaussian(int dimensions, double deviation) implements ActionSpace {

		public Gaussian {
			if (dimensions < 1 || !(deviation > 0)) {
				throw new IllegalArgumentException(
						"actions need at least one dimension and a deviation above 0: " + dimensions + ", " + deviation);
			}
		}

		@Override
		public int outputs() {
			return dimensions;
		}

		@Override
		public double[] sample(double[] outputs, RandomStream random) {
			double[] action = outputs.clone();
			for (int k = 0; k < dimensions; k++) {
				action[k] += deviation * random.nextGaussian();
			}
			return action;
		}

		@Override
		public double[] best(double[] outputs) {
			return outputs.clone();
		}

		@Override
		public double logProbability(double[] outputs, double[] action, double[] gradient) {
			double sum = -dimensions * (Math.log(deviation) + 0.5 * Math.log(2 * Math.PI));
			for (int k = 0; k < dimensions; k++) {
				double distance = (action[k] - outputs[k]) / deviation;
				sum -= 0.5 * distance * distance;
				gradient[k] = distance / deviation;
			}
			return sum;
		}

		/** The deviation is given, so the outputs do not change it. */
		@Override
		public double entropy(double[] outputs, double[] gradient) {
			java.util.Arrays.fill(gradient, 0, dimensions, 0);
			return dimensions * (Math.log(deviation) + 0.5 * Math.log(2 * Math.PI * Math.E));
		}

		@Override
		public double[] encode(double[] action) {
			return action.clone();
		}

		@Override
		public double[] decode(double[] values) {
			return values.clone();
		}
	}
}
