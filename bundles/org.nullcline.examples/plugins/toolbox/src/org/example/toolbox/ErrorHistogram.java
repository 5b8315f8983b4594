package org.example.toolbox;

import java.util.Arrays;
import java.util.List;

import org.nullcline.core.analysis.AnalysisRequest;
import org.nullcline.core.analysis.AnalysisResult;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Area;
import org.nullcline.core.figure.FigureMaker;
import org.nullcline.core.figure.Hue;
import org.nullcline.linearalgebra.NativeArrays;

// [snippet: figure]
/** How often which error occurs, over all trials, steps and outputs that the analysis has looked at. */
public class ErrorHistogram implements FigureMaker {

	private static final int BARS = 20;

	@Override
	public List<Figure> figures(AnalysisRequest request, AnalysisResult result) {
		double[] outputs = NativeArrays.values(result.arrays().get("outputs"));
		double[] targets = NativeArrays.values(result.arrays().get("targets"));
		double[] errors = new double[outputs.length];
		Arrays.setAll(errors, i -> outputs[i] - targets[i]);
		double largest = Math.max(1e-9, Arrays.stream(errors).map(Math::abs).max().orElse(0));
		double width = 2 * largest / BARS;
		double[] counts = new double[BARS];
		for (double error : errors) {
			counts[Math.clamp((int) ((error + largest) / width), 0, BARS - 1)]++;
		}
		// One rectangle per bar; NaN begins the next.
		double[] x = new double[5 * BARS];
		double[] y = new double[5 * BARS];
		for (int bar = 0; bar < BARS; bar++) {
			double left = -largest + bar * width;
			double[] corners = { left, left + width, left + width, left, Double.NaN };
			double height = counts[bar] / errors.length;
			double[] heights = { 0, 0, height, height, Double.NaN };
			System.arraycopy(corners, 0, x, 5 * bar, 5);
			System.arraycopy(heights, 0, y, 5 * bar, 5);
		}
		return List.of(new Figure("all", "Errors of the test trials", "", "Output - target", "Fraction of values", false,
				List.of(new Area("errors", x, y, Hue.TEAL))));
	}
}
// [end]
