package org.nullcline.ui.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.nullcline.charts.ChartCanvas;
import org.nullcline.core.figure.Figure;
import org.nullcline.core.figure.Hue;
import org.nullcline.core.figure.Marker;
import org.nullcline.core.random.RandomStream;
import org.nullcline.core.random.RandomStreams;
import org.nullcline.figures.PlotGeometry;
import org.nullcline.figures.SpatialFigure;
import org.nullcline.figures.Viewport;

/** How long a chart with a million points takes from a movement of the user to the picture on the screen. */
final class FrameTimes {

	private static final int POINTS = 1_000_000;
	private static final int WARM_UP = 30;
	private static final int FRAMES = 120;
	private static final double BAR = 1000.0 / 30;

	private final Display display;
	private final ChartCanvas chart;

	private FrameTimes(Display display, ChartCanvas chart) {
		this.display = display;
		this.chart = chart;
	}

	static List<Measured> measure(Display display) {
		RandomStream random = RandomStreams.of(1).stream("points"); //$NON-NLS-1$
		double[][] points = new double[3][POINTS];
		for (double[] axis : points) {
			for (int i = 0; i < POINTS; i++) {
				axis[i] = random.nextGaussian();
			}
		}
		Shell shell = new Shell(display, SWT.SHELL_TRIM);
		shell.setText("bench workbench"); //$NON-NLS-1$
		shell.setLayout(new FillLayout());
		shell.setSize(820, 640);
		ChartCanvas chart = new ChartCanvas(shell, SWT.NONE);
		shell.open();
		try {
			FrameTimes times = new FrameTimes(display, chart);
			chart.setFigure(new Figure("points", "A million points", "", "x", "y", false, List.of( //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
					new Figure.Points("", points[0], points[1], Hue.BLUE, Marker.DOT, List.of())))); //$NON-NLS-1$
			Viewport all = new Viewport(-4, 4, -4, 4);
			Measured pan = times.frames("pan, 1,000,000 points, a frame", //$NON-NLS-1$
					frame -> times.show(all.moved(0.01 * (frame % 50), 0.005 * (frame % 50))));
			Measured zoom = times.frames("zoom, 1,000,000 points, a frame", //$NON-NLS-1$
					frame -> times.show(all.scaled(1 - 0.01 * (frame % 60), 0.3, 0.2)));
			chart.setSpace(new SpatialFigure("space", "A million points", "", "x", "y", "z", List.of( //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
					new SpatialFigure.Points("", points[0], points[1], points[2], Hue.BLUE, Marker.DOT, List.of())))); //$NON-NLS-1$
			Events.handleUntil(display, "the figure of three dimensions is shown", () -> chart.rotation().isPresent()); //$NON-NLS-1$
			Measured turn = times.frames("turn, 1,000,000 points in 3-D, a frame", _ -> times.turn()); //$NON-NLS-1$
			return List.of(pan, zoom, turn);
		} finally {
			shell.dispose();
		}
	}

	/** One movement and its picture. */
	@FunctionalInterface
	private interface Frame {

		void carryOut(int frame);
	}

	private Measured frames(String what, Frame frame) {
		double[] times = new double[FRAMES];
		for (int i = -WARM_UP; i < FRAMES; i++) {
			long start = System.nanoTime();
			frame.carryOut(i + WARM_UP);
			// On the screen, not only ready to be drawn.
			chart.update();
			if (i >= 0) {
				times[i] = (System.nanoTime() - start) * 1e-6;
			}
		}
		Arrays.sort(times);
		double median = times[FRAMES / 2];
		return new Measured(what, median, BAR, String.format(Locale.ROOT,
				"%.0f frames a second; 95 %% within %.1f ms, longest %.1f ms; %d x %d points of the screen", 1000 / median, //$NON-NLS-1$
				times[FRAMES * 95 / 100], times[FRAMES - 1], chart.getSize().x, chart.getSize().y));
	}

	private void show(Viewport view) {
		PlotGeometry before = chart.geometry();
		chart.show(view);
		Events.handleUntil(display, "a frame", () -> chart.geometry() != null && chart.geometry() != before); //$NON-NLS-1$
	}

	private void turn() {
		PlotGeometry before = chart.geometry();
		chart.turn(chart.rotation().orElseThrow().turned(2, 0));
		Events.handleUntil(display, "a frame", () -> chart.geometry() != before); //$NON-NLS-1$
	}
}
