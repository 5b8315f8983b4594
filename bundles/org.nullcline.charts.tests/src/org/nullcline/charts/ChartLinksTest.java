package org.nullcline.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Figure.Grid;
import org.nullcline.core.figure.Figure.Line;
import org.nullcline.core.figure.Figure.Points;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.figures.FigureSize;
import org.nullcline.figures.PlotGeometry;
import org.nullcline.figures.Rotation;
import org.nullcline.figures.SpatialFigure;
import org.nullcline.figures.Theme;
import org.nullcline.figures.Viewport;

/** Picking, marking, turning and copying, on a real canvas. */
class ChartLinksTest {

	private final Display display = TestDisplay.INSTANCE;
	private final List<Pick> picks = new ArrayList<>();
	private final List<Boolean> added = new ArrayList<>();
	private Shell shell;
	private ChartCanvas canvas;

	@BeforeEach
	void open() {
		shell = new Shell(display, SWT.NO_TRIM);
		shell.setLayout(new FillLayout());
		canvas = new ChartCanvas(shell, SWT.NONE);
		canvas.addPickListener((pick, add) -> {
			picks.add(pick);
			added.add(add);
		});
		shell.setSize(520, 400);
		shell.open();
	}

	@AfterEach
	void close() {
		shell.dispose();
	}

	@Test
	void pointsVerticesAndCellsArePicked() {
		canvas.setFigure(new Figure("sample", "Sample", "", "x", "y", false,
				List.of(new Line("path", new double[] { 0, 1, 2 }, new double[] { 3, 0, 3 }, Hue.BLUE, true),
						new Points("plain", new double[] { 0.5 }, new double[] { 1 }, Hue.RED, Marker.DOT, List.of()),
						new Points("named", new double[] { 0, 2 }, new double[] { 0, 0 }, Hue.RED, Marker.DOT, List.of("a", "b")))));
		await(() -> canvas.geometry() != null);
		click(2, 0, SWT.NONE);
		click(1, 0, SWT.NONE);
		click(0.5, 1, SWT.MOD1);
		assertEquals(List.of(new Pick(2, 1, -1, "b"), new Pick(0, 1, -1, ""), new Pick(1, 0, -1, "")), picks);
		assertEquals(List.of(false, false, true), added);
		assertEquals(Set.of(), canvas.getAllSelected(), "what is selected is the listener's business");
	}

	@Test
	void cellsOfGridsArePicked() {
		canvas.setFigure(new Figure("grid", "", "", "", "", false, List.of(
				new Grid("w", new double[][] { { 0, -1 }, { 0.5, 2 } }, List.of("r0", "r1"), List.of("c0", "c1")))));
		await(() -> canvas.geometry() != null);
		click(1, 0, SWT.NONE);
		assertEquals(List.of(new Pick(0, 0, 1, "")), picks);
	}

	@Test
	void marksAreRingsAndGuides() {
		canvas.setFigure(new Figure("line", "", "", "", "", false,
				List.of(new Line("", new double[] { 0, 1, 2 }, new double[] { 0, 1, 0 }, Hue.BLUE, true))));
		await(() -> canvas.geometry() != null);
		byte[] before = pixels().data;
		canvas.setMarks(List.of(Mark.ring(0, 1)));
		int ring = different(before, pixels().data);
		canvas.setMarks(List.of(Mark.guide(0, 1)));
		int guide = different(before, pixels().data);
		assertTrue(ring > 60 && guide > ring + 200, ring + " and " + guide + " bytes differ");
		canvas.setMarks(List.of(Mark.ring(3, 1), Mark.ring(0, 99)));
		assertEquals(0, different(before, pixels().data), "marks of what is not there");
	}

	@Test
	void draggingTurnsSpaceAndShiftPansIt() {
		canvas.setSpace(space());
		await(() -> canvas.geometry() != null);
		Viewport home = canvas.geometry().view();
		byte[] before = pixels().data;
		drag(SWT.NONE, 1);
		Rotation turned = canvas.rotation().orElseThrow();
		assertNotEquals(Rotation.START, turned);
		await(() -> different(before, pixels().data) > 500);
		assertEquals(home.width(), canvas.geometry().view().width(), 1e-9);
		drag(SWT.SHIFT, 1);
		assertEquals(turned, canvas.rotation().orElseThrow());
		await(() -> canvas.geometry().view().left() != home.left());
		key((char) 0, SWT.ARROW_RIGHT, SWT.NONE);
		assertEquals(turned.azimuth() + 5, canvas.rotation().orElseThrow().azimuth(), 1e-9);
		// New data keep the rotation, the key 0 brings the first one back.
		canvas.setSpace(space());
		assertEquals(turned.azimuth() + 5, canvas.rotation().orElseThrow().azimuth(), 1e-9);
		key('0', 0, SWT.NONE);
		assertEquals(Rotation.START, canvas.rotation().orElseThrow());
	}

