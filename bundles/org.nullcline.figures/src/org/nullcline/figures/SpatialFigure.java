package org.nullcline.figures;

import java.util.List;
import java.util.Objects;

import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;

/**
 * A plot in three dimensions, whose axes have one scale.
 *
 * @param id      usable as a file name: lower case, digits and hyphens
 * @param title   above the plot
 * @param caption a sentence or two, or empty
 * @param x       label of the first axis; so are y and z
 * @param layers  drawn in this order
 */
public record SpatialFigure(String id, String title, String caption, String x, String y, String z, List<Layer> layers) {

	public SpatialFigure {
		Objects.requireNonNull(id, "a figure needs an identifier");
		Objects.requireNonNull(title, "a figure needs a title");
		layers = List.copyOf(layers);
	}

	/** One set of marks, with one value per mark along each axis. */
	public sealed interface Layer {

		/** The name in the legend; empty for none. */
		String name();

		double[] x();

		double[] y();

		double[] z();
	}

	/** Points, with one label each or none at all. */
	public record Points(String name, double[] x, double[] y, double[] z, Hue hue, Marker marker, List<String> labels)
			implements Layer {

		public Points {
			requireEqual(name, x, y, z);
			labels = List.copyOf(labels);
			if (!labels.isEmpty() && labels.size() != x.length) {
				throw new IllegalArgumentException(
						"layer '" + name + "': " + x.length + " points, but " + labels.size() + " labels");
			}
		}
	}

	/** A line through points in the given order; NaN interrupts it. */
	public record Line(String name, double[] x, double[] y, double[] z, Hue hue, boolean thin) implements Layer {

		public Line {
			requireEqual(name, x, y, z);
		}
	}

	private static void requireEqual(String name, double[] x, double[] y, double[] z) {
		Objects.requireNonNull(name, "a layer needs a name, be it empty");
		if (x.length != y.length || x.length != z.length) {
			throw new IllegalArgumentException("layer '" + name + "': " + x.length + " values of x, " + y.length + " of y, "
					+ z.length + " of z");
		}
	}
}
