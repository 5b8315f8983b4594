package org.nullcline.trainer.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Threads that work side by side. One that does not come back can be left behind; another takes its place. */
final class Workers implements AutoCloseable {

	private final ThreadPoolExecutor pool;

	Workers(int count) {
		AtomicInteger number = new AtomicInteger();
		pool = new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
			Thread thread = new Thread(work, "Nullcline worker " + number.incrementAndGet());
			// A thread that was left behind must not keep the process.
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * Does some work when a thread is free.
	 *
	 * @param work is given what to call, from any thread, when nobody is to wait for it any more
	 * @return done when the work is, or when it was left behind
	 */
	CompletableFuture<Void> submit(Consumer<Runnable> work) {
		CompletableFuture<Void> done = new CompletableFuture<>();
		pool.execute(() -> {
			try {
				work.accept(() -> leave(done));
				done.complete(null);
			} catch (RuntimeException | Error e) {
				done.completeExceptionally(e);
			}
		});
		return done;
	}

	private synchronized void leave(CompletableFuture<Void> done) {
		pool.setMaximumPoolSize(pool.getMaximumPoolSize() + 1);
		pool.setCorePoolSize(pool.getCorePoolSize() + 1);
		done.complete(null);
	}

	/** Takes no more work. Whoever wants what was begun waits for it first. */
	@Override
	public void close() {
		pool.shutdown();
	}
}
