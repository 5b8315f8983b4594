package org.nullcline.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.Test;
import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;

/** Commands that wait for a plug-in. */
class ImpatienceTest {

	private static final Duration PATIENCE = Duration.ofMillis(20);

	private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

	@Test
	void aPluginThatDoesNotComeBackIsNamedOnce() throws InterruptedException {
		CountDownLatch looks = new CountDownLatch(30);
		try (Impatience watch = new Impatience(PATIENCE, () -> {
			looks.countDown();
			return Optional.of(contribution("slow"));
		}, said::add)) {
			looks.await();
		}
		assertEquals("plug-in org.example.hangs, importer 'slow': has not come back for 0 s. It may be working or may hang; Ctrl-C ends the "
				+ "command.", said.take());
		assertTrue(said.isEmpty());
	}

	@Test
	void whoComesBackInTimeIsNotNamed() throws InterruptedException {
		CountDownLatch looks = new CountDownLatch(30);
		List<Optional<Contribution>> inTurn = List.of(Optional.of(contribution("one")), Optional.of(contribution("other")), Optional.empty());
		try (Impatience watch = new Impatience(PATIENCE, () -> {
			looks.countDown();
			return inTurn.get((int) (looks.getCount() % inTurn.size()));
		}, said::add)) {
			looks.await();
		}
		assertTrue(said.isEmpty());
	}

	private static Contribution contribution(String id) {
		return new Contribution(ContributionKind.IMPORTER, id, id, "", Optional.empty(), List.of(), "org.example.hangs", "1.0.0", Optional.empty(),
				null);
	}
}
