package org.nullcline.ui.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** What lies outside of the window's own widgets: where the mouse is, and the desktop's file dialog, which takes nothing but keys. */
final class Desktop {

	private static final Duration PATIENCE = Duration.ofSeconds(60);
	/** How long a dialog may think about what was entered before it is entered again, in milliseconds. */
	private static final int AGAIN = 3000;
	private static final int MOMENT = 200;

	private Desktop() {
	}

	/** Moves the mouse to a point of a control, and clicks when nothing covers it. */
	static void click(Control control, int x, int y) {
		Display display = control.getDisplay();
		Point at = new Point(x, y);
		Ui.waitUntil("the mouse is over the control", () -> {
			Event move = new Event();
			move.type = SWT.MouseMove;
			move.x = control.toDisplay(at).x;
			move.y = control.toDisplay(at).y;
			return display.post(move) && display.getCursorControl() == control
					&& control.toControl(display.getCursorLocation()).equals(at);
		});
		// With a click the desktop gives a control the keyboard, which makes its view the active one; without a window manager it may not.
		for (Control each = control; each != null; each = each.getParent()) {
			each.notifyListeners(SWT.Activate, new Event());
		}
		// On GTK, buttons that are posted come without a place.
		for (int type : new int[] { SWT.MouseDown, SWT.MouseUp }) {
			Event event = new Event();
			event.x = x;
			event.y = y;
			event.button = 1;
			control.notifyListeners(type, event);
		}
	}

	/** Carries out something that opens the desktop's file dialog, enters a file there, and returns when that is closed. */
	static void inFileDialog(Path file, Runnable open) {
		Display display = Display.getCurrent();
		Clipboard clipboard = new Clipboard(display);
		clipboard.setContents(new Object[] { file.toString() }, new Transfer[] { TextTransfer.getInstance() });
		Ui.waitUntil("the window has the keyboard", () -> {
			Ui.window().getShell().forceActive();
			return display.getActiveShell() == Ui.window().getShell();
		});
		boolean[] isOpen = { false };
		long end = System.nanoTime() + PATIENCE.toNanos();
		Runnable[] enter = new Runnable[1];
		enter[0] = () -> {
			if (isOpen[0]) {
				// In place of the proposed name. The dialog is no widget of ours, but it is what takes the keys.
				pressInDialog(display, SWT.CTRL, 'a');
				pressInDialog(display, SWT.CTRL, 'v');
				display.timerExec(MOMENT, () -> {
					if (isOpen[0]) {
						pressInDialog(display, 0, System.nanoTime() < end ? SWT.CR : SWT.ESC);
					}
				});
				display.timerExec(AGAIN, enter[0]);
			}
		};
		Listener opened = _ -> {
			isOpen[0] = true;
			display.timerExec(MOMENT, enter[0]);
		};
		Listener closed = _ -> isOpen[0] = false;
		// An event loop of the desktop's own begins and ends.
		display.addListener(SWT.PreExternalEventDispatch, opened);
		display.addListener(SWT.PostExternalEventDispatch, closed);
		try {
			open.run();
		} finally {
			display.removeListener(SWT.PreExternalEventDispatch, opened);
			display.removeListener(SWT.PostExternalEventDispatch, closed);
			clipboard.dispose();
		}
		if (System.nanoTime() > end) {
			fail("the file dialog did not take " + file);
		}
	}

	/** Nothing happens while no window has the keyboard; the dialog will have it soon. */
	private static void pressInDialog(Display display, int modifier, int key) {
		boolean held = modifier != 0 && display.post(key(SWT.KeyDown, modifier));
		if (held || modifier == 0) {
			display.post(key(SWT.KeyDown, key));
			display.post(key(SWT.KeyUp, key));
		}
		if (held) {
			display.post(key(SWT.KeyUp, modifier));
		}
	}

	private static Event key(int type, int key) {
		Event event = new Event();
		event.type = type;
		event.keyCode = key;
		event.character = (key & SWT.KEYCODE_BIT) == 0 && (key & SWT.MODIFIER_MASK) == 0 ? (char) key : 0;
		return event;
	}
}
