package org.nullcline.ui.benchmark;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/** Asks the UI thread again and again for an answer, and remembers how long it took at most: so long a key press would wait. */
final class StallWatch implements AutoCloseable {

	private static final long PAUSE = 5;

	private final Display display;
	private final AtomicBoolean ended = new AtomicBoolean();
	private final Thread thread;
	private volatile double longest;

	StallWatch(Display display) {
		this.display = display;
		thread = Thread.ofPlatform().daemon().name("stall watch").start(this::watch); //$NON-NLS-1$
	}

	/** In milliseconds. */
	double longest() {
		return longest;
	}

	@Override
	public void close() {
		ended.set(true);
		thread.interrupt();
	}

	private void watch() {
		try {
			while (!ended.get()) {
				AtomicBoolean answered = new AtomicBoolean();
				long asked = System.nanoTime();
				display.asyncExec(() -> {
					longest = Math.max(longest, (System.nanoTime() - asked) * 1e-6);
					answered.set(true);
				});
				while (!answered.get() && !ended.get()) {
					Thread.sleep(1);
				}
				Thread.sleep(PAUSE);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (SWTException e) {
			// The display was closed first.
			ended.set(true);
		}
	}
}
