package org.nullcline.ui.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.nullcline.runs.Json;

/**
 * A measurement.
 *
 * @param what         was measured
 * @param milliseconds how long it took
 * @param bar          at most so long it should take
 * @param detail       more about it, or empty
 */
record Measured(String what, double milliseconds, double bar, String detail) {

	private String line() {
		return String.format(Locale.ROOT, "%-62s %9.1f ms  (at most %.0f ms)%s", what, milliseconds, bar, //$NON-NLS-1$
				detail.isEmpty() ? "" : "  " + detail); //$NON-NLS-1$ //$NON-NLS-2$
	}

	static String text(List<Measured> all) {
		return all.stream().map(Measured::line).collect(Collectors.joining(System.lineSeparator()));
	}

	static String json(List<Measured> all) {
		return Json.pretty(all.stream().map(Measured::content).toList()).stripTrailing();
	}

	private Map<String, Object> content() {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("what", what); //$NON-NLS-1$
		content.put("milliseconds", Math.round(milliseconds * 10) / 10.0); //$NON-NLS-1$
		content.put("bar", bar); //$NON-NLS-1$
		content.put("detail", detail); //$NON-NLS-1$
		return content;
	}
}
