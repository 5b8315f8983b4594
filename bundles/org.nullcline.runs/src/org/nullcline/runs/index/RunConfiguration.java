package org.nullcline.runs.index;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every setting of a run with its resolved value, under the names by which {@code --set} knows them where there are such:
 * {@code task.bits}, {@code training.learningRate}. It consists of parts that runs of one study share, so that thousands of
 * configurations take little memory; whoever looks through all of them need look at each part once only.
 *
 * @param parts values by name; no name is in two parts
 */
public record RunConfiguration(List<Map<String, String>> parts) {

	/** Of a run about which nothing is known. */
	public static final RunConfiguration EMPTY = new RunConfiguration(List.of());

	public RunConfiguration {
		parts = List.copyOf(parts);
	}

	/** The value of a setting, or null if the run has no such setting. */
	public String value(String name) {
		for (Map<String, String> part : parts) {
			String value = part.get(name);
			if (value != null) {
				return value;
			}
		}
		return null;
	}

	/** The names of all settings. */
	public Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		parts.forEach(part -> names.addAll(part.keySet()));
		return Collections.unmodifiableSet(names);
	}
}
