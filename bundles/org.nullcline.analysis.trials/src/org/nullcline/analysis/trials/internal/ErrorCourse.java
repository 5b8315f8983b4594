package org.nullcline.analysis.trials.internal;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.core.analysis.AnalysisException;
import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Area;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.FigureMaker;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.task.TrialBatch;
import org.nullcline.core.task.TrialTask;
import org.nullcline.linearalgebra.NativeArrays;

/** How large the error of the test trials is from step to step: when in a trial a network fails. */
public final class ErrorCourse implements FigureMaker {

	private static final double LOW = 0.1;
	private static final double HIGH = 0.9;

	@Override
	public List<Figure> figures(AnalysisRequest request, AnalysisResult result) {
		if (!request.task().map(TrialTask::targetsAnswerInputs).orElse(false)) {
			return List.of();
		}
		TrialBatch trials;
		try {
			trials = request.testTrials(request.parameters().getInteger("trials"));
		} catch (AnalysisException e) {
			return List.of();
		}
		double[] mask = trials.mask().map(NativeArrays::values).orElse(null);
		double[] outputs = NativeArrays.values(result.arrays().get("outputs"));
		double[] targets = NativeArrays.values(trials.targets());
		int steps = trials.steps();
		int width = (int) trials.targets().size(2);
		trials.close();
		double[] time = new double[steps];
		double[] low = new double[steps];
		double[] middle = new double[steps];
		double[] high = new double[steps];
		for (int t = 0; t < steps; t++) {
			List<Double> errors = new ArrayList<>();
			for (int row = t; row < outputs.length / width; row += steps) {
				if (mask == null || mask[row] > 0) {
					errors.add(distance(outputs, targets, row * width, width));
				}
			}
			time[t] = t + 1;
			low[t] = quantile(errors, LOW);
			middle[t] = quantile(errors, 0.5);
			high[t] = quantile(errors, HIGH);
		}
		return List.of(new Figure("course", "Error along the trial",
				"Distance of outputs and targets at each step that counts: median of the test trials, and the range from the 10th"
						+ " to the 90th percentile.",
				"Time (steps)", "Distance of outputs and targets", false,
				List.of(bars(time, low, high), new Line("median", time, middle, Hue.BLUE, false))));
	}

	/** One rectangle per step, as steps that do not count leave gaps. */
	private static Area bars(double[] time, double[] low, double[] high) {
		double[] x = new double[5 * time.length];
		double[] y = new double[5 * time.length];
		for (int t = 0; t < time.length; t++) {
			for (int corner = 0; corner < 4; corner++) {
				x[5 * t + corner] = time[t] + (corner == 0 || corner == 3 ? -0.5 : 0.5);
				y[5 * t + corner] = corner < 2 ? low[t] : high[t];
			}
			x[5 * t + 4] = Double.NaN;
			y[5 * t + 4] = Double.NaN;
		}
		return new Area("10 % to 90 %", x, y, Hue.BLUE);
	}

	private static double distance(double[] outputs, double[] targets, int from, int width) {
		double sum = 0;
		for (int k = from; k < from + width; k++) {
			sum += (outputs[k] - targets[k]) * (outputs[k] - targets[k]);
		}
		return Math.sqrt(sum);
	}

	/** The smallest value that so large a fraction does not exceed; not a number where there is none. */
	static double quantile(List<Double> values, double fraction) {
		if (values.isEmpty()) {
			return Double.NaN;
		}
		List<Double> sorted = values.stream().sorted().toList();
		return sorted.get(Math.clamp((int) Math.ceil(fraction * sorted.size()) - 1, 0, sorted.size() - 1));
	}
}
