package org.nullcline.app.internal;

import java.time.Duration;
import java.util.function.Supplier;

/** Says now and then how far something is: often where somebody is looking, every fifteen seconds in a log. */
final class ProgressLine {

	private static final long MILLISECONDS_BETWEEN_LINES = 15_000;
	private static final long MILLISECONDS_BETWEEN_STATUS = 250;

	private final Terminal terminal;
	private long lastShown;

	ProgressLine(Terminal terminal) {
		this.terminal = terminal;
		lastShown = System.currentTimeMillis();
	}

	/** From now on. */
	void restart() {
		lastShown = System.currentTimeMillis();
	}

	void show(Supplier<String> line) {
		long now = System.currentTimeMillis();
		if (terminal.isInteractive() && now - lastShown >= MILLISECONDS_BETWEEN_STATUS) {
			lastShown = now;
			terminal.status(line.get());
		} else if (!terminal.isInteractive() && now - lastShown >= MILLISECONDS_BETWEEN_LINES) {
			lastShown = now;
			terminal.message(line.get());
		}
	}

	/** A length of time for people to read. */
	static String duration(long nanoseconds) {
		Duration duration = Duration.ofNanos(nanoseconds);
		if (duration.toHours() > 0) {
			return duration.toHours() + " h " + duration.toMinutesPart() + " min";
		}
		return duration.toMinutes() > 0 ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
				: duration.toSeconds() + " s";
	}
}
