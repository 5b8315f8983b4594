package org.nullcline.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.nullcline.charts.ChartPainter.Painting;
import org.nullcline.charts.ChartPainter.Request;

/** What a canvas shows: asks for paintings, and keeps the last one that is ready. */
final class ChartScreen {

	private final Canvas canvas;
	private final ChartPainter painter;
	private boolean empty = true;
	/** null until the first painting. */
	private ShownPainting shown;

	ChartScreen(Canvas canvas) {
		this.canvas = canvas;
		Display display = canvas.getDisplay();
		painter = new ChartPainter(painting -> deliver(display, painting));
		canvas.addListener(SWT.Dispose, _ -> {
			painter.stop();
			disposeShown();
		});
	}

	/** @param atOnce whether the user waits for it */
	void request(Request request, boolean atOnce) {
		empty = false;
		if (atOnce) {
			painter.requestAtOnce(request);
		} else {
			painter.request(request);
		}
	}

	/** Shows nothing. */
	void clear() {
		empty = true;
		disposeShown();
		canvas.redraw();
	}

	/** null before the first painting. */
	ShownPainting shown() {
		return shown;
	}

	void paint(GC gc, Highlight highlight) {
		if (shown != null) {
			shown.paint(gc, highlight);
		}
	}

	private void deliver(Display display, Painting painting) {
		try {
			display.asyncExec(() -> accept(painting));
		} catch (SWTException e) {
			// The display was closed while the figure was being painted.
			if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
				throw e;
			}
		}
	}

	private void accept(Painting painting) {
		if (!canvas.isDisposed() && !empty) {
			disposeShown();
			shown = new ShownPainting(canvas.getDisplay(), painting);
			canvas.redraw();
		}
	}

	private void disposeShown() {
		if (shown != null) {
			shown.dispose();
			shown = null;
		}
	}
}
