package org.nullcline.ui.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.eclipse.osgi.util.NLS;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.runs.Measurement;
import org.nullcline.ui.Messages;

/** The figure of learning curves: a quantity's decimal logarithm against the step, one line per run. */
final class CurveFigure {

	/** What can be drawn. */
	enum Quantity {
		LOSS(Messages.Curves_loss, Measurement::loss),
		UNEXPLAINED(Messages.Curves_unexplained, Measurement::unexplained),
		VALIDATION_LOSS(Messages.Curves_validationLoss, Measurement::validationLoss),
		/** Where the validation loss stands between chance, 0, and the ideal, 1. */
		SKILL(Messages.Curves_skill, Measurement::skill);

		private final String label;
		private final ToDoubleFunction<Measurement> value;

		Quantity(String label, ToDoubleFunction<Measurement> value) {
			this.label = label;
			this.value = value;
		}

		String label() {
			return label;
		}

		private boolean isLogarithmic() {
			return this != SKILL;
		}

		/** Whether a row can be drawn. */
		private boolean isShown(Measurement row) {
			double measured = value.applyAsDouble(row);
			return isLogarithmic() ? measured > 0 : measured >= LOWEST_SKILL;
		}

		private double height(Measurement row) {
			double measured = value.applyAsDouble(row);
			return isLogarithmic() ? Math.log10(measured) : measured;
		}
	}

	/** A line of more points than this would not look different, only be slower. */
	private static final int POINTS = 400;

	/** At the beginning a network can be many times worse than chance, which would hide all that follows. */
	private static final double LOWEST_SKILL = -1;

	/** What a run that diverges reaches beyond this many times the usual start would press all curves flat. */
	private static final double HIGHEST = 10;

	private CurveFigure() {
	}

	/**
	 * @param curves the measurements of each run by name
	 */
	static Figure of(String title, Quantity quantity, Map<String, List<Measurement>> curves) {
		Map<String, Hue> hues = new LinkedHashMap<>();
		List<Figure.Layer> layers = new ArrayList<>();
		int widest = 1;
		double ceiling = quantity.isLogarithmic() ? ceiling(quantity, curves) : Double.POSITIVE_INFINITY;
		for (Map.Entry<String, List<Measurement>> curve : curves.entrySet()) {
			List<Measurement> rows = curve.getValue().stream().filter(quantity::isShown)
					.filter(row -> quantity.value.applyAsDouble(row) <= ceiling).toList();
			if (rows.isEmpty()) {
				continue;
			}
			String group = group(curve.getKey());
			Hue hue = hues.computeIfAbsent(group, name -> Hue.category(hues.size()));
			int width = (rows.size() + POINTS - 1) / POINTS;
			widest = Math.max(widest, width);
			double[][] points = binned(rows, quantity, width);
			layers.add(new Figure.Line(group, points[0], points[1], hue, true));
			int last = points[0].length - 1;
			layers.add(new Figure.Points("", new double[] { points[0][last] }, new double[] { points[1][last] }, hue, //$NON-NLS-1$
					Marker.DOT, List.of(curve.getKey())));
		}
		String caption = widest == 1 ? "" : NLS.bind(Messages.Curves_binned, widest); //$NON-NLS-1$
		String vertical = quantity.isLogarithmic() ? "log10 " + quantity.label() : quantity.label(); //$NON-NLS-1$
		if (quantity == Quantity.SKILL && !layers.isEmpty()) {
			double last = layers.stream().filter(Figure.Points.class::isInstance)
					.mapToDouble(layer -> ((Figure.Points) layer).x()[0]).max().orElseThrow();
			layers.add(level(Messages.Curves_chance, 0, last, Hue.GREY));
			layers.add(level(Messages.Curves_ideal, 1, last, Hue.BLACK));
		}
		return new Figure("learning-curves", title, caption, Messages.Curves_step, vertical, false, layers); //$NON-NLS-1$
	}

	private static double ceiling(Quantity quantity, Map<String, List<Measurement>> curves) {
		double[] starts = curves.values().stream()
				.flatMap(rows -> rows.stream().filter(quantity::isShown).findFirst().stream()).mapToDouble(quantity.value).sorted()
				.toArray();
		return starts.length == 0 ? Double.POSITIVE_INFINITY : HIGHEST * starts[starts.length / 2];
	}

	private static Figure.Line level(String label, double height, double last, Hue hue) {
		return new Figure.Line(label, new double[] { 0, last }, new double[] { height, height }, hue, true);
	}

	/** Runs that differ only in their seed share a hue. */
	private static String group(String run) {
		return run.replaceFirst("-seed-\\d+$", ""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The means, of the logarithms where the axis is logarithmic, over neighbouring measurements, at the last step of each bin. */
	private static double[][] binned(List<Measurement> rows, Quantity quantity, int width) {
		int bins = (rows.size() + width - 1) / width;
		double[] x = new double[bins];
		double[] y = new double[bins];
		for (int bin = 0; bin < bins; bin++) {
			List<Measurement> part = rows.subList(bin * width, Math.min(rows.size(), (bin + 1) * width));
			x[bin] = part.getLast().step();
			y[bin] = part.stream().mapToDouble(quantity::height).average().orElse(Double.NaN);
		}
		return new double[][] { x, y };
	}
}
