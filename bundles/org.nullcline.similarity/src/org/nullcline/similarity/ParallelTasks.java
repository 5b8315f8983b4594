package org.nullcline.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;

/** Independent pieces of work on all cores. Results are in the order of the work, whatever ends first. */
public final class ParallelTasks {

	private static final long POLL_MILLISECONDS = 200;

	private ParallelTasks() {
	}

	/**
	 * Does the work, and waits for it.
	 *
	 * @param work    pieces that do not depend on each other or on their order
	 * @param monitor told of each piece; work that runs when the user cancels goes on to its end, the rest never starts
	 * @return the results in the order of the work
	 * @throws OperationCanceledException if the user has cancelled
	 * @throws ExecutionException         with the cause, if a piece fails: the first one in the order of the work
	 */
	public static <T> List<T> run(List<? extends Callable<T>> work, IProgressMonitor monitor) throws ExecutionException {
		SubMonitor progress = SubMonitor.convert(monitor, work.size());
		int threads = Math.max(1, Math.min(work.size(), Runtime.getRuntime().availableProcessors()));
		try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
			try {
				List<Future<T>> futures = new ArrayList<>();
				work.forEach(piece -> futures.add(workers.submit(piece)));
				List<T> results = new ArrayList<>();
				for (Future<T> future : futures) {
					results.add(await(future, progress));
					progress.worked(1);
				}
				return results;
			} finally {
				workers.shutdownNow();
			}
		}
	}

	/** For a piece of the work: tells of cancellation only, because progress is reported by the thread that waits. */
	public static IProgressMonitor cancellationOf(IProgressMonitor monitor) {
		return new NullProgressMonitor() {
			@Override
			public boolean isCanceled() {
				return monitor.isCanceled();
			}
		};
	}

	private static <T> T await(Future<T> future, IProgressMonitor monitor) throws ExecutionException {
		while (true) {
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			try {
				return future.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				// Still at work.
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new OperationCanceledException();
			}
		}
	}
}