	@Test
	void picksInSpaceAreOfTheFiguresOwnLayers() {
		canvas.setSpace(space());
		await(() -> canvas.geometry() != null);
		Points drawn = (Points) canvas.getFigure().layers().get(1);
		click(drawn.x()[1], drawn.y()[1], SWT.NONE);
		assertEquals(List.of(new Pick(0, 1, -1, "second")), picks);
		byte[] before = pixels().data;
		canvas.setMarks(List.of(Mark.ring(0, 1)));
		byte[] marked = pixels().data;
		assertTrue(different(before, marked) > 60);
		canvas.setMarks(List.of());
		canvas.select("second");
		assertEquals(0, different(marked, pixels().data), "the same ring by its label");
	}

	@Test
	void copiesPictureAndNumbers() {
		canvas.setFigure(new Figure("line", "", "", "", "", false,
				List.of(new Line("one", new double[] { 0, 1 }, new double[] { 4, 5 }, Hue.BLUE, true))));
		key('c', 'c', SWT.MOD1);
		Clipboard clipboard = new Clipboard(display);
		await(() -> clipboard.getContents(TextTransfer.getInstance()) instanceof String text && text.contains("1,one,1.0,5.0"));
		ImageData image = (ImageData) clipboard.getContents(ImageTransfer.getInstance());
		assertEquals(2 * FigureSize.of(canvas.getFigure()).width(), image.width);
		clipboard.dispose();
	}

	@Test
	void chartsAreDarkWhereTheWindowIs() {
		WindowTheme.follow(canvas);
		for (Theme theme : new Theme[] { Theme.DARK, Theme.LIGHT }) {
			shell.setBackground(theme == Theme.DARK ? new Color(30, 30, 30) : new Color(240, 240, 240));
			pixels();
			assertEquals(theme, canvas.getTheme());
		}
	}

	@Test
	void menuOffersEveryFormat() {
		List<String> items = Arrays.stream(canvas.getMenu().getItems()).map(MenuItem::getText).toList();
		for (String item : List.of(Messages.Chart_copy, Messages.Chart_exportPng, Messages.Chart_exportSvg, Messages.Chart_exportPdf,
				Messages.Chart_exportCsv)) {
			assertTrue(items.contains(item), items.toString());
		}
	}

	private static SpatialFigure space() {
		return new SpatialFigure("space", "Space", "", "a", "b", "c", List.of(new SpatialFigure.Points("points",
				new double[] { 0, 1, 3 }, new double[] { 0, 2, 1 }, new double[] { 1, 0, 2 }, Hue.RED, Marker.SQUARE,
				List.of("first", "second", "third"))));
	}

	private static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + 10_000_000_000L;
		while (!condition.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, "waited in vain");
			if (!TestDisplay.INSTANCE.readAndDispatch()) {
				// Wakes the loop where no event comes.
				TestDisplay.INSTANCE.timerExec(10, () -> {
				});
				TestDisplay.INSTANCE.sleep();
			}
		}
	}

	private void click(double x, double y, int keys) {
		PlotGeometry geometry = canvas.geometry();
		send(SWT.MouseDown, (int) Math.round(geometry.drawnX(x)), (int) Math.round(geometry.drawnY(y)), 1, keys);
		send(SWT.MouseUp, (int) Math.round(geometry.drawnX(x)), (int) Math.round(geometry.drawnY(y)), 1, keys);
	}

	private void drag(int keys, int button) {
		send(SWT.MouseDown, 200, 150, button, keys);
		send(SWT.MouseMove, 270, 190, 0, keys);
		send(SWT.MouseUp, 270, 190, button, keys);
	}

	private void send(int type, int x, int y, int button, int keys) {
		Event event = new Event();
		event.x = x;
		event.y = y;
		event.button = button;
		event.stateMask = keys;
		canvas.notifyListeners(type, event);
	}

	private void key(char character, int code, int keys) {
		Event event = new Event();
		event.character = character;
		event.keyCode = code;
		event.stateMask = keys;
		canvas.notifyListeners(SWT.KeyDown, event);
	}

	private ImageData pixels() {
		Image image = new Image(display, canvas.getSize().x, canvas.getSize().y);
		GC gc = new GC(image);
		Event event = new Event();
		event.gc = gc;
		canvas.notifyListeners(SWT.Paint, event);
		gc.dispose();
		ImageData data = image.getImageData(100);
		image.dispose();
		return data;
	}

	private static int different(byte[] one, byte[] other) {
		int different = 0;
		for (int i = 0; i < one.length; i++) {
			different += one[i] == other[i] ? 0 : 1;
		}
		return different;
	}
}
