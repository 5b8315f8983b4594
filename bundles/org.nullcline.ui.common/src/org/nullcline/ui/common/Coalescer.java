package org.nullcline.ui.common;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/** Carries out something on the UI thread at most once per interval, however often it is asked for. */
public final class Coalescer {

	private final Display display;
	private final int interval;
	private final Runnable work;
	private final AtomicBoolean pending = new AtomicBoolean();
	private volatile boolean disposed;

	/**
	 * @param interval in milliseconds
	 */
	public Coalescer(Display display, int interval, Runnable work) {
		this.display = display;
		this.interval = interval;
		this.work = work;
	}

	/** Asks for the work; any thread. */
	public void request() {
		if (disposed || !pending.compareAndSet(false, true)) {
			return;
		}
		try {
			display.asyncExec(() -> display.timerExec(interval, this::carryOut));
		} catch (SWTException e) {
			// The display is gone, and with it everything that could be refreshed.
			disposed = true;
		}
	}

	/** Nothing is carried out any more. */
	public void dispose() {
		disposed = true;
	}

	private void carryOut() {
		// First, so that what happens during the work is not lost.
		pending.set(false);
		if (!disposed) {
			work.run();
		}
	}
}
