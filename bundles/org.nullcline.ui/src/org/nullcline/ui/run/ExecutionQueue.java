package org.nullcline.ui.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntSupplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Lets only so many executions work at once; the others wait in the order in which they came. Networks of one execution
 * share the processors already, so that several executions at once make each of them later and none of them earlier.
 */
final class ExecutionQueue {

	/** After this, in milliseconds, somebody who waits looks whether he has been cancelled. */
	private static final long LOOK = 200;

	private final IntSupplier places;
	private final Deque<Object> waiting = new ArrayDeque<>();
	private int working;

	/**
	 * @param places how many may work at once; asked again whenever one comes or goes
	 */
	ExecutionQueue(IntSupplier places) {
		this.places = places;
	}

	/** A place; closing it lets the next one in. */
	interface Place extends AutoCloseable {

		@Override
		void close();
	}

	/**
	 * Waits for a place.
	 *
	 * @param onWait is called once if there is none yet
	 * @throws OperationCanceledException if the monitor is cancelled before
	 */
	synchronized Place enter(IProgressMonitor monitor, Runnable onWait) {
		Object ticket = new Object();
		waiting.add(ticket);
		try {
			if (!isMyTurn(ticket)) {
				onWait.run();
			}
			while (!isMyTurn(ticket)) {
				if (monitor.isCanceled()) {
					throw new OperationCanceledException();
				}
				wait(LOOK);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new OperationCanceledException();
		} finally {
			waiting.remove(ticket);
			notifyAll();
		}
		working++;
		return this::leave;
	}

	private boolean isMyTurn(Object ticket) {
		return working < places.getAsInt() && waiting.peek() == ticket;
	}

	private synchronized void leave() {
		working--;
		notifyAll();
	}
}
