package org.nullcline.core.analysis;

import java.util.List;
import java.util.Map;

/**
 * Things that a program reads one by one, such as the points that a search has found. Arrays hold the same for computing
 * with all of them at once.
 *
 * @param name  of the things, for example {@code points}; it becomes a file name
 * @param items their fields by name: numbers, truth values, texts, and arrays of these
 */
public record Listing(String name, List<Map<String, Object>> items) {

	public Listing {
		items = List.copyOf(items);
		if (!name.matches("[a-z0-9][a-z0-9_-]*")) {
			throw new IllegalArgumentException("listing '" + name + "': only lower-case letters, digits, hyphens and underscores");
		}
	}
}
