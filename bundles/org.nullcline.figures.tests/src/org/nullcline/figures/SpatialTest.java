package org.nullcline.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;

/** Figures of three dimensions on paper. */
class SpatialTest {

	private static final List<Rotation> ROTATIONS = List.of(Rotation.START, new Rotation(0, 0), new Rotation(123, -71),
			new Rotation(-170, 90), new Rotation(45, 35));

	@Test
	void axesOfThePaperAreOrthonormalAndRightHanded() {
		for (Rotation rotation : ROTATIONS) {
			double[][] axes = { rotation.right(), rotation.up(), rotation.outward() };
			for (int i = 0; i < 3; i++) {
				for (int j = 0; j < 3; j++) {
					assertEquals(i == j ? 1 : 0, dot(axes[i], axes[j]), 1e-12);
				}
			}
			double[] cross = { axes[0][1] * axes[1][2] - axes[0][2] * axes[1][1], axes[0][2] * axes[1][0] - axes[0][0] * axes[1][2],
					axes[0][0] * axes[1][1] - axes[0][1] * axes[1][0] };
			assertArrayEquals(axes[2], cross, 1e-12);
		}
	}

	@Test
	void lookedAtFromTheFrontTwoAxesLieOnThePaper() {
		// From the negative end of the second axis: the first one to the right, the third one upwards.
		Figure figure = new SpatialDrawing(cube(), new Rotation(-90, 0)).figure();
		Figure.Points points = (Figure.Points) figure.layers().get(1);
		assertArrayEquals(new double[] { 0, 1, 0, 0 }, points.x(), 1e-12);
		assertArrayEquals(new double[] { 0, 0, 0, 3 }, points.y(), 1e-12);
		assertEquals(List.of("origin", "x", "y", "z"), points.labels());
	}

	@Test
	void turningKeepsLengthsOfWhatLiesAcrossAndStaysInTheWindow() {
		for (Rotation rotation : ROTATIONS) {
			SpatialDrawing drawing = new SpatialDrawing(cube(), rotation);
			Viewport home = drawing.home().orElseThrow();
			assertEquals(new SpatialDrawing(cube(), Rotation.START).home().orElseThrow().width(), home.width(), 1e-9);
			for (Figure.Layer layer : drawing.figure().layers()) {
				double[] x = layer instanceof Figure.Points points ? points.x() : ((Figure.Line) layer).x();
				double[] y = layer instanceof Figure.Points points ? points.y() : ((Figure.Line) layer).y();
				for (int i = 0; i < x.length; i++) {
					assertTrue(Double.isNaN(x[i]) || x[i] > home.left() && x[i] < home.right() && y[i] > home.bottom() && y[i] < home.top());
				}
			}
		}
		assertEquals(new Rotation(10, 20), new Rotation(370, 20));
		assertEquals(90, new Rotation(0, 60).turned(0, 60).elevation());
	}

	@Test
	void axesAreNamedAndNumbered() {
		String svg = new FigurePainter(Theme.PRINT).svg(new SpatialDrawing(cube(), Rotation.START), "a");
		for (String text : List.of(">first<", ">second<", ">third<", ">corners<", ">3<")) {
			assertTrue(svg.contains(text), text);
		}
		// An axis seen from its end has no name.
		String above = new FigurePainter(Theme.PRINT).svg(new SpatialDrawing(cube(), new Rotation(20, 90)), "a");
		assertTrue(above.contains(">first<") && !above.contains(">third<"));
	}

	@Test
	void drawnDifferentlyFromElsewhereAndAlikeFromHere() {
		BufferedImage one = image(Rotation.START);
		assertArrayEquals(pixels(one), pixels(image(Rotation.START)));
		assertNotEquals(Arrays.hashCode(pixels(one)), Arrays.hashCode(pixels(image(Rotation.START.turned(30, 0)))));
		int red = Theme.DARK.color(Hue.RED).getRGB();
		assertTrue(Arrays.stream(pixels(one)).filter(pixel -> pixel == red).count() > 40);
	}

	@Test
	void numbersHaveThreeCoordinates() {
		String csv = new String(FigureFormat.CSV.bytes(new SpatialDrawing(cube(), Rotation.START)), StandardCharsets.UTF_8);
		assertTrue(csv.startsWith("layer,name,x,y,z,label\r\n1,corners,0.0,0.0,0.0,origin\r\n"), csv);
		assertTrue(csv.contains("2,path,0.0,0.0,0.0,\r\n"));
	}

	@Test
	void nothingToShow() {
		SpatialFigure empty = new SpatialFigure("empty", "Empty", "", "a", "b", "c", List.of());
		new FigurePainter(Theme.LIGHT).paint(new SpatialDrawing(empty, Rotation.START), Optional.empty(), 300, 200, 1);
		double[] one = { 2 };
		SpatialFigure point = new SpatialFigure("point", "Point", "", "a", "b", "c",
				List.of(new SpatialFigure.Points("", one, one, one, Hue.RED, Marker.DOT, List.of())));
		new FigurePainter(Theme.LIGHT).paint(new SpatialDrawing(point, Rotation.START), Optional.empty(), 300, 200, 1);
	}

	private static SpatialFigure cube() {
		return new SpatialFigure("cube", "Cube", "", "first", "second", "third",
				List.of(new SpatialFigure.Points("corners", new double[] { 0, 1, 0, 0 }, new double[] { 0, 0, 2, 0 },
						new double[] { 0, 0, 0, 3 }, Hue.RED, Marker.SQUARE, List.of("origin", "x", "y", "z")),
						new SpatialFigure.Line("path", new double[] { 0, 1, Double.NaN, 0 }, new double[] { 0, 0, 1, 2 },
								new double[] { 0, 3, 1, 3 }, Hue.BLUE, true)));
	}

	private static BufferedImage image(Rotation rotation) {
		return new FigurePainter(Theme.DARK).paint(new SpatialDrawing(cube(), rotation), Optional.empty(), 400, 300, 1).image();
	}

	private static int[] pixels(BufferedImage image) {
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

	private static double dot(double[] a, double[] b) {
		return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
	}
}
