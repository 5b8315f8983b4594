package org.nullcline.trainer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.DisabledContributions;

/** Work that does not come back, watched with little patience. */
class WorkWatchTest {

	private static final Duration PATIENCE = Duration.ofMillis(50);

	private final Contribution task = new Contribution(ContributionKind.TASK, "hangs", "", "", Optional.empty(), List.of(), "org.example.hangs",
			"1.0.0", Optional.empty(), null);
	private final AtomicBoolean stopped = new AtomicBoolean();
	private final BlockingQueue<String> warnings = new LinkedBlockingQueue<>();

	@Test
	void whatHangsIsNamedOnceAndLeftBehindWhenTheStudyIsCancelled() throws Exception {
		CountDownLatch released = new CountDownLatch(1);
		CompletableFuture<Throwable> afterwards = new CompletableFuture<>();
		BlockingQueue<String> left = new LinkedBlockingQueue<>();
		try (WorkWatch watch = watch(true); Workers workers = new Workers(1)) {
			CompletableFuture<Void> hanging = workers.submit(leave -> {
				WorkWatch.Work work = watch.begin("gru-8", reason -> {
					left.add(reason);
					leave.run();
				});
				try (work) {
					awaitUninterruptibly(released);
					afterwards.complete(assertThrows(WorkWatch.LeftBehindException.class, work::alive));
				}
			});
			CompletableFuture<Void> waiting = workers.submit(leave -> {
			});
			assertEquals("gru-8: plug-in org.example.hangs, task 'hangs': has not come back for 0 s. It may be working or may hang; if you "
					+ "cancel, the study ends without it.", warnings.take());
			assertFalse(hanging.isDone());
			stopped.set(true);
			hanging.get();
			assertTrue(left.take().contains("did not end within 0 s after it was cancelled"));
			// Its place is taken by another thread.
			waiting.get();
			assertTrue(warnings.isEmpty());
			assertTrue(DisabledContributions.ofThisProcess().reason(task).isPresent());
			released.countDown();
			afterwards.get();
		} finally {
			DisabledContributions.ofThisProcess().enable(task);
		}
	}

	/** However long it takes: a plug-in of others must be to blame. */
	@Test
	void whatWorksByItselfIsLeftAlone() throws Exception {
		CountDownLatch looked = new CountDownLatch(3);
		try (WorkWatch watch = new WorkWatch(PATIENCE, stopped::get, warnings::add, thread -> {
			looked.countDown();
			return Optional.empty();
		}); Workers workers = new Workers(1)) {
			stopped.set(true);
			workers.submit(leave -> {
				try (WorkWatch.Work work = watch.begin("gru-8", reason -> leave.run())) {
					awaitUninterruptibly(looked);
					work.alive();
				}
			}).get();
		}
		assertTrue(warnings.isEmpty());
	}

	private WorkWatch watch(boolean guilty) {
		return new WorkWatch(PATIENCE, stopped::get, warnings::add, thread -> guilty ? Optional.of(task) : Optional.empty());
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		while (true) {
			try {
				latch.await();
				return;
			} catch (InterruptedException e) {
				continue;
			}
		}
	}
}
