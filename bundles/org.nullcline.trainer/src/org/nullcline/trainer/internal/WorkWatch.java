package org.nullcline.trainer.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.Culprits;
import org.nullcline.core.registry.DisabledContributions;

/**
 * Watches the threads in which plug-ins of others work. Of one that does not come back it says so, with the plug-in's name; when the
 * execution is stopped and it still does not come back, its thread is left behind, because Java cannot end a thread that does not want to.
 */
final class WorkWatch implements AutoCloseable {

	private static final int LOOKS = 10;

	private final Function<Thread, Optional<Contribution>> blame;
	private final Duration patience;
	private final BooleanSupplier stopped;
	private final Consumer<String> warn;
	private final Set<Work> works = ConcurrentHashMap.newKeySet();
	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
		Thread thread = new Thread(task, "Watch of plug-ins");
		thread.setDaemon(true);
		return thread;
	});
	private long stoppedAt;

	/**
	 * @param parts    of plug-ins of others, any of which may be to blame
	 * @param patience how long one may be away before it is said, and after the stop before it is left behind
	 * @param stopped  whether the execution is to end
	 * @param warn     is told of plug-ins that do not come back
	 */
	WorkWatch(Collection<Contribution> parts, Duration patience, BooleanSupplier stopped, Consumer<String> warn) {
		this(patience, stopped, warn, thread -> Culprits.of(thread.getStackTrace(), parts));
	}

	/** @param blame finds the contribution that a thread is in at the moment */
	WorkWatch(Duration patience, BooleanSupplier stopped, Consumer<String> warn, Function<Thread, Optional<Contribution>> blame) {
		this.blame = blame;
		this.patience = patience;
		this.stopped = stopped;
		this.warn = warn;
		long pause = Math.max(1, patience.toMillis() / LOOKS);
		clock.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
	}

	/** What a thread is doing, from {@link #begin} until it is closed. */
	final class Work implements AutoCloseable {

		private final String name;
		private final Consumer<String> leave;
		private final Thread thread = Thread.currentThread();
		private volatile long seen = System.nanoTime();
		private volatile boolean warned;
		private volatile boolean left;

		private Work(String name, Consumer<String> leave) {
			this.name = name;
			this.leave = leave;
		}

		/** The thread is out of all plug-ins and goes on. */
		void alive() {
			if (left) {
				throw new LeftBehindException();
			}
			seen = System.nanoTime();
			warned = false;
		}

		/** Whether nobody waits for this work any more. */
		boolean isLeft() {
			return left;
		}

		@Override
		public void close() {
			works.remove(this);
		}
	}

	/** Ends a thread for which nobody waits any more, when it comes back after all. */
	static final class LeftBehindException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		LeftBehindException() {
			super("this work was left behind");
		}
	}

	/**
	 * The calling thread begins something.
	 *
	 * @param name  for messages
	 * @param leave is told why, if the thread is left behind; on another thread
	 */
	Work begin(String name, Consumer<String> leave) {
		Work work = new Work(name, leave);
		works.add(work);
		return work;
	}

	private void look() {
		long now = System.nanoTime();
		if (stopped.getAsBoolean() && stoppedAt == 0) {
			stoppedAt = now;
		}
		for (Work work : works) {
			if (now - work.seen < patience.toNanos()) {
				continue;
			}
			Optional<Contribution> culprit = blame.apply(work.thread);
			if (culprit.isEmpty()) {
				continue;
			}
			String plugin = "plug-in " + culprit.get().plugin() + ", " + culprit.get().label();
			if (stoppedAt != 0 && now - stoppedAt > patience.toNanos()) {
				leave(work, culprit.get(), plugin);
			} else if (!work.warned) {
				work.warned = true;
				warn.accept(work.name + ": " + plugin + ": has not come back for " + patience.toSeconds()
						+ " s. It may be working or may hang; if you cancel, the study ends without it.");
			}
		}
	}

	private void leave(Work work, Contribution culprit, String plugin) {
		work.left = true;
		works.remove(work);
		// It may listen to that.
		work.thread.interrupt();
		String reason = "did not end within " + patience.toSeconds() + " s after it was cancelled";
		DisabledContributions.ofThisProcess().disable(culprit, reason);
		work.leave.accept(plugin + ": " + reason + "; it is left behind and disabled until Nullcline is started again");
	}

	@Override
	public void close() {
		clock.shutdownNow();
	}
}
