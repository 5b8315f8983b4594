package org.nullcline.app.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.nullcline.core.registry.Contribution;
import org.nullcline.core.registry.ContributionKind;
import org.nullcline.core.registry.ContributionRegistry;
import org.nullcline.core.registry.Culprits;

/** Says which plug-in of others a command is waiting for, once it has waited for long: an importer, an exporter, an analysis, a task. */
final class Impatience implements AutoCloseable {

	private static final int LOOKS = 10;

	private final Duration patience;
	private final Supplier<Optional<Contribution>> culprit;
	private final Consumer<String> say;
	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
		Thread thread = new Thread(task, "Watch of a command");
		thread.setDaemon(true);
		return thread;
	});
	private Contribution suspect;
	private int looks;

	/**
	 * @param culprit whose code the command is in at the moment
	 * @param say     is told once of each that does not come back
	 */
	Impatience(Duration patience, Supplier<Optional<Contribution>> culprit, Consumer<String> say) {
		this.patience = patience;
		this.culprit = culprit;
		this.say = say;
		long pause = Math.max(1, patience.toMillis() / LOOKS);
		clock.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
	}

	/** Watches the calling thread. */
	static Impatience withThisThread(Duration patience, Consumer<String> say) {
		Thread thread = Thread.currentThread();
		return new Impatience(patience, () -> {
			List<Contribution> suspects = ofOthers();
			return suspects.isEmpty() ? Optional.empty() : Culprits.of(thread.getStackTrace(), suspects);
		}, say);
	}

	private static List<Contribution> ofOthers() {
		ContributionRegistry registry = ContributionRegistry.read();
		return Arrays.stream(ContributionKind.values()).flatMap(kind -> registry.all(kind).stream())
				.filter(contribution -> !Culprits.isBuiltIn(contribution)).toList();
	}

	private void look() {
		Optional<Contribution> found = culprit.get();
		boolean same = found.isPresent() && suspect != null && found.get().plugin().equals(suspect.plugin())
				&& found.get().label().equals(suspect.label());
		looks = same ? looks + 1 : 0;
		suspect = found.orElse(null);
		if (looks == LOOKS) {
			say.accept("plug-in " + suspect.plugin() + ", " + suspect.label() + ": has not come back for " + patience.toSeconds()
					+ " s. It may be working or may hang; Ctrl-C ends the command.");
		}
	}

	@Override
	public void close() {
		clock.shutdownNow();
	}
}
