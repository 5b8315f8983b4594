package org.nullcline.core.registry;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls of plug-ins that must come back soon. Java cannot end a thread that does not want to, so a call is made in a thread of its own,
 * which is left behind if it does not come back: whoever called gets a message that names the plug-in, and goes on.
 */
public final class PluginCalls {

	/** How long a plug-in may take for what should take no time; the system property shortens it, for tests. */
	private static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("nullcline.patience", 30));

	private PluginCalls() {
	}

	/** How long whoever waits for a plug-in waits before it says so. */
	public static Duration patience() {
		return PATIENCE;
	}

	/**
	 * Calls a plug-in.
	 *
	 * @param doing what it is asked to do, for messages: "making the task"
	 * @return what it returns
	 * @throws ContributionException    naming the plug-in, if it does not come back; it is then disabled
	 * @throws IllegalArgumentException as thrown by the call
	 * @throws ExecutionException       with whatever else was thrown by the call as its cause
	 */
	public static <T> T promptly(Contribution contribution, String doing, Callable<T> call)
			throws ContributionException, ExecutionException {
		return within(PATIENCE, contribution, doing, call);
	}

	static <T> T within(Duration patience, Contribution contribution, String doing, Callable<T> call)
			throws ContributionException, ExecutionException {
		FutureTask<T> task = new FutureTask<>(call);
		Thread caller = Thread.currentThread();
		Thread thread = new Thread(task, caller.getName() + ", " + contribution.label());
		thread.setContextClassLoader(caller.getContextClassLoader());
		thread.setDaemon(true);
		thread.start();
		boolean interrupted = false;
		try {
			long end = System.nanoTime() + patience.toNanos();
			while (true) {
				try {
					return task.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
				} catch (InterruptedException e) {
					// Whoever wants to stop this thread is answered when the plug-in is done, or has had its time.
					interrupted = true;
				}
			}
		} catch (TimeoutException e) {
			// It may listen to that; if not, it is left behind.
			thread.interrupt();
			String reason = "did not come back within " + patience.toSeconds() + " s from " + doing;
			DisabledContributions.ofThisProcess().disable(contribution, reason);
			throw new ContributionException(contribution, reason + "; it is disabled until Nullcline is started again", e);
		} catch (CancellationException e) {
			throw new IllegalStateException("nobody cancels this call", e);
		} catch (ExecutionException e) {
			if (e.getCause() instanceof IllegalArgumentException unfitting) {
				throw unfitting;
			}
			throw e;
		} finally {
			if (interrupted) {
				caller.interrupt();
			}
		}
	}
}
