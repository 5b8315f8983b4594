package org.nullcline.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.runs.Measurement;

/** The learning curves of several runs in one figure. */
public final class ComparedCurves {

	/** What is measured while a run is trained. */
	public enum Quantity {
		/** On training batches. */
		LOSS("Training loss", Measurement::loss),
		/** On held-out trials. */
		VALIDATION_LOSS("Validation loss", Measurement::validationLoss),
		/** On held-out trials. */
		UNEXPLAINED("Fraction of variance unexplained", Measurement::unexplained),
		/** Before clipping. */
		GRADIENT_NORM("Norm of the gradient", Measurement::gradientNorm);

		private final String label;
		private final ToDoubleFunction<Measurement> value;

		Quantity(String label, ToDoubleFunction<Measurement> value) {
			this.label = label;
			this.value = value;
		}

		/** For people. */
		public String label() {
			return label;
		}
	}

	/** More runs than this cannot be told apart by hues. */
	private static final int OWN_HUES = 8;
	/** A line of more points than this would not look different, only be slower. */
	private static final int POINTS = 400;
	/** What a run that diverges reaches beyond this many times the usual start would press all curves flat. */
	private static final double HIGHEST = 10;

	private ComparedCurves() {
	}

	/**
	 * The decimal logarithm of a quantity against the step, one line per run, with a labelled point at its end.
	 *
	 * @param curves the measurements of each run, oldest first, by its label
	 */
	public static Figure of(Quantity quantity, Map<String, List<Measurement>> curves) {
		Map<String, Hue> hues = new LinkedHashMap<>();
		List<Figure.Layer> layers = new ArrayList<>();
		int widest = 1;
		double ceiling = ceiling(quantity, curves);
		for (Map.Entry<String, List<Measurement>> curve : curves.entrySet()) {
			List<Measurement> rows = curve.getValue().stream().filter(row -> isShown(quantity, row))
					.filter(row -> quantity.value.applyAsDouble(row) <= ceiling).toList();
			if (rows.isEmpty()) {
				continue;
			}
			String group = curves.size() <= OWN_HUES ? curve.getKey() : group(curve.getKey());
			Hue hue = hues.computeIfAbsent(group, _ -> Hue.category(hues.size()));
			int width = (rows.size() + POINTS - 1) / POINTS;
			widest = Math.max(widest, width);
			double[][] points = binned(rows, quantity.value, width);
			int last = points[0].length - 1;
			layers.add(new Figure.Line(group, points[0], points[1], hue, curves.size() > OWN_HUES));
			layers.add(new Figure.Points("", new double[] { points[0][last] }, new double[] { points[1][last] }, hue, Marker.DOT,
					List.of(curve.getKey())));
		}
		String caption = widest == 1 ? "" : "Each point is the mean over up to " + widest + " measurements.";
		return new Figure("compared-curves", quantity.label, caption, "Step", "log10 " + quantity.label, false, layers);
	}

	/** A logarithm needs a positive number; NaN is none either. */
	private static boolean isShown(Quantity quantity, Measurement row) {
		double measured = quantity.value.applyAsDouble(row);
		return measured > 0 && Double.isFinite(measured);
	}

	private static double ceiling(Quantity quantity, Map<String, List<Measurement>> curves) {
		double[] starts = curves.values().stream()
				.flatMap(rows -> rows.stream().filter(row -> isShown(quantity, row)).findFirst().stream())
				.mapToDouble(quantity.value).sorted().toArray();
		return starts.length == 0 ? Double.POSITIVE_INFINITY : HIGHEST * starts[starts.length / 2];
	}

	/** Runs that differ only in their seed share a hue. */
	private static String group(String label) {
		return label.replaceFirst("-seed-\\d+$", "");
	}

	/** The means of the logarithms over neighbouring measurements, at the last step of each bin. */
	private static double[][] binned(List<Measurement> rows, ToDoubleFunction<Measurement> value, int width) {
		int bins = (rows.size() + width - 1) / width;
		double[] x = new double[bins];
		double[] y = new double[bins];
		for (int bin = 0; bin < bins; bin++) {
			List<Measurement> part = rows.subList(bin * width, Math.min(rows.size(), (bin + 1) * width));
			x[bin] = part.getLast().step();
			y[bin] = part.stream().mapToDouble(row -> Math.log10(value.applyAsDouble(row))).average().orElseThrow();
		}
		return new double[][] { x, y };
	}
}
