package org.nullcline.trainer.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.Culprits;

/** Threads that work side by side. One that does not come back can be left behind; another takes its place. */
final class Workers implements AutoCloseable {

	/** Threads that may begin while they are counted. */
	private static final int MANY = 16;
	private static final Duration TIME_TO_END = Duration.ofSeconds(1);

	/** Threads that are begun in one of these threads are of the same group, unless somebody says otherwise. */
	private final ThreadGroup group = new ThreadGroup("Nullcline workers");
	private final Set<Thread> own = ConcurrentHashMap.newKeySet();
	private final ThreadPoolExecutor pool;

	Workers(int count) {
		AtomicInteger number = new AtomicInteger();
		pool = new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
			Thread thread = new Thread(group, work, "Nullcline worker " + number.incrementAndGet());
			// A thread that was left behind must not keep the process.
			thread.setDaemon(true);
			own.add(thread);
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

	/**
	 * What plug-ins have begun and not ended: their threads, which take time and memory until Nullcline ends.
	 *
	 * @param suspects contributions of others that took part
	 * @return one sentence for each thread
	 */
	List<String> leftRunning(Collection<Contribution> suspects) {
		if (suspects.isEmpty()) {
			return List.of();
		}
		Thread[] threads = new Thread[group.activeCount() + MANY];
		int count = group.enumerate(threads);
		List<String> sentences = new ArrayList<>();
		long end = System.nanoTime() + TIME_TO_END.toNanos();
		for (Thread thread : Arrays.asList(threads).subList(0, count)) {
			if (!own.contains(thread) && !isOfThePlatform(thread) && !ends(thread, end)) {
				sentences.add(Culprits.of(thread.getStackTrace(), suspects).map(StudyParts::words).orElseGet(() -> "one of "
						+ suspects.stream().map(Contribution::plugin).distinct().sorted().collect(Collectors.joining(", "))) + " has left the thread '"
						+ thread.getName() + "' running");
			}
		}
		return sentences;
	}

	/** The common pool, Jobs and native libraries have threads that nobody ends, begun by whoever comes first. */
	private static boolean isOfThePlatform(Thread thread) {
		return thread instanceof ForkJoinWorkerThread || thread.getClass().getName().startsWith("org.eclipse.")
				|| thread.getName().startsWith("JavaCPP");
	}

	/** Whether a thread ends by itself; who has just been told to end may need a moment. */
	private static boolean ends(Thread thread, long latest) {
		try {
			return thread.join(Duration.ofNanos(Math.max(1, latest - System.nanoTime())));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return !thread.isAlive();
		}
	}

	/** Takes no more work. Whoever wants what was begun waits for it first. */
	@Override
	public void close() {
		pool.shutdown();
	}
}
