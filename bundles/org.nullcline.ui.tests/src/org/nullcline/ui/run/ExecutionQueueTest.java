package org.nullcline.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;

/** Who waits for whom. */
class ExecutionQueueTest {

	private static final Runnable NOTHING = () -> {
	};

	@Test
	void theyComeInTheOrderInWhichTheyCalled() throws Exception {
		ExecutionQueue queue = new ExecutionQueue(() -> 1);
		List<Integer> order = Collections.synchronizedList(new ArrayList<>());
		List<Thread> threads = new ArrayList<>();
		ExecutionQueue.Place first = queue.enter(new NullProgressMonitor(), NOTHING);
		for (int i = 0; i < 4; i++) {
			int number = i;
			CountDownLatch waits = new CountDownLatch(1);
			Thread thread = new Thread(() -> {
				try (ExecutionQueue.Place place = queue.enter(new NullProgressMonitor(), waits::countDown)) {
					order.add(number);
				}
			});
			thread.start();
			threads.add(thread);
			assertTrue(waits.await(30, TimeUnit.SECONDS), "the next one does not wait");
		}
		assertEquals(List.of(), order);
		first.close();
		for (Thread thread : threads) {
			thread.join();
		}
		assertEquals(List.of(0, 1, 2, 3), order);
	}

	@Test
	void whoeverIsCancelledWhileItWaitsLetsTheNextOneIn() throws Exception {
		AtomicInteger places = new AtomicInteger(1);
		ExecutionQueue queue = new ExecutionQueue(places::get);
		ExecutionQueue.Place first = queue.enter(new NullProgressMonitor(), NOTHING);
		NullProgressMonitor monitor = new NullProgressMonitor();
		try {
			queue.enter(monitor, () -> monitor.setCanceled(true));
			fail("it was let in");
		} catch (OperationCanceledException e) {
			assertTrue(monitor.isCanceled());
		}
		places.set(2);
		// Would wait for ever if the cancelled one still stood before it, or its place were taken.
		try (ExecutionQueue.Place second = queue.enter(new NullProgressMonitor(), NOTHING)) {
			first.close();
		}
	}
}
