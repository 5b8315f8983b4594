package org.nullcline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Area;
import org.nullcline.core.figure.Hue;

/** Filled regions. */
class AreaTest {

	private static final Figure BAND = new Figure("band", "", "", "x", "y", false, List.of(
			Area.between("range", new double[] { 0, 10 }, new double[] { 2, 2 }, new double[] { 4, 4 }, Hue.RED),
			// A second polygon after a gap.
			new Area("square", new double[] { 4, 6, 6, 4, Double.NaN, 8, 9, 9, 8 },
					new double[] { 7, 7, 9, 9, Double.NaN, 7, 7, 9, 9 }, Hue.BLUE)));

	@Test
	void insideIsFilledAndOutsideIsNot() {
		PaintedFigure painted = new FigurePainter(Theme.PRINT).paint(BAND, Optional.of(new Viewport(0, 10, 0, 10)), 600, 500, 1);
		int red = AreaRenderer.shade((Area) BAND.layers().get(0), Theme.PRINT).getRGB();
		int blue = AreaRenderer.shade((Area) BAND.layers().get(1), Theme.PRINT).getRGB();
		assertEquals(red, pixel(painted, 5.15, 3));
		assertEquals(blue, pixel(painted, 5.15, 8.3));
		assertEquals(blue, pixel(painted, 8.5, 8.3));
		for (double[] outside : new double[][] { { 5.15, 5.3 }, { 7.3, 8.3 }, { 5.15, 1.3 } }) {
			assertEquals(Theme.PRINT.background().getRGB(), pixel(painted, outside[0], outside[1]));
		}
	}

	private static int pixel(PaintedFigure painted, double x, double y) {
		return painted.image().getRGB((int) Math.round(painted.geometry().drawnX(x)), (int) Math.round(painted.geometry().drawnY(y)));
	}

	@Test
	void everyThingElseKnowsAreasToo() {
		FigurePainter painter = new FigurePainter(Theme.PRINT);
		assertTrue(painter.csv(BAND).contains("1,range,10.0,4.0,"), painter.csv(BAND));
		assertTrue(painter.svg(BAND).contains("square"), "no legend");
		assertEquals(2, LegendEntries.of(BAND, Theme.PRINT).getItemCount());
	}
}
