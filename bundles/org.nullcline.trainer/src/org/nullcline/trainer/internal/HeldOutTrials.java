package org.nullcline.trainer.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.network.Network;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.linearalgebra.NativeArrays;

/** Measures how well a network does on trials that it was not trained on. */
final class HeldOutTrials {

	private HeldOutTrials() {
	}

	/**
	 * Fraction of variance unexplained: sum m (y - y*)^2 / sum m (y* - mean)^2, with the mean of each target channel over
	 * all trials and steps that count. 0 is perfect, 1 is as good as a constant.
	 */
	static double fractionVarianceUnexplained(Network network, TrialBatch trials) {
		INDArray states = network.states(trials.inputs());
		INDArray outputs = network.outputs(states);
		double[] found = NativeArrays.values(outputs);
		states.close();
		outputs.close();
		double[] wanted = NativeArrays.values(trials.targets());
		double[] mask = trials.mask().map(NativeArrays::values).orElse(null);
		int channels = network.outputs();
		double[] mean = new double[channels];
		double weight = 0;
		for (int i = 0; i < wanted.length; i++) {
			double m = mask == null ? 1 : mask[i / channels];
			mean[i % channels] += m * wanted[i];
			weight += m / channels;
		}
		double error = 0;
		double variance = 0;
		for (int i = 0; i < wanted.length; i++) {
			double m = mask == null ? 1 : mask[i / channels];
			double deviation = wanted[i] - mean[i % channels] / weight;
			error += m * (found[i] - wanted[i]) * (found[i] - wanted[i]);
			variance += m * deviation * deviation;
		}
		return error / variance;
	}
}
