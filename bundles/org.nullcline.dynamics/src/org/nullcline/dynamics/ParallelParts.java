package org.nullcline.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;

/** Independent numbered parts of a computation on all cores, with their results in order. */
public final class ParallelParts {

	private static final long POLL_MILLISECONDS = 200;

	private ParallelParts() {
	}

	/**
	 * Computes all parts, and waits for them.
	 *
	 * @param part must not depend on other parts or on their order
	 * @throws OperationCanceledException if the user has cancelled
	 */
	public static <T> List<T> compute(int count, IntFunction<T> part, IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, count);
		int threads = Math.max(1, Math.min(count, Runtime.getRuntime().availableProcessors()));
		try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
			try {
				List<Future<T>> futures = new ArrayList<>();
				for (int i = 0; i < count; i++) {
					int number = i;
					futures.add(workers.submit(() -> part.apply(number)));
				}
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

	private static <T> T await(Future<T> future, IProgressMonitor monitor) {
		while (true) {
			Cancellation.check(monitor);
			try {
				return future.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				// Still at work.
			} catch (ExecutionException e) {
				if (e.getCause() instanceof RuntimeException cause) {
					throw cause;
				}
				throw new IllegalStateException(e.getCause());
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new OperationCanceledException();
			}
		}
	}
}
