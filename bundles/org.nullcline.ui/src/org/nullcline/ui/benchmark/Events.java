package org.nullcline.ui.benchmark;

import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Display;

/** Handles the events of the window until something has happened. */
final class Events {

	private static final long PATIENCE = 300_000_000_000L;

	private Events() {
	}

	/** @throws IllegalStateException if it does not happen within five minutes */
	static void handleUntil(Display display, String what, BooleanSupplier condition) {
		long end = System.nanoTime() + PATIENCE;
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("waited in vain: " + what); //$NON-NLS-1$
			}
			if (!display.readAndDispatch()) {
				// Wakes the loop where no event comes, so that the condition is looked at again.
				display.timerExec(5, () -> {
				});
				display.sleep();
			}
		}
	}
}
