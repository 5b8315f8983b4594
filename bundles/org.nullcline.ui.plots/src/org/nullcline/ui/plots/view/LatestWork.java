package org.nullcline.ui.plots.view;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/**
 * Does in the background what was asked for last, one thing at a time, and gives what came of it to the window. Requests
 * that come while something is being done replace each other, so that a slider never waits for positions that it has left.
 */
final class LatestWork {

	/** Something to do in the background. */
	@FunctionalInterface
	interface Work<T> {

		T carryOut(IProgressMonitor monitor) throws Exception;
	}

	private record Request<T>(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
	}

	private final AtomicReference<Request<?>> latest = new AtomicReference<>();
	private final Display display;
	private final Job job;
	private volatile boolean disposed;

	/**
	 * @param name  of the job, as the Progress view shows it
	 * @param quiet whether the Progress view shows nothing, because it is over before anybody could read that
	 */
	LatestWork(String name, Display display, boolean quiet) {
		this.display = display;
		job = Job.create(name, this::carryOutLatest);
		job.setPriority(Job.SHORT);
		job.setSystem(quiet);
	}

	/**
	 * Asks for something.
	 *
	 * @param done   is given the result on the UI thread
	 * @param failed is told on the UI thread why there is none
	 */
	<T> void request(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
		latest.set(new Request<>(work, done, failed));
		job.schedule();
	}

	/** Nothing is delivered any more. */
	void dispose() {
		disposed = true;
		latest.set(null);
		job.cancel();
	}

	private IStatus carryOutLatest(IProgressMonitor monitor) {
		Request<?> request = latest.getAndSet(null);
		if (request != null) {
			carryOut(request, monitor);
		}
		return Status.OK_STATUS;
	}

	private <T> void carryOut(Request<T> request, IProgressMonitor monitor) {
		try {
			T result = request.work().carryOut(monitor);
			deliver(() -> request.done().accept(result));
		} catch (OperationCanceledException e) {
			// Somebody has stopped it in the Progress view.
		} catch (Exception e) {
			deliver(() -> request.failed().accept(e));
		}
	}

	private void deliver(Runnable delivery) {
		try {
			display.asyncExec(() -> {
				if (!disposed) {
					delivery.run();
				}
			});
		} catch (SWTException e) {
			// The display is gone, and with it the view.
			disposed = true;
		}
	}
}
