package org.nullcline.analysis.resonance.internal;

import java.util.Arrays;

import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.random.RandomStream;
import org.nullcline.dynamics.SequenceBootstrap;

/**
 * The power spectrum of "the symbol is k" in several runs: the mean over runs and segments of Hann-windowed periodograms
 * (Welch 1967), normalised so that its mean over all frequencies up to 1/2 is the variance. Beside it that of a memoryless
 * process that switches as often, c (1 - r^2) / (1 - 2 r cos 2 pi f + r^2), which falls from frequency 0 on.
 */
final class PowerSpectrum {

	/** Frequencies on either side of one that are averaged with it. */
	private static final int SMOOTHING = 2;

	private final int segment;
	/** One smoothed spectrum of each run. */
	private final double[][] rows;
	private final double[] memoryless;

	/**
	 * @param runs    [run][step]
	 * @param segment length of the segments, at most that of a run
	 */
	PowerSpectrum(int[][] runs, int symbol, int segment) {
		this.segment = segment;
		double[] cosine = new double[segment];
		double[] sine = new double[segment];
		double[] window = new double[segment];
		for (int t = 0; t < segment; t++) {
			cosine[t] = Math.cos(2 * Math.PI * t / segment);
			sine[t] = Math.sin(2 * Math.PI * t / segment);
			window[t] = 1 - cosine[t];
		}
		double[] all = Arrays.stream(runs).flatMapToDouble(run -> Arrays.stream(run).mapToDouble(s -> s == symbol ? 1 : 0)).toArray();
		double mean = Arrays.stream(all).average().orElseThrow();
		rows = Arrays.stream(runs).map(run -> smoothed(spectrum(run, symbol, mean, cosine, sine, window))).toArray(double[][]::new);
		memoryless = smoothed(memoryless(runs, symbol, mean));
	}

	private double[] spectrum(int[] run, int symbol, double mean, double[] cosine, double[] sine, double[] window) {
		double[] power = new double[segment / 2 + 1];
		double norm = Arrays.stream(window).map(w -> w * w).sum();
		int segments = 0;
		for (int from = 0; from + segment <= run.length; from += Math.max(1, segment / 2)) {
			segments++;
			double[] values = new double[segment];
			for (int t = 0; t < segment; t++) {
				values[t] = window[t] * ((run[from + t] == symbol ? 1 : 0) - mean);
			}
			for (int k = 0; k < power.length; k++) {
				double real = 0;
				double imaginary = 0;
				for (int t = 0; t < segment; t++) {
					int angle = (int) ((long) k * t % segment);
					real += values[t] * cosine[angle];
					imaginary += values[t] * sine[angle];
				}
				power[k] += (real * real + imaginary * imaginary) / norm;
			}
		}
		for (int k = 0; k < power.length; k++) {
			power[k] /= segments;
		}
		return power;
	}

	private double[] memoryless(int[][] runs, int symbol, double mean) {
		double changes = 0;
		double steps = 0;
		for (int[] run : runs) {
			for (int t = 1; t < run.length; t++) {
				changes += run[t] == symbol != (run[t - 1] == symbol) ? 1 : 0;
				steps++;
			}
		}
		double variance = mean * (1 - mean);
		// A chain of two states with this mean changes with probability 2 variance (1 - r).
		double memory = variance > 0 ? 1 - changes / steps / (2 * variance) : 0;
		double[] power = new double[segment / 2 + 1];
		for (int k = 0; k < power.length; k++) {
			power[k] = variance * (1 - memory * memory)
					/ (1 - 2 * memory * Math.cos(2 * Math.PI * k / segment) + memory * memory);
		}
		return power;
	}

	private static double[] smoothed(double[] power) {
		double[] smoothed = new double[power.length];
		for (int k = 0; k < power.length; k++) {
			int from = Math.max(0, k - SMOOTHING);
			int to = Math.min(power.length, k + SMOOTHING + 1);
			smoothed[k] = Arrays.stream(power, from, to).average().orElseThrow();
		}
		return smoothed;
	}

	/** In cycles per step. */
	double[] frequencies() {
		double[] frequencies = new double[segment / 2 + 1];
		Arrays.setAll(frequencies, k -> (double) k / segment);
		return frequencies;
	}

	double[] power() {
		return SequenceBootstrap.means(rows);
	}

	double[] memoryless() {
		return memoryless;
	}

	/** Where power is largest relative to the memoryless process, of some runs. */
	int peak(int from, int to) {
		double[] power = SequenceBootstrap.means(Arrays.copyOfRange(rows, from, to));
		int best = 0;
		for (int k = 1; k < power.length; k++) {
			best = power[k] / memoryless[k] > power[best] / memoryless[best] ? k : best;
		}
		return best;
	}

	/** Power at a frequency over that at the lowest ones, of some runs: above 1 where the spectrum has a peak there. */
	double height(int peak, int from, int to) {
		return height(SequenceBootstrap.means(Arrays.copyOfRange(rows, from, to)), peak);
	}

	Interval heightInterval(int peak, int from, int to, RandomStream random) {
		return SequenceBootstrap.interval(Arrays.copyOfRange(rows, from, to), means -> height(means, peak), random);
	}

	private static double height(double[] power, int peak) {
		// The mean was taken off, so the very lowest frequencies are too small.
		return power[peak] / power[Math.min(power.length - 1, SMOOTHING + 1)];
	}
}
