package org.nullcline.ui.views;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nullcline.core.figure.Figure;
import org.nullcline.runs.Measurement;

class CurveFigureTest {

	@Test
	void curvesEndWhereARunDiverges() {
		Map<String, List<Measurement>> curves = new LinkedHashMap<>();
		curves.put("gru-seed-0", List.of(measurement(1, 0.5), measurement(2, 0.1), measurement(3, 0.01)));
		curves.put("lstm-seed-0", List.of(measurement(1, 0.6), measurement(2, 2), measurement(3, 1e15)));
		Figure figure = CurveFigure.of("", CurveFigure.Quantity.LOSS, curves);
		assertArrayEquals(new double[] { 1, 2, 3 }, ((Figure.Line) figure.layers().get(0)).x());
		assertArrayEquals(new double[] { 1, 2 }, ((Figure.Line) figure.layers().get(2)).x());
		// One that diverges from the beginning is shown as far as others of its kind begin.
		assertEquals(2, CurveFigure.of("", CurveFigure.Quantity.LOSS, Map.of("a", List.of(measurement(1, 1e12)))).layers().size());
	}

	private static Measurement measurement(int step, double loss) {
		return new Measurement(step, loss, Double.NaN, Double.NaN, 0.01, Double.NaN);
	}
}
