package org.nullcline.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.nullcline.charts.ChartPainter.Painting;
import org.nullcline.charts.ChartPainter.Request;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.figures.Drawing;
import org.nullcline.figures.Theme;

class ChartPainterTest {

	@Test
	void liveDataArePaintedAtMostTenTimesASecondAndTheLastStateAlways() throws InterruptedException {
		List<Painting> paintings = new CopyOnWriteArrayList<>();
		List<Thread> threads = new CopyOnWriteArrayList<>();
		ChartPainter painter = new ChartPainter(painting -> {
			paintings.add(painting);
			threads.add(Thread.currentThread());
		});
		long start = System.nanoTime();
		int state = 0;
		while (System.nanoTime() - start < 1_000_000_000L) {
			painter.request(request(++state, 100));
			Thread.sleep(2);
		}
		Thread.sleep(500);
		assertTrue(paintings.size() >= 3 && paintings.size() <= 12, paintings.size() + " paintings of " + state);
		assertEquals("state " + state, paintings.getLast().request().drawing().title());
		threads.forEach(thread -> assertNotEquals(Thread.currentThread(), thread));
		painter.stop();
	}

	@Test
	void pixelsFollowTheZoomOfTheDevice() {
		for (int zoom : new int[] { 100, 150, 200 }) {
			Painting painting = ChartPainter.paint(request(1, zoom));
			assertEquals(3 * zoom, painting.pixels().width);
			assertEquals(2 * zoom, painting.pixels().height);
			int x = (int) (painting.geometry().drawnX(1) * zoom / 100);
			int y = (int) (painting.geometry().drawnY(1) * zoom / 100);
			java.awt.Color red = Theme.LIGHT.color(Hue.RED);
			assertEquals(new RGB(red.getRed(), red.getGreen(), red.getBlue()),
					painting.pixels().palette.getRGB(painting.pixels().getPixel(x, y)));
		}
	}

	@Test
	void onePaintingThatFailsDoesNotStopTheNext() throws InterruptedException {
		List<Painting> paintings = new CopyOnWriteArrayList<>();
		ChartPainter painter = new ChartPainter(painting -> {
			if (painting.request().drawing().title().equals("state 1")) {
				throw new IllegalStateException("for this test");
			}
			paintings.add(painting);
		});
		painter.request(request(1, 100));
		Thread.sleep(400);
		painter.request(request(2, 100));
		for (int i = 0; i < 100 && paintings.isEmpty(); i++) {
			Thread.sleep(20);
		}
		assertEquals(1, paintings.size());
	}

	private static Request request(int state, int zoom) {
		Figure figure = new Figure("live", "state " + state, "", "", "", false, List.of(new Points("", new double[] { 0, 1, 2 },
				new double[] { 0, 1, 2 }, Hue.RED, Marker.SQUARE, List.of())));
		return new Request(Drawing.of(figure), Optional.empty(), Theme.LIGHT, 300, 200, zoom);
	}
}
