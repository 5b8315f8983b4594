package org.nullcline.dynamics;

/** What outputs say when they are the unnormalised log-probabilities of symbols. */
public final class Logits {

	private Logits() {
	}

	/** The most probable symbol; of equally probable ones the first. */
	public static int symbol(double[] outputs, int offset, int count) {
		int best = 0;
		for (int k = 1; k < count; k++) {
			if (outputs[offset + k] > outputs[offset + best]) {
				best = k;
			}
		}
		return best;
	}

	/** The probability of the most probable symbol, max softmax. */
	public static double confidence(double[] outputs) {
		double largest = outputs[symbol(outputs, 0, outputs.length)];
		double sum = 0;
		for (double output : outputs) {
			sum += Math.exp(output - largest);
		}
		return 1 / sum;
	}
}
