package org.nullcline.core.analysis;

import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.linearalgebra.NativeArrays;

/** How much of the targets the outputs leave unexplained. */
public final class VarianceUnexplained {

	private VarianceUnexplained() {
	}

	/**
	 * The fraction of variance unexplained, sum w (y - t)^2 / sum w (t - mean t)^2 with the mean of each output channel over
	 * all weighted steps: 0 for perfect outputs, 1 for constant outputs at the mean.
	 *
	 * @param outputs [trial, time, output]
	 * @param targets of the same shape
	 * @param mask    weights w, [trial, time]; nothing if every step counts alike
	 * @return the fraction, NaN where the targets do not vary, infinity where outputs are not numbers
	 * @throws IllegalArgumentException if the shapes differ
	 */
	public static double fraction(INDArray outputs, INDArray targets, Optional<INDArray> mask) {
		if (!java.util.Arrays.equals(outputs.shape(), targets.shape())) {
			throw new IllegalArgumentException("outputs of shape " + java.util.Arrays.toString(outputs.shape())
					+ " for targets of shape " + java.util.Arrays.toString(targets.shape()));
		}
		int channels = (int) targets.size(2);
		double[] y = NativeArrays.values(outputs);
		double[] t = NativeArrays.values(targets);
		double[] w = mask.map(NativeArrays::values).orElse(null);
		double[] mean = new double[channels];
		double weight = 0;
		for (int step = 0; step < t.length / channels; step++) {
			double here = w == null ? 1 : w[step];
			weight += here;
			for (int k = 0; k < channels; k++) {
				mean[k] += here * t[step * channels + k];
			}
		}
		double unexplained = 0;
		double total = 0;
		for (int i = 0; i < t.length; i++) {
			double here = w == null ? 1 : w[i / channels];
			double deviation = t[i] - mean[i % channels] / weight;
			unexplained += here * (y[i] - t[i]) * (y[i] - t[i]);
			total += here * deviation * deviation;
		}
		if (!(total > 0)) {
			return Double.NaN;
		}
		return Double.isNaN(unexplained) ? Double.POSITIVE_INFINITY : unexplained / total;
	}
}
