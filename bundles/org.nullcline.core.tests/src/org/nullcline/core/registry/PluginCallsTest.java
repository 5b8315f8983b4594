package org.nullcline.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;

/** Calls of plug-ins that come back, and of one that does not. */
class PluginCallsTest {

	private static final Duration LONG = Duration.ofMinutes(5);

	@Test
	void whatComesBackIsPassedOn() throws Exception {
		assertEquals(42, PluginCalls.within(LONG, contribution("good"), "counting", () -> 42));
		assertTrue(DisabledContributions.ofThisProcess().reason(contribution("good")).isEmpty());
	}

	@Test
	void unfittingValuesAreTheCallersAndAllElseThePluginsFault() {
		IllegalArgumentException unfitting = new IllegalArgumentException("does not fit");
		assertSame(unfitting, assertThrows(IllegalArgumentException.class, () -> PluginCalls.within(LONG, contribution("a"), "making", () -> {
			throw unfitting;
		})));
		Error fault = new NoClassDefFoundError("gone");
		assertSame(fault, assertThrows(ExecutionException.class, () -> PluginCalls.within(LONG, contribution("a"), "making", () -> {
			throw fault;
		})).getCause());
	}

	@Test
	void whatDoesNotComeBackIsNamedAndDisabled() throws InterruptedException {
		CountDownLatch interrupted = new CountDownLatch(1);
		Contribution hanging = contribution("hanging");
		ContributionException e = assertThrows(ContributionException.class,
				() -> PluginCalls.within(Duration.ofMillis(50), hanging, "making the task", () -> {
					try {
						Thread.sleep(Long.MAX_VALUE);
					} finally {
						interrupted.countDown();
					}
					return null;
				}));
		assertEquals("Plug-in org.example.hangs 1.0.0, task 'hanging': did not come back within 0 s from making the task; it is disabled until "
				+ "Nullcline is started again", e.getMessage());
		assertTrue(DisabledContributions.ofThisProcess().reason(hanging).orElseThrow().contains("did not come back"));
		// Whoever listens to an interruption ends; the others are left behind.
		interrupted.await();
	}

	@Test
	void aDisabledContributionIsBrokenForEverybody() {
		Contribution analysis = ContributionRegistry.read().find(ContributionKind.ANALYSIS, "dependent").orElseThrow();
		assertEquals(Optional.empty(), analysis.problem());
		DisabledContributions.ofThisProcess().disable(analysis, "was made to");
		try {
			assertTrue(ContributionRegistry.read().find(ContributionKind.ANALYSIS, "dependent").orElseThrow().problem().orElseThrow()
					.startsWith("was made to; it is disabled"));
		} finally {
			DisabledContributions.ofThisProcess().enable(analysis);
		}
		assertEquals(Optional.empty(), ContributionRegistry.read().find(ContributionKind.ANALYSIS, "dependent").orElseThrow().problem());
	}

	private static Contribution contribution(String id) {
		return new Contribution(ContributionKind.TASK, id, id, "", Optional.empty(), List.of(), "org.example.hangs", "1.0.0", Optional.empty(),
				null);
	}
}
