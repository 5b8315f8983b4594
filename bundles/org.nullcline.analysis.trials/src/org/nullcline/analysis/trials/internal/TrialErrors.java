package org.nullcline.analysis.trials.internal;

import java.util.Arrays;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.random.RandomStream;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * The fraction of variance unexplained as a ratio of sums over trials, so that trials can be drawn anew.
 *
 * @param unexplained sum over the steps of each trial of w (y - t)^2
 * @param total       sum over the steps of each trial of w (t - mean t)^2, the mean being that over all trials
 */
record TrialErrors(double[] unexplained, double[] total) {

	private static final int RESAMPLES = 2000;

	/**
	 * @param outputs [trial, time, output]
	 * @param targets of the same shape
	 * @param mask    weights w, [trial, time]
	 */
	static TrialErrors of(INDArray outputs, INDArray targets, Optional<INDArray> mask) {
		int trials = (int) targets.size(0);
		int steps = (int) targets.size(1);
		int channels = (int) targets.size(2);
		double[] y = NativeArrays.values(outputs);
		double[] t = NativeArrays.values(targets);
		double[] w = mask.map(NativeArrays::values).orElseGet(() -> {
			double[] ones = new double[trials * steps];
			Arrays.fill(ones, 1);
			return ones;
		});
		double[] mean = new double[channels];
		double weight = Arrays.stream(w).sum();
		for (int i = 0; i < t.length; i++) {
			mean[i % channels] += w[i / channels] * t[i] / weight;
		}
		TrialErrors errors = new TrialErrors(new double[trials], new double[trials]);
		for (int i = 0; i < t.length; i++) {
			int trial = i / channels / steps;
			errors.unexplained[trial] += w[i / channels] * (y[i] - t[i]) * (y[i] - t[i]);
			errors.total[trial] += w[i / channels] * (t[i] - mean[i % channels]) * (t[i] - mean[i % channels]);
		}
		return errors;
	}

	double fraction() {
		return Arrays.stream(unexplained).sum() / Arrays.stream(total).sum();
	}

	/** At 95 %, by drawing trials with replacement. */
	Interval interval(RandomStream random) {
		int trials = total.length;
		if (trials < 3) {
			return Interval.unknown("unknown: " + trials + " trials are too few");
		}
		double[] fractions = new double[RESAMPLES];
		for (int k = 0; k < RESAMPLES; k++) {
			double above = 0;
			double below = 0;
			for (int i = 0; i < trials; i++) {
				int drawn = random.nextInt(trials);
				above += unexplained[drawn];
				below += total[drawn];
			}
			fractions[k] = above / below;
		}
		Arrays.sort(fractions);
		return new Interval(fractions[(int) (0.025 * RESAMPLES)], fractions[(int) (0.975 * RESAMPLES) - 1],
				"95 % bootstrap over " + trials + " trials");
	}
}
