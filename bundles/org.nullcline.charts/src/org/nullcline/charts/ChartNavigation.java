package org.nullcline.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.nullcline.figures.PlotGeometry;
import org.nullcline.figures.Rotation;
import org.nullcline.figures.Viewport;

/**
 * Zooms, pans and turns: wheel, dragging, double click, and the keys +, -, 0 and the arrows. Tells clicks from drags. In a
 * figure of three dimensions dragging turns; with the shift key or the middle button held it pans.
 */
final class ChartNavigation {

	private static final double STEP = 1.25;
	private static final double PAN = 0.1;
	/** Turned per pixel of dragging, and by an arrow key. */
	private static final double DEGREES = 0.4;
	private static final double ARROW = 5;
	/** A hand that trembles less than this still clicks. */
	private static final int CLICK = 4;

	private final ChartCanvas canvas;
	private Event pressed;
	private Viewport pressedView;
	private Rotation pressedRotation;
	private boolean dragging;

	ChartNavigation(ChartCanvas canvas) {
		this.canvas = canvas;
		canvas.addListener(SWT.MouseWheel, this::wheel);
		canvas.addListener(SWT.MouseDown, this::press);
		canvas.addListener(SWT.MouseMove, this::move);
		canvas.addListener(SWT.MouseUp, this::release);
		canvas.addListener(SWT.MouseDoubleClick, _ -> canvas.resetView());
		canvas.addListener(SWT.KeyDown, this::key);
		// Else the arrow keys and Tab would not reach the canvas, or never leave it.
		canvas.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
				&& event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
		canvas.addListener(SWT.FocusIn, _ -> canvas.redraw());
		canvas.addListener(SWT.FocusOut, _ -> canvas.redraw());
	}

	/** Enlarges about the centre; a negative number of steps shows more of the plane. */
	void zoom(int steps) {
		canvas.view().ifPresent(view -> canvas.show(view.scaled(Math.pow(STEP, -steps), (view.left() + view.right()) / 2,
				(view.bottom() + view.top()) / 2)));
	}

	private void wheel(Event event) {
		PlotGeometry geometry = canvas.geometry();
		if (geometry == null || event.count == 0) {
			return;
		}
		canvas.view().ifPresent(view -> canvas.show(view.scaled(event.count > 0 ? 1 / STEP : STEP,
				geometry.dataX(event.x), geometry.dataY(event.y))));
		event.doit = false;
	}

	private void press(Event event) {
		if (event.button == 1 || event.button == 2) {
			canvas.setFocus();
			pressed = event;
			pressedRotation = canvas.rotation().orElse(null);
			pressedView = canvas.view().orElse(null);
			dragging = false;
		}
	}

	private void move(Event event) {
		if (pressed == null || pressedView == null) {
			canvas.updateToolTip(event.x, event.y);
			return;
		}
		int dx = event.x - pressed.x;
		int dy = event.y - pressed.y;
		if (!dragging && Math.abs(dx) + Math.abs(dy) < CLICK) {
			return;
		}
		dragging = true;
		if (pressedRotation != null && pressed.button == 1 && (pressed.stateMask & SWT.SHIFT) == 0) {
			canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
			canvas.turn(pressedRotation.turned(-DEGREES * dx, DEGREES * dy));
			return;
		}
		canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
		PlotGeometry geometry = canvas.geometry();
		double x = dx / geometry.area().getWidth() * pressedView.width();
		double y = dy / geometry.area().getHeight() * pressedView.height();
		canvas.show(pressedView.moved(-x, geometry.downward() ? -y : y));
	}

	private void release(Event event) {
		if (pressed == null || event.button != pressed.button) {
			return;
		}
		boolean click = !dragging && event.button == 1;
		pressed = null;
		dragging = false;
		canvas.setCursor(null);
		if (click) {
			canvas.pick(event.x, event.y, (event.stateMask & (SWT.MOD1 | SWT.SHIFT)) != 0);
		}
	}

	private void key(Event event) {
		if ((event.stateMask & SWT.MOD1) != 0) {
			if (event.keyCode == 'c') {
				canvas.copy();
			}
			return;
		}
		switch (event.character) {
		case '+', '=' -> zoom(1);
		case '-' -> zoom(-1);
		case '0' -> canvas.resetView();
		default -> {
			switch (event.keyCode) {
			case SWT.KEYPAD_ADD -> zoom(1);
			case SWT.KEYPAD_SUBTRACT -> zoom(-1);
			case SWT.HOME -> canvas.resetView();
			case SWT.ARROW_LEFT -> pan(-PAN, 0);
			case SWT.ARROW_RIGHT -> pan(PAN, 0);
			case SWT.ARROW_UP -> pan(0, PAN);
			case SWT.ARROW_DOWN -> pan(0, -PAN);
			default -> {
				// Not ours.
			}
			}
		}
		}
	}

	private void pan(double x, double y) {
		if (canvas.rotation().isPresent()) {
			canvas.turn(canvas.rotation().get().turned(ARROW * Math.signum(x), ARROW * Math.signum(y)));
			return;
		}
		boolean downward = canvas.geometry() != null && canvas.geometry().downward();
		canvas.view().ifPresent(view -> canvas.show(view.moved(x * view.width(), (downward ? -y : y) * view.height())));
	}
}
