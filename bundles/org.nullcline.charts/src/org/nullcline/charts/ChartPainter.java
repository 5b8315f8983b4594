package org.nullcline.charts;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.nullcline.core.figure.Figure;
import org.nullcline.figures.FigurePainter;
import org.nullcline.figures.PaintedFigure;
import org.nullcline.figures.PlotGeometry;
import org.nullcline.figures.Theme;
import org.nullcline.figures.Viewport;

/**
 * Paints figures in the background, the latest request only, and at most ten times a second: live data may change
 * thousands of times.
 */
final class ChartPainter {

	static {
		// Java2D only draws into memory here. Without this, AWT would open a display connection of its own beside SWT's.
		if (System.getProperty("java.awt.headless") == null) {
			System.setProperty("java.awt.headless", "true");
		}
	}

	private static final long INTERVAL = 100;

	/** What to paint; width and height in points of the window. */
	record Request(Figure figure, Optional<Viewport> view, Theme theme, int width, int height, int zoom) {
	}

	/** What was painted, with the pixels as SWT has them. */
	record Painting(Request request, ImageData pixels, PlotGeometry geometry) {
	}

	private final AtomicReference<Request> latest = new AtomicReference<>();
	private final Consumer<Painting> done;
	private final Job job;
	private volatile long lastStart = System.nanoTime() - INTERVAL * 1_000_000;

	/** @param done is given each painting, on the painting thread */
	ChartPainter(Consumer<Painting> done) {
		this.done = done;
		job = Job.create(Messages.Chart_painting, this::paintLatest);
		job.setSystem(true);
		job.setPriority(Job.INTERACTIVE);
	}

	/** Replaces a request that is not being painted yet. */
	void request(Request request) {
		latest.set(request);
		long sinceLast = (System.nanoTime() - lastStart) / 1_000_000;
		// Does nothing if the job waits already; if it runs, it will run again.
		job.schedule(Math.clamp(INTERVAL - sinceLast, 0, INTERVAL));
	}

	void stop() {
		latest.set(null);
		job.cancel();
	}

	private IStatus paintLatest(@SuppressWarnings("unused") IProgressMonitor monitor) {
		Request request = latest.getAndSet(null);
		if (request == null) {
			return Status.OK_STATUS;
		}
		lastStart = System.nanoTime();
		try {
			done.accept(paint(request));
		} catch (RuntimeException e) {
			// A figure of a plug-in must not open an error dialog ten times a second.
			ILog.of(ChartPainter.class).error("figure " + request.figure().id() + " cannot be painted", e);
		}
		return Status.OK_STATUS;
	}

	static Painting paint(Request request) {
		PaintedFigure painted = new FigurePainter(request.theme()).paint(request.figure(), request.view(), request.width(),
				request.height(), request.zoom() / 100.0);
		return new Painting(request, pixels(painted.image()), painted.geometry());
	}

	private static ImageData pixels(BufferedImage image) {
		int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
		ImageData data = new ImageData(image.getWidth(), image.getHeight(), 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		for (int y = 0; y < image.getHeight(); y++) {
			int target = y * data.bytesPerLine;
			int source = y * image.getWidth();
			for (int x = 0; x < image.getWidth(); x++) {
				int pixel = rgb[source + x];
				data.data[target++] = (byte) (pixel >> 16);
				data.data[target++] = (byte) (pixel >> 8);
				data.data[target++] = (byte) pixel;
			}
		}
		return data;
	}
}
