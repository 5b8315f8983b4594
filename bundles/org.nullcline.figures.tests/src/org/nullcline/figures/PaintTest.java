package org.nullcline.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;

class PaintTest {

	@Test
	void everyMarkerIsDrawnInEveryHueOfEveryTheme() {
		for (Theme theme : Theme.values()) {
			for (Hue hue : Hue.values()) {
				Marker marker = Marker.values()[hue.ordinal() % Marker.values().length];
				Figure figure = figure(false, new Points("", new double[] { 1, 2, 3 }, new double[] { 3, 1, 2 }, hue, marker, List.of()));
				BufferedImage image = new FigurePainter(theme).paint(figure, Optional.empty(), 300, 200, 2).image();
				assertEquals(theme.background().getRGB(), image.getRGB(1, 1));
				assertTrue(count(image, theme.color(hue)) >= 30, theme + " " + hue + " " + marker);
			}
		}
	}

	@Test
	void pngHasTheSizeOfTheFigureAndIsNotBlank() throws Exception {
		Figure figure = SampleFigures.trajectories();
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(new FigurePainter(Theme.PRINT).png(figure, 2)));
		assertEquals(2 * FigureSize.of(figure).width(), image.getWidth());
		assertEquals(2 * FigureSize.of(figure).height(), image.getHeight());
		assertTrue(count(image, Theme.PRINT.color(Hue.RED)) > 50);
		assertTrue(count(image, Theme.PRINT.color(Hue.GREY)) > 200);
	}

	/** Names of columns and entries of legends must not take the room of what they name. */
	@Test
	void lowFiguresKeepTheirRoom() {
		List<String> names = IntStream.range(0, 24).mapToObj(i -> "vanilla-tanh-64-seed-" + i).toList();
		PaintedFigure grid = new FigurePainter(Theme.LIGHT).paint(figure(false, new Grid("distance", new double[24][24], names, names)),
				Optional.empty(), 520, 180, 1);
		assertTrue(grid.geometry().area().getHeight() > 0.5 * 180, () -> grid.geometry().area().toString());
		Figure.Layer[] lines = IntStream.range(0, 8).mapToObj(
				i -> new Line("ugrnn-relu-64 " + i, new double[] { 0, 1 }, new double[] { i, 0 }, Hue.category(i), true))
				.toArray(Figure.Layer[]::new);
		PaintedFigure curves = new FigurePainter(Theme.LIGHT).paint(figure(false, lines), Optional.empty(), 440, 180, 1);
		assertTrue(curves.geometry().area().getWidth() > 0.5 * 440, () -> curves.geometry().area().toString());
	}

	@Test
	void pointsAreWhereTheGeometrySays() {
		Figure figure = figure(false, new Points("", new double[] { 0, 4 }, new double[] { 0, 9 }, Hue.RED, Marker.SQUARE, List.of()));
		PaintedFigure painted = new FigurePainter(Theme.LIGHT).paint(figure, Optional.of(new Viewport(-1, 5, -2, 12)), 400, 300, 2);
		PlotGeometry geometry = painted.geometry();
		for (double[] point : new double[][] { { 0, 0 }, { 4, 9 } }) {
			int x = (int) Math.round(2 * geometry.drawnX(point[0]));
			int y = (int) Math.round(2 * geometry.drawnY(point[1]));
			assertEquals(Theme.LIGHT.color(Hue.RED).getRGB(), painted.image().getRGB(x, y));
			assertEquals(point[0], geometry.dataX(geometry.drawnX(point[0])), 1e-9);
			assertEquals(point[1], geometry.dataY(geometry.drawnY(point[1])), 1e-9);
		}
		assertEquals(new Viewport(-1, 5, -2, 12), geometry.view());
	}

	@Test
	void equalScalesGiveAUnitTheSameLengthOnBothAxes() {
		Figure figure = SampleFigures.trajectories();
		for (int[] size : new int[][] { { 600, 560 }, { 900, 300 }, { 300, 700 } }) {
			PlotGeometry geometry = new FigurePainter(Theme.PRINT).paint(figure, Optional.empty(), size[0], size[1], 1).geometry();
			double horizontal = geometry.area().getWidth() / geometry.view().width();
			double vertical = geometry.area().getHeight() / geometry.view().height();
			assertEquals(1, horizontal / vertical, 1e-9);
			Viewport all = FigurePainter.viewport(figure);
			assertTrue(geometry.view().left() <= all.left() + 1e-9 && geometry.view().right() >= all.right() - 1e-9);
			assertTrue(geometry.view().bottom() <= all.bottom() + 1e-9 && geometry.view().top() >= all.top() - 1e-9);
		}
	}

	@Test
	void numbersThatAreNoneAreLeftOut() {
		double nan = Double.NaN;
		double infinite = Double.POSITIVE_INFINITY;
		Figure figure = figure(false,
				new Line("", new double[] { 0, 1, nan, 3, infinite, 5 }, new double[] { 0, 1, 2, 3, 4, -infinite }, Hue.BLUE, false),
				new Points("", new double[] { nan, 2, infinite }, new double[] { 0, nan, 2 }, Hue.RED, Marker.DOT, List.of("a", "b", "c")));
		Viewport view = FigurePainter.viewport(figure);
		assertArrayEquals(new double[] { -0.12, 3.12, -0.12, 3.12 },
				new double[] { view.left(), view.right(), view.bottom(), view.top() }, 1e-12);
		PaintedFigure painted = new FigurePainter(Theme.PRINT).paint(figure, Optional.empty(), 400, 300, 1);
		assertEquals(0, count(painted.image(), Theme.PRINT.color(Hue.RED)));
		// The single point between two gaps is a dot.
		PlotGeometry geometry = painted.geometry();
		assertNotEquals(Color.WHITE.getRGB(), painted.image().getRGB((int) geometry.drawnX(3), (int) geometry.drawnY(3)));
		int gap = painted.image().getRGB((int) geometry.drawnX(2.03), (int) geometry.drawnY(2.03));
		assertEquals(Color.WHITE.getRGB(), gap);
		new FigurePainter(Theme.PRINT).svg(figure);
	}

	@Test
	void figuresWithoutDataShowAxes() {
		double[] none = {};
		List<Figure> figures = List.of(figure(true), figure(false, new Line("empty", none, none, Hue.RED, false)),
				figure(false, new Points("all missing", new double[] { Double.NaN }, new double[] { 1 }, Hue.RED, Marker.DOT, List.of())),
				figure(false, new Grid("no rows", new double[0][], List.of(), List.of())));
		for (Figure figure : figures) {
			BufferedImage image = new FigurePainter(Theme.PRINT).image(figure, 1);
			assertTrue(count(image, Theme.PRINT.secondary()) > 200, "no axes: " + figure.layers());
			assertTrue(new FigurePainter(Theme.PRINT).svg(figure).contains("horizontal"));
		}
	}

	@Test
	void extremeNumbersDoNotBreakTheAxes() {
		double[][] ranges = { { 3, 3 }, { 0, 0 }, { 1e-300, 2e-300 }, { -1e298, 1e298 }, { -1e308, 0 }, { 1e15, 1e15 + 1 },
				{ 1, 1 + 1e-15 }, { -5e-324, 5e-324 }, { 1e-9, 3e-9 }, { 0, 123456789 } };
		for (double[] range : ranges) {
			Figure figure = figure(false, new Points("", range, range, Hue.RED, Marker.DOT, List.of()));
			BufferedImage image = new FigurePainter(Theme.PRINT).image(figure, 1);
			assertTrue(count(image, Theme.PRINT.color(Hue.RED)) > 0, Arrays.toString(range));
		}
	}

	@Test
	void gridIsDrawnWithRowZeroAtTheTop() {
		double[][] values = { { 0, 0.5 }, { Double.NaN, 1 }, { 0.25, 0.25 } };
		Figure figure = figure(false, new Grid("value", values, List.of("a", "b", "c"), List.of("p", "q")));
		PaintedFigure painted = new FigurePainter(Theme.PRINT).paint(figure, Optional.empty(), 500, 400, 2);
		Viridis scale = new Viridis(new Range(0, 1), Theme.PRINT.gridLines());
		for (int r = 0; r < 3; r++) {
			for (int c = 0; c < 2; c++) {
				int x = (int) (2 * painted.geometry().drawnX(c));
				int y = (int) (2 * painted.geometry().drawnY(r));
				assertEquals(scale.color(values[r][c]).getRGB(), painted.image().getRGB(x, y), "row " + r + " column " + c);
			}
		}
		assertTrue(painted.geometry().drawnY(0) < painted.geometry().drawnY(1));
		assertEquals(Theme.PRINT.gridLines(), scale.color(Double.NaN));
	}

	@Test
	void colourScaleBeginsAtZeroWhereValuesComeNearIt() {
		assertEquals(new Range(0, 0.5), scale(0.2, 0.5));
		assertEquals(new Range(0.3, 0.5), scale(0.3, 0.5));
		assertEquals(new Range(-0.1, 0.5), scale(-0.1, 0.5));
		assertEquals(new Range(0, 1), scale(Double.NaN, Double.NaN));
	}

	private static Range scale(double first, double second) {
		return new DataRanges(new Figure("grid", "", "", "", "", false, List.of(new Figure.Grid("", new double[][] { { first, second } },
				List.of("row"), List.of("a", "b"))))).values();
	}

	@Test
	void colourScaleGrowsLighterThroughout() {
		Viridis scale = new Viridis(new Range(0, 1), Color.GRAY);
		double before = -1;
		for (int i = 0; i <= 100; i++) {
			Color color = scale.color(i / 100.0);
			double luminance = 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
			assertTrue(luminance >= before - 1e-3, "at " + i + " %");
			before = luminance;
		}
	}

	@Test
	void layersOfOneNameShareALegendEntry() {
		double[] one = { 1 };
		Figure figure = figure(false, new Line("gru", one, one, Hue.BLUE, true), new Line("gru", one, one, Hue.BLUE, true),
				new Points("gru", one, one, Hue.BLUE, Marker.DOT, List.of()), new Line("", one, one, Hue.RED, true),
				new Points("lstm", one, one, Hue.ORANGE, Marker.CROSS, List.of()));
		XYPlot plot = (XYPlot) new FigurePainter(Theme.LIGHT).chart(figure).getPlot();
		assertEquals(2, plot.getLegendItems().getItemCount());
		LegendItem both = plot.getLegendItems().get(0);
		assertEquals("gru", both.getLabel());
		assertTrue(both.isLineVisible() && both.isShapeVisible());
		assertEquals("lstm", plot.getLegendItems().get(1).getLabel());
		assertEquals(5, plot.getDatasetCount());
	}

	@Test
	void axesHaveFewRoundNumbers() {
		assertEquals(0.2, DecimalAxis.roundedUp(0.13), 1e-15);
		assertEquals(0.1, DecimalAxis.roundedUp(0.1), 1e-15);
		assertEquals(50, DecimalAxis.roundedUp(21), 1e-12);
		assertEquals(1000, DecimalAxis.roundedUp(501), 1e-9);
		String svg = new FigurePainter(Theme.PRINT).svg(figure(false,
				new Line("", new double[] { -1, 1 }, new double[] { 0, 2e-7 }, Hue.BLUE, false)));
		assertTrue(svg.contains(">\u22121.0<") && svg.contains(">0.5<"), "decimals of the horizontal axis");
		assertTrue(svg.contains(">1.5e-7<".replace('-', '\u2212')), "exponents of the vertical axis");
	}

	@Test
	void millionPointsAreDrawnQuickly() {
		int count = 1_000_000;
		double[] x = new double[count];
		double[] y = new double[count];
		for (int i = 0; i < count; i++) {
			x[i] = (i * 0.618034) % 1;
			y[i] = (i * 0.754877) % 1;
		}
		Figure figure = figure(false, new Points("", x, y, Hue.BLUE, Marker.DOT, List.of()));
		FigurePainter painter = new FigurePainter(Theme.LIGHT);
		painter.paint(figure(false), Optional.empty(), 800, 600, 1);
		long start = System.nanoTime();
		BufferedImage image = painter.paint(figure, Optional.empty(), 800, 600, 1).image();
		double seconds = (System.nanoTime() - start) * 1e-9;
		assertTrue(count(image, Theme.LIGHT.color(Hue.BLUE)) > 200_000);
		assertTrue(seconds < 5, "took " + seconds + " s");
	}

	@Test
	void viewportsScaleAndMove() {
		Viewport view = new Viewport(0, 10, -1, 1);
		assertEquals(new Viewport(1, 6, -0.5, 0.5), view.scaled(0.5, 2, 0));
		assertEquals(new Viewport(3, 13, -2, 0), view.moved(3, -1));
		Viewport tiny = view;
		for (int i = 0; i < 2000; i++) {
			tiny = tiny.scaled(0.5, 3, 0.2);
		}
		assertTrue(tiny.width() > 0 && tiny.height() > 0);
		assertThrows(IllegalArgumentException.class, () -> new Viewport(1, 1, 0, 1));
		assertThrows(IllegalArgumentException.class, () -> new Viewport(0, Double.NaN, 0, 1));
	}

	@Test
	void shadesOfATheme() {
		for (Theme theme : Theme.values()) {
			Set<Color> shades = new java.util.HashSet<>();
			EnumSet.allOf(Hue.class).forEach(hue -> shades.add(theme.color(hue)));
			assertEquals(Hue.values().length, shades.size());
			for (Color shade : shades) {
				assertTrue(contrast(shade, theme.background()) >= 2.1, theme + " " + shade + " on its background");
			}
		}
	}

	private static Figure figure(boolean equalScales, Figure.Layer... layers) {
		return new Figure("figure", "", "", "horizontal", "vertical", equalScales, List.of(layers));
	}

	private static int count(BufferedImage image, Color color) {
		int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		return (int) Arrays.stream(pixels).filter(pixel -> pixel == color.getRGB()).count();
	}

	/** The contrast ratio of the Web Content Accessibility Guidelines. */
	private static double contrast(Color one, Color other) {
		double a = luminance(one) + 0.05;
		double b = luminance(other) + 0.05;
		return Math.max(a, b) / Math.min(a, b);
	}

	private static double luminance(Color color) {
		return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
	}

	private static double linear(int channel) {
		double value = channel / 255.0;
		return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}
}
