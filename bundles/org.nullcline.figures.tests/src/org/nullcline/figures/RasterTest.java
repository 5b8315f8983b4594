package org.nullcline.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;

/** What is written straight into pixels, against the plain way to do it. */
class RasterTest {

	private static final int WIDTH = 90;
	private static final int HEIGHT = 70;
	private static final Rectangle CLIP = new Rectangle(7, 5, 71, 58);

	@Test
	void squaresAreWhereEachOneWouldBeDrawn() {
		double[] x = sequence(5000, 0.618034);
		double[] y = sequence(5000, 0.754877);
		x[3] = Double.NaN;
		y[4] = Double.POSITIVE_INFINITY;
		x[5] = -1e300;
		LinearScale toX = new LinearScale(0.1, 130.7, 3.3);
		LinearScale toY = new LinearScale(0.9, -98.2, -4.6);
		for (int side = 1; side <= 4; side++) {
			int[] expected = new int[WIDTH * HEIGHT];
			for (int i = 0; i < x.length; i++) {
				if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
					reference(expected, toX.start() + (x[i] - toX.lower()) * toX.factor(),
							toY.start() + (y[i] - toY.lower()) * toY.factor(), side);
				}
			}
			int[] found = new int[WIDTH * HEIGHT];
			new PointRaster(found, WIDTH, CLIP).squares(x, y, toX, toY, side, 1);
			assertArrayEquals(expected, found, "side " + side);
			assertTrue(Arrays.stream(found).sum() > 500);
		}
	}

	/** One square, pixel by pixel. */
	private static void reference(int[] pixels, double x, double y, int side) {
		int left = (int) Math.floor(x - side / 2.0 + 0.5);
		int top = (int) Math.floor(y - side / 2.0 + 0.5);
		for (int row = top; row < top + side; row++) {
			for (int column = left; column < left + side; column++) {
				if (CLIP.contains(column, row)) {
					pixels[row * WIDTH + column] = 1;
				}
			}
		}
	}

	@Test
	void stampsLookLikeShapes() {
		double[] x = sequence(PointsRenderer.STAMPED + 1, 0.618034);
		double[] y = sequence(PointsRenderer.STAMPED + 1, 0.754877);
		for (Marker marker : Marker.values()) {
			Points many = new Points("", x, y, Hue.BLUE, marker, List.of());
			FigurePainter painter = new FigurePainter(Theme.LIGHT);
			BufferedImage stamped = painter.paint(figure(many), Optional.empty(), 900, 700, 1).image();
			// Without an image to write to, every point is drawn as a shape.
			BufferedImage drawn = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
			var g2 = drawn.createGraphics();
			painter.chart(figure(many)).draw(g2, new Rectangle(900, 700));
			g2.dispose();
			double difference = 0;
			double ink = 0;
			for (int i = 0; i < 900 * 700; i++) {
				int one = new Color(stamped.getRGB(i % 900, i / 900)).getRed();
				int other = new Color(drawn.getRGB(i % 900, i / 900)).getRed();
				difference += one - other;
				ink += 255 - other;
			}
			assertTrue(ink > 1e5 && Math.abs(difference) < 0.06 * ink, marker + ": " + difference + " of " + ink);
		}
	}

	@Test
	void longLinesPassThroughTheirVertices() {
		int count = LineRenderer.MANY + 10;
		double[] x = IntStream.range(0, count).mapToDouble(i -> Math.cos(i * 0.001) * (1 + i * 1e-4)).toArray();
		double[] y = IntStream.range(0, count).mapToDouble(i -> Math.sin(i * 0.001) * (1 + i * 1e-4)).toArray();
		x[count / 2] = Double.NaN;
		PaintedFigure painted = new FigurePainter(Theme.LIGHT).paint(figure(new Line("", x, y, Hue.RED, true)),
				Optional.of(new Viewport(-2, 2, -2, 2)), 500, 400, 1);
		int seen = 0;
		for (int i = 0; i < count; i += 97) {
			int column = (int) Math.floor(painted.geometry().drawnX(x[i]));
			int row = (int) Math.floor(painted.geometry().drawnY(y[i]));
			if (painted.geometry().area().contains(column, row) && painted.geometry().area().contains(column - 2, row - 2)) {
				boolean near = false;
				for (int d = 0; d < 9; d++) {
					near |= painted.image().getRGB(column - 1 + d % 3, row - 1 + d / 3) == Theme.LIGHT.color(Hue.RED).getRGB();
				}
				assertTrue(near, "vertex " + i);
				seen++;
			}
		}
		assertTrue(seen > 50);
	}

	@Test
	void largeGridsShowEveryCellAndMeansWhereCellsAreSmallerThanPixels() {
		int size = 70;
		double[][] values = new double[size][size];
		for (int r = 0; r < size; r++) {
			for (int c = 0; c < size; c++) {
				values[r][c] = (r * 31 + c * 17) % 11 / 10.0;
			}
		}
		values[3][4] = Double.NaN;
		PaintedFigure painted = new FigurePainter(Theme.PRINT).paint(figure(grid(values)), Optional.empty(), 700, 600, 2);
		Viridis scale = new Viridis(new Range(0, 1), Theme.PRINT.gridLines());
		for (int r = 0; r < size; r++) {
			for (int c = 0; c < size; c++) {
				Color expected = scale.color(values[r][c]);
				Color found = new Color(painted.image().getRGB((int) (2 * painted.geometry().drawnX(c)),
						(int) (2 * painted.geometry().drawnY(r))));
				assertEquals(expected.getRed(), found.getRed(), 2, r + ", " + c);
				assertEquals(expected.getGreen(), found.getGreen(), 2, r + ", " + c);
			}
		}
		// A checkerboard far finer than pixels is even grey: half way between its colours.
		double[][] fine = new double[1500][1500];
		for (int r = 0; r < fine.length; r++) {
			for (int c = 0; c < fine.length; c++) {
				fine[r][c] = (r + c) % 2;
			}
		}
		PaintedFigure even = new FigurePainter(Theme.PRINT).paint(figure(grid(fine)), Optional.empty(), 400, 300, 1);
		Color middle = scale.color(0.5);
		Color found = new Color(even.image().getRGB((int) even.geometry().area().getCenterX(), (int) even.geometry().area().getCenterY()));
		assertEquals(middle.getGreen(), found.getGreen(), 25);
		assertEquals(middle.getRed(), found.getRed(), 25);
	}

	@Test
	void nothingIsWrittenOutsideTheAxes() {
		double[] x = sequence(30_000, 0.618034);
		double[] y = sequence(30_000, 0.754877);
		Viewport part = new Viewport(0.4, 0.6, 0.4, 0.6);
		PaintedFigure painted = new FigurePainter(Theme.LIGHT)
				.paint(figure(new Points("", x, y, Hue.BLUE, Marker.DOT, List.of())), Optional.of(part), 500, 400, 2);
		for (int row = 0; row < painted.image().getHeight(); row++) {
			for (int column = 0; column < painted.image().getWidth(); column++) {
				if (painted.image().getRGB(column, row) == Theme.LIGHT.color(Hue.BLUE).getRGB()) {
					assertTrue(painted.geometry().area().intersects(column / 2.0 - 0.5, row / 2.0 - 0.5, 1, 1), column + ", " + row);
				}
			}
		}
	}

	@Test
	void valuesOfBothSignsHaveColoursOfEqualStrength() {
		Diverging scale = new Diverging(new Range(-0.5, 2), Theme.PRINT);
		assertEquals(-2, scale.getLowerBound());
		assertEquals(2, scale.getUpperBound());
		assertEquals(Theme.PRINT.background(), scale.color(0));
		assertNotEquals(scale.color(-1), scale.color(1));
		for (double size : new double[] { 0.5, 1, 1.5, 2 }) {
			assertEquals(lightness(scale.color(-size)), lightness(scale.color(size)), 0.09, "size " + size);
		}
		assertEquals(Theme.DARK.background(), new Diverging(new Range(-1, 1), Theme.DARK).color(0));
		PaintedFigure painted = new FigurePainter(Theme.PRINT).paint(figure(grid(new double[][] { { -1, 0, 1 } })), Optional.empty(),
				400, 300, 1);
		int zero = painted.image().getRGB((int) painted.geometry().drawnX(1), (int) painted.geometry().drawnY(0));
		assertEquals(Color.WHITE.getRGB(), zero);
	}

	private static double lightness(Color color) {
		double luminance = 0.2126 * Math.pow(color.getRed() / 255.0, 2.2) + 0.7152 * Math.pow(color.getGreen() / 255.0, 2.2)
				+ 0.0722 * Math.pow(color.getBlue() / 255.0, 2.2);
		return Math.cbrt(luminance);
	}

	private static Figure figure(Figure.Layer layer) {
		return new Figure("figure", "", "", "x", "y", false, List.of(layer));
	}

	private static Grid grid(double[][] values) {
		return new Grid("value", values, IntStream.range(0, values.length).mapToObj(Integer::toString).toList(),
				IntStream.range(0, values[0].length).mapToObj(Integer::toString).toList());
	}

	/** Numbers from 0 to 1 that fill the line evenly. */
	private static double[] sequence(int count, double step) {
		return IntStream.range(0, count).mapToDouble(i -> i * step % 1).toArray();
	}
}
