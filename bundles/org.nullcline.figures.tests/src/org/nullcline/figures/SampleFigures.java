package org.nullcline.figures;

import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;

/** Figures to draw. */
final class SampleFigures {

	private SampleFigures() {
	}

	/** A plane of states with equal scales: a spiral and three fixed points. */
	static Figure trajectories() {
		double[] x = IntStream.range(0, 400).mapToDouble(i -> 5 * Math.exp(-i / 100.0) * Math.cos(i * 0.1)).toArray();
		double[] y = IntStream.range(0, 400).mapToDouble(i -> Math.exp(-i / 100.0) * Math.sin(i * 0.1)).toArray();
		return new Figure("trajectories", "Trajectories", "A spiral.", "first component", "second component", true,
				List.of(new Line("trajectory", x, y, Hue.GREY, true),
						new Points("stable", new double[] { -2, 2 }, new double[] { 0, 0 }, Hue.BLACK, Marker.DOT, List.of("left", "right")),
						new Points("unstable", new double[] { 0 }, new double[] { 0 }, Hue.RED, Marker.DIAMOND, List.of("origin"))));
	}

	/** A square grid of values that all differ. */
	static Figure grid(int size) {
		double[][] values = new double[size][size];
		for (int r = 0; r < size; r++) {
			for (int c = 0; c < size; c++) {
				values[r][c] = r * size + c;
			}
		}
		return new Figure("grid", "Distances", "", "", "", false,
				List.of(new Grid("distance", values, IntStream.range(0, size).mapToObj(i -> "row " + i).toList(),
						IntStream.range(0, size).mapToObj(i -> "column " + i).toList())));
	}
}
