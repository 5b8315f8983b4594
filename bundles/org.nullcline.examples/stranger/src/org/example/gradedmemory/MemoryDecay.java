package org.example.gradedmemory;

import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.core.analysis.Analysis;
import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.analysis.Finding;
import org.nullcline.core.analysis.Finding.Interval;
import org.nullcline.core.analysis.Table;
import org.nullcline.core.analysis.Verdict;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.network.Network;
import org.nullcline.linearalgebra.NativeArrays;

/**
 * Shows a network several heights and watches its output long after. The memory lasts until the output for any one height
 * is further from it than a tolerance. Every height counts by itself: a network that keeps only the sign of a value
 * follows the heights on average, and has lost them all the same.
 */
public class MemoryDecay implements Analysis {

	/** Heights from -1 to 1 that are shown; more than the task has, so that one sees what happens between them. */
	private static final int PROBES = 9;

	/** Half the distance between two neighbouring heights: further off, one is taken for another. */
	private static final double TOLERANCE = 1.0 / (PROBES - 1);

	@Override
	public AnalysisResult analyze(AnalysisRequest request, IProgressMonitor monitor) throws AnalysisException {
		SubMonitor progress = SubMonitor.convert(monitor, "Memory decay of " + request.subject().name(), PROBES + 1);
		if (!(request.requiredTask() instanceof GradedMemory task)) {
			throw new AnalysisException(
					"Memory decay shows pulses of different heights, so it needs a network of the task 'graded-memory'.");
		}
		int horizon = request.parameters().getInteger("horizon");
		double[] heights = new double[PROBES];
		double[][] outputs = new double[PROBES][];
		for (int n = 0; n < PROBES; n++) {
			// One height at a time: with a long horizon each takes a while, and a user may cancel in between.
			heights[n] = -1 + 2.0 * n / (PROBES - 1);
			outputs[n] = response(request.subject().network(), heights[n], task.pulse(), horizon);
			progress.split(1);
		}
		double[] errors = largestErrors(heights, outputs);
		int lifetime = lifetime(errors);
		int trained = task.steps();
		return AnalysisResult.builder()
				.value("lifetime", lifetime)
				.value("largest error after the pulse", errors[0])
				.value("largest error at the end of a trial", errors[Math.min(trained, horizon) - 1])
				.array("heights", NativeArrays.of(heights, PROBES))
				.array("outputs", NativeArrays.of(outputs))
				.array("largest_errors", NativeArrays.of(errors, horizon))
				.table(table(heights, outputs, trained))
				.figure(figure(heights, outputs, horizon))
				.finding(finding(lifetime, 2 * trained, horizon))
				.note("Lifetime: steps after the pulse until the output for one of the heights is first further from it than "
						+ TOLERANCE + "; the horizon of " + horizon + " steps, if none ever is.")
				.build();
	}

	/** The outputs after a pulse at the very beginning, one per step of the horizon. */
	private static double[] response(Network network, double height, int pulse, int horizon) {
		int steps = pulse + horizon;
		double[] input = new double[steps];
		java.util.Arrays.fill(input, 0, pulse, height);
		INDArray states = network.states(NativeArrays.of(input, 1, steps, 1));
		double[] output = NativeArrays.values(network.outputs(states));
		return java.util.Arrays.copyOfRange(output, pulse, steps);
	}

	/** For each step the largest distance of an output from its height. */
	private static double[] largestErrors(double[] heights, double[][] outputs) {
		double[] errors = new double[outputs[0].length];
		for (int t = 0; t < errors.length; t++) {
			for (int n = 0; n < heights.length; n++) {
				errors[t] = Math.max(errors[t], Math.abs(outputs[n][t] - heights[n]));
			}
		}
		return errors;
	}

	private static int lifetime(double[] errors) {
		for (int t = 0; t < errors.length; t++) {
			// Written so that an error that is not a number counts as lost.
			if (!(errors[t] <= TOLERANCE)) {
				return t;
			}
		}
		return errors.length;
	}

	private static Table table(double[] heights, double[][] outputs, int trained) {
		int last = outputs[0].length;
		int end = Math.min(trained, last);
		List<List<String>> rows = new java.util.ArrayList<>();
		for (int n = 0; n < heights.length; n++) {
			rows.add(List.of(number(heights[n]), number(outputs[n][0]), number(outputs[n][end - 1]),
					number(outputs[n][last - 1])));
		}
		return new Table("Output by height",
				List.of("height shown", "1 step after the pulse", end + " steps after it", last + " steps after it"), rows);
	}

	private static Figure figure(double[] heights, double[][] outputs, int horizon) {
		double[] time = new double[horizon];
		for (int t = 0; t < horizon; t++) {
			time[t] = t + 1;
		}
		List<Figure.Layer> layers = new java.util.ArrayList<>();
		for (int n = 0; n < heights.length; n++) {
			Hue hue = heights[n] > 0 ? Hue.ORANGE : heights[n] < 0 ? Hue.BLUE : Hue.GREY;
			String sign = heights[n] > 0 ? "positive height" : heights[n] < 0 ? "negative height" : "height zero";
			layers.add(new Figure.Line(sign, time, outputs[n], hue, false));
		}
		return new Figure("memory-decay", "Memory decay",
				"Output after pulses of " + heights.length + " heights, evenly spaced from -1 to 1. A perfect memory gives level lines.",
				"steps after the pulse", "output", false, layers);
	}

	private static Finding finding(int lifetime, int required, int horizon) {
		String claim = "The network holds a value for at least twice the length of the trials it was trained on.";
		String threshold = "≥ " + required + " steps";
		String reference = "a line attractor holds it for ever";
		if (lifetime >= required) {
			return new Finding(claim, lifetime, Interval.exact(lifetime), threshold, reference, Verdict.REPRODUCED,
					"Every height was held for " + lifetime + " steps.");
		}
		if (lifetime == horizon) {
			return new Finding(claim, lifetime, new Interval(lifetime, Double.NaN, "watched for " + horizon + " steps only"),
					threshold, reference, Verdict.UNDECIDED,
					"The value was still held when the horizon of " + horizon + " steps was reached; a longer one would decide.");
		}
		return new Finding(claim, lifetime, Interval.exact(lifetime), threshold, reference, Verdict.NOT_REPRODUCED,
				"After " + lifetime + " steps one of the heights could be taken for its neighbour.");
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.3f", value);
	}
}
