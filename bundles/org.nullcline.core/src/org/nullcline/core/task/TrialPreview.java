package org.nullcline.core.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Figures of single trials: inputs above, targets and a network's outputs below, one row per channel (Maheswaranathan et al.
 * 2019, figures 1a, 2a and 3a). They need no network, so they also show a task before anything has been trained.
 */
public final class TrialPreview {

	/** Rows that can be told apart on a page. */
	private static final int MOST_CHANNELS = 8;
	/** Distance of two rows, of which each is one unit high, in units of the largest magnitude of its channels. */
	private static final double SPACING = 2.4;

	private TrialPreview() {
	}

	/**
	 * One figure per trial.
	 *
	 * @param task    that the trials are of
	 * @param trials  some trials of the task, with dense inputs
	 * @param outputs of a network, of the shape of the targets; nothing to show the task alone
	 * @param count   how many trials to show, the first ones
	 */
	public static List<Figure> figures(TrialTask task, TrialBatch trials, Optional<INDArray> outputs, int count) {
		TrialBatch dense = trials.withDenseInputs(task.inputs());
		List<Figure> figures = new ArrayList<>();
		for (int trial = 0; trial < Math.min(count, dense.trials()); trial++) {
			figures.add(figure(task, dense, outputs, trial));
		}
		return figures;
	}

	private static Figure figure(TrialTask task, TrialBatch trials, Optional<INDArray> outputs, int trial) {
		int length = length(trials, trial);
		double[][] inputs = channels(trials.inputs(), trial, length);
		double[][] targets = channels(trials.targets(), trial, length);
		Optional<double[][]> given = outputs.map(array -> channels(array, trial, length));
		double inputScale = largest(inputs);
		double outputScale = Math.max(largest(targets), given.map(TrialPreview::largest).orElse(0.0));
		double[] time = new double[length];
		for (int t = 0; t < length; t++) {
			time[t] = t + 1;
		}
		List<Figure.Layer> layers = new ArrayList<>();
		// Rows are counted from below, so that the axis has no negative numbers.
		double row = inputs.length + targets.length;
		for (double[] channel : inputs) {
			layers.add(line("input", time, channel, inputScale, row, Hue.GREY, false));
			row--;
		}
		for (int k = 0; k < targets.length; k++) {
			layers.add(line("target", time, targets[k], outputScale, row, Hue.BLACK, false));
			double here = row;
			int channel = k;
			given.ifPresent(all -> layers.add(line("output", time, all[channel], outputScale, here, Hue.RED, true)));
			row--;
		}
		return new Figure("trial-" + (trial + 1), "Trial " + (trial + 1) + description(trials, trial),
				String.format(Locale.ROOT,
						"From above: %s, then %s, each centred on its row. One row is %.3g high for inputs and %.3g for outputs.",
						counted(inputs.length, task.inputs(), "input"), counted(targets.length, task.outputs(), "output"),
						SPACING * inputScale, SPACING * outputScale),
				"Time (steps)", "Row", false, layers);
	}

	private static Figure.Line line(String name, double[] time, double[] values, double scale, double row, Hue hue,
			boolean thin) {
		double[] y = new double[values.length];
		for (int t = 0; t < y.length; t++) {
			y[t] = row + values[t] / (SPACING * scale);
		}
		return new Figure.Line(name, time, y, hue, thin);
	}

	private static String description(TrialBatch trials, int trial) {
		Map<String, String> metadata = trials.metadata().isEmpty() ? Map.of() : trials.metadata().get(trial);
		return metadata.containsKey("condition") ? ": " + metadata.get("condition") : "";
	}

	private static String counted(int shown, int all, String what) {
		return (shown < all ? "the first " + shown + " of " : "") + all + " " + what + (all == 1 ? "" : "s");
	}

	private static double largest(double[][] channels) {
		double largest = 0;
		for (double[] channel : channels) {
			for (double value : channel) {
				// What is not a number leaves a gap in the line.
				largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
			}
		}
		return largest > 0 ? largest : 1;
	}

	/** [channel][time] of one trial; the first channels only, where there are many. */
	private static double[][] channels(INDArray array, int trial, int length) {
		int steps = (int) array.size(1);
		int all = (int) array.size(2);
		double[] values = NativeArrays.values(array);
		double[][] channels = new double[Math.min(all, MOST_CHANNELS)][length];
		for (int k = 0; k < channels.length; k++) {
			for (int t = 0; t < length; t++) {
				channels[k][t] = values[(trial * steps + t) * all + k];
			}
		}
		return channels;
	}

	/** Steps up to the last one that counts: padding is not shown. */
	private static int length(TrialBatch trials, int trial) {
		int length = trials.steps();
		if (trials.mask().isPresent()) {
			double[] mask = NativeArrays.values(trials.mask().get());
			while (length > 1 && mask[trial * trials.steps() + length - 1] == 0) {
				length--;
			}
		}
		return length;
	}
}
