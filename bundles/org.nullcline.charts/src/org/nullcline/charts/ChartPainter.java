package org.nullcline.charts;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import org.nullcline.figures.Drawing;
import org.nullcline.figures.FigurePainter;
import org.nullcline.figures.PaintedFigure;
import org.nullcline.figures.PlotGeometry;
import org.nullcline.figures.Theme;
import org.nullcline.figures.Viewport;

/**
 * Paints drawings in the background, the latest request only. New data are painted at most ten times a second, because live
 * data may change thousands of times; what the user does with the mouse is painted as fast as can be.
 */
final class ChartPainter {

	static {
		// Java2D only draws into memory here. Without this, AWT would open a display connection of its own beside SWT's.
		if (System.getProperty("java.awt.headless") == null) {
			System.setProperty("java.awt.headless", "true");
		}
	}

	private static final long INTERVAL = 100;
	/** The bytes of a pixel are blue, green, red and nothing; masks count them from the other end. */
	private static final PaletteData PALETTE = new PaletteData(0xFF00, 0xFF0000, 0xFF000000);

	/** What to paint; width and height in points of the window. */
	record Request(Drawing drawing, Optional<Viewport> view, Theme theme, int width, int height, int zoom) {
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

	/** The same for what the user does, without waiting. */
	void requestAtOnce(Request request) {
		latest.set(request);
		job.schedule();
		// It may be waiting for the next tenth of a second.
		job.wakeUp();
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
			ILog.of(ChartPainter.class).error("figure " + request.drawing().id() + " cannot be painted", e);
		}
		return Status.OK_STATUS;
	}

	static Painting paint(Request request) {
		PaintedFigure painted = new FigurePainter(request.theme()).paint(request.drawing(), request.view(), request.width(),
				request.height(), request.zoom() / 100.0);
		return new Painting(request, pixels(painted.image()), painted.geometry());
	}

	/** As GTK has them in memory, so that SWT need not convert. */
	private static ImageData pixels(BufferedImage image) {
		int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
		ImageData data = new ImageData(image.getWidth(), image.getHeight(), 32, PALETTE);
		ByteBuffer.wrap(data.data).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(rgb);
		return data;
	}
}
