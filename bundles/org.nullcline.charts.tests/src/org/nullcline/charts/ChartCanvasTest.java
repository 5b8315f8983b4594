package org.nullcline.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.figures.Drawing;
import org.nullcline.figures.FigureFormat;
import org.nullcline.figures.FigurePainter;
import org.nullcline.figures.PlotGeometry;
import org.nullcline.figures.Theme;
import org.nullcline.figures.Viewport;

/** Drives a real canvas on a real display; needs one, for example Xvfb. */
class ChartCanvasTest {

	private static final Display display = TestDisplay.INSTANCE;
	private Shell shell;
	private ChartCanvas canvas;

	@BeforeEach
	void open() {
		shell = new Shell(display, SWT.NO_TRIM);
		shell.setLayout(new FillLayout());
		canvas = new ChartCanvas(shell, SWT.NONE);
		shell.setSize(520, 400);
		shell.open();
	}

	@AfterEach
	void close() {
		shell.dispose();
	}

	@Test
	void windowShowsThePainting() {
		canvas.setFigure(figure());
		await(() -> canvas.geometry() != null);
		await(() -> {
			Image image = new Image(display, canvas.getSize().x, canvas.getSize().y);
			GC gc = new GC(canvas);
			gc.copyArea(image, 0, 0);
			gc.dispose();
			ImageData data = image.getImageData(100);
			image.dispose();
			RGB found = data.palette.getRGB(data.getPixel((int) canvas.geometry().drawnX(2), (int) canvas.geometry().drawnY(1)));
			return found.equals(rgb(Theme.LIGHT.color(Hue.RED)));
		});
	}

	@Test
	void figureIsShownInTheShadesOfTheTheme() {
		for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
			canvas.setTheme(theme);
			canvas.setFigure(figure());
			await(() -> canvas.geometry() != null && pixel(canvas.geometry().drawnX(2), canvas.geometry().drawnY(1))
					.equals(rgb(theme.color(Hue.RED))));
			assertEquals(rgb(theme.background()), pixel(2, 2));
		}
	}

	@Test
	void selectionIsAnOverlay() {
		canvas.setFigure(figure());
		await(() -> canvas.geometry() != null);
		PlotGeometry painted = canvas.geometry();
		byte[] before = pixels().data;
		canvas.select("c");
		byte[] selected = pixels().data;
		int different = 0;
		for (int i = 0; i < before.length; i++) {
			different += before[i] == selected[i] ? 0 : 1;
		}
		assertTrue(different > 60 && different < 5000, different + " bytes differ");
		int x = (int) painted.drawnX(2) + 7;
		assertNotEquals(rgb(Theme.LIGHT.background()), pixel(x, painted.drawnY(1)));
		assertTrue(painted == canvas.geometry(), "the figure was painted again");
		canvas.select(null);
		assertArrayEquals(before, pixels().data);
		canvas.select("trajectory");
		assertTrue(!Arrays.equals(before, pixels().data), "a line is highlighted by its name");
	}

	@Test
	void rowsOfGridsAreHighlightedAndCellsHaveToolTips() {
		canvas.setFigure(new Figure("grid", "", "", "", "", false, List.of(new Grid("d", new double[][] { { 0, 1 }, { 0.5, Double.NaN } },
				List.of("net & 1", "net 2"), List.of("net & 1", "net 2")))));
		await(() -> canvas.geometry() != null);
		byte[] before = pixels().data;
		canvas.select("net 2");
		assertTrue(!Arrays.equals(before, pixels().data));
		canvas.updateToolTip((int) canvas.geometry().drawnX(1), (int) canvas.geometry().drawnY(0));
		assertEquals("net && 1, net 2: 1.0000", canvas.getToolTipText());
		canvas.updateToolTip(1, 1);
		assertNull(canvas.getToolTipText());
	}

	@Test
	void clickPicksThePointUnderTheMouse() {
		List<String> picked = new ArrayList<>();
		LabelListener listener = picked::add;
		canvas.addLabelListener(listener);
		canvas.setFigure(figure());
		await(() -> canvas.geometry() != null);
		click(canvas.geometry().drawnX(2) + 3, canvas.geometry().drawnY(1) - 2);
		assertEquals(List.of("c"), picked);
		assertEquals("c", canvas.getSelected());
		click(canvas.geometry().area().getMinX() + 3, canvas.geometry().area().getMinY() + 3);
		assertEquals(List.of("c"), picked);
		canvas.updateToolTip((int) canvas.geometry().drawnX(0), (int) canvas.geometry().drawnY(0));
		assertEquals("a", canvas.getToolTipText());
		canvas.removeLabelListener(listener);
		click(canvas.geometry().drawnX(0), canvas.geometry().drawnY(0));
		assertEquals(List.of("c"), picked);
		assertEquals("a", canvas.getSelected());
	}

	@Test
	void wheelZoomsAboutTheMouseDraggingPansDoubleClickResets() {
		canvas.setFigure(figure());
		await(() -> canvas.geometry() != null);
		Viewport all = canvas.geometry().view();
		int x = (int) canvas.geometry().drawnX(2);
		int y = (int) canvas.geometry().drawnY(1);
		double dataX = canvas.geometry().dataX(x);
		send(SWT.MouseWheel, x, y, 3);
		await(() -> canvas.geometry().view().width() < all.width());
		assertEquals(all.width() / 1.25, canvas.geometry().view().width(), 1e-9);
		assertEquals(dataX, canvas.geometry().dataX(x), 0.02 * all.width());

		Viewport zoomed = canvas.geometry().view();
		send(SWT.MouseDown, 200, 150, 1);
		send(SWT.MouseMove, 240, 120, 0);
		send(SWT.MouseUp, 240, 120, 1);
		await(() -> canvas.geometry().view().left() != zoomed.left());
		Viewport moved = canvas.geometry().view();
		assertEquals(zoomed.width(), moved.width(), 1e-9);
		assertTrue(moved.left() < zoomed.left() && moved.bottom() < zoomed.bottom());
		assertNull(canvas.getSelected());

		// New data of the same figure keep the zoom, another figure does not.
		canvas.setFigure(figure());
		settle();
		assertEquals(moved.left(), canvas.geometry().view().left(), 1e-9);
		send(SWT.MouseDoubleClick, 200, 150, 1);
		await(() -> canvas.geometry().view().equals(all));
		canvas.show(new Viewport(0, 1, 0, 1));
		await(() -> canvas.geometry().view().equals(new Viewport(0, 1, 0, 1)));
		canvas.setFigure(new Figure("other", "", "", "", "", false, figure().layers()));
		await(() -> canvas.geometry().view().equals(all));
	}

	@Test
	void keysZoomPanAndReset() {
		canvas.setFigure(figure());
		await(() -> canvas.geometry() != null);
		Viewport all = canvas.geometry().view();
		key('+', 0);
		await(() -> canvas.geometry().view().width() < all.width());
		Viewport zoomed = canvas.geometry().view();
		key((char) 0, SWT.ARROW_RIGHT);
		await(() -> canvas.geometry().view().left() > zoomed.left());
		key('0', 0);
		await(() -> canvas.geometry().view().equals(all));
	}

	@Test
	void imageFollowsTheSizeAndIsDisposed() {
		canvas.setFigure(figure());
		await(() -> canvas.geometry() != null);
		double before = canvas.geometry().area().getWidth();
		for (int i = 0; i < 5; i++) {
			shell.setSize(620 + 20 * i, 450);
			settle();
		}
		assertEquals(before + 180, canvas.geometry().area().getWidth(), 2);
		assertEquals(1, images());
		canvas.setFigure(null);
		settle();
		assertEquals(0, images());
		assertEquals(rgb(Theme.LIGHT.background()), pixel(250, 200));
		canvas.setFigure(figure());
		await(() -> canvas.geometry() != null);
		canvas.dispose();
		assertEquals(0, images());
	}

	@Test
	void disposedWhilePainting() {
		for (int i = 0; i < 20; i++) {
			ChartCanvas other = new ChartCanvas(shell, SWT.NONE);
			other.setSize(300, 200);
			other.setFigure(figure());
			other.dispose();
		}
		settle();
	}

	@Test
	void exportUsesTheThemeForPrint(@TempDir Path folder) throws IOException {
		assertThrows(IllegalStateException.class, () -> canvas.export(folder.resolve("none.png")));
		canvas.setTheme(Theme.DARK);
		canvas.setFigure(figure());
		for (FigureFormat format : FigureFormat.values()) {
			Path file = folder.resolve("figure." + format.extension());
			canvas.export(file);
			assertArrayEquals(format.bytes(figure()), Files.readAllBytes(file));
		}
		ImageData png = new ImageData(folder.resolve("figure.png").toString());
		assertEquals(new RGB(255, 255, 255), png.palette.getRGB(png.getPixel(3, 3)));
		assertThrows(IOException.class, () -> canvas.export(folder.resolve("figure.gif")));
		assertEquals(9, canvas.getMenu().getItemCount());
	}

	@Test
	void exportShowsThePartThatIsShown(@TempDir Path folder) throws IOException {
		canvas.setFigure(figure());
		Viewport part = new Viewport(0.5, 1.5, 0, 1);
		canvas.show(part);
		for (FigureFormat format : FigureFormat.values()) {
			Path file = folder.resolve("part." + format.extension());
			canvas.export(file);
			byte[] written = Files.readAllBytes(file);
			assertArrayEquals(format.bytes(Drawing.of(figure()), Optional.of(part)), written);
			// The numbers are all there, wherever the user looks.
			assertEquals(format == FigureFormat.CSV, Arrays.equals(format.bytes(figure()), written), format::name);
		}
		canvas.resetView();
		Path whole = folder.resolve("whole.svg");
		canvas.export(whole);
		assertArrayEquals(FigureFormat.SVG.bytes(figure()), Files.readAllBytes(whole));
	}

	@Test
	void preferredSizeIsThatOfTheFigure() {
		canvas.setFigure(figure());
		assertEquals(640, canvas.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
		assertEquals(100, canvas.computeSize(100, SWT.DEFAULT).x);
		assertTrue(FigurePainter.viewport(figure()).width() > 0);
	}

	private static Figure figure() {
		return new Figure("sample", "Sample", "", "x", "y", false,
				List.of(new Line("trajectory", new double[] { 0, 1, Double.NaN, 2, 3 }, new double[] { 3, 0, 1, 2, 2 }, Hue.BLUE, true),
						new Points("points", new double[] { 0, 1, 2 }, new double[] { 0, 2, 1 }, Hue.RED, Marker.SQUARE, List.of("a", "b", "c"))));
	}

	private static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + 10_000_000_000L;
		while (!condition.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, "waited in vain");
			dispatch();
		}
	}

	/** Until all that was asked for is painted. */
	private static void settle() {
		long end = System.nanoTime() + 400_000_000L;
		while (System.nanoTime() < end) {
			dispatch();
		}
	}

	private static void dispatch() {
		if (!display.readAndDispatch()) {
			try {
				Thread.sleep(5);
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}
	}

	private void click(double x, double y) {
		send(SWT.MouseDown, (int) x, (int) y, 1);
		send(SWT.MouseUp, (int) x, (int) y, 1);
	}

	/** @param number the button, or the turns of the wheel */
	private void send(int type, int x, int y, int number) {
		Event event = new Event();
		event.x = x;
		event.y = y;
		event.button = number;
		event.count = number;
		canvas.notifyListeners(type, event);
	}

	private void key(char character, int code) {
		Event event = new Event();
		event.character = character;
		event.keyCode = code;
		canvas.notifyListeners(SWT.KeyDown, event);
	}

	private ImageData pixels() {
		canvas.update();
		Image image = new Image(display, canvas.getSize().x, canvas.getSize().y);
		GC gc = new GC(image);
		// Painted into an image, so that no window manager or pointer lies above it.
		Event event = new Event();
		event.gc = gc;
		canvas.notifyListeners(SWT.Paint, event);
		gc.dispose();
		ImageData data = image.getImageData(100);
		image.dispose();
		return data;
	}

	private RGB pixel(double x, double y) {
		ImageData data = pixels();
		return data.palette.getRGB(data.getPixel((int) Math.round(x), (int) Math.round(y)));
	}

	private static int images() {
		return (int) Arrays.stream(display.getDeviceData().objects).filter(Image.class::isInstance).count();
	}

	private static RGB rgb(java.awt.Color color) {
		return new RGB(color.getRed(), color.getGreen(), color.getBlue());
	}
}
