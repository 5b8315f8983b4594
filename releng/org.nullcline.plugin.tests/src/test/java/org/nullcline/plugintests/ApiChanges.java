package org.nullcline.plugintests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What plug-ins of the last release would stumble over. */
final class ApiChanges {

	private ApiChanges() {
	}

	/**
	 * Incompatible changes, each beginning with the name of what has changed.
	 *
	 * @param before signatures of the last release
	 * @param after  signatures now
	 */
	static List<String> incompatible(SortedMap<String, String> before, SortedMap<String, String> after) {
		List<String> changes = new ArrayList<>();
		before.forEach((name, words) -> {
			String now = after.get(name);
			if (now == null) {
				changes.add(name + ": is gone");
			} else if (!now.equals(words) && !loosened(words, now)) {
				changes.add(name + ": was '" + words + "', is '" + now + "'");
			}
		});
		for (Map.Entry<String, String> added : after.entrySet()) {
			int member = added.getKey().indexOf('#');
			// What somebody has implemented lacks the new method.
			if (!before.containsKey(added.getKey()) && member > 0 && has(added.getValue(), "abstract")
					&& implementable(before.get(added.getKey().substring(0, member)))) {
				changes.add(added.getKey() + ": is new and has no default");
			}
		}
		return changes;
	}

	private static boolean implementable(String type) {
		return type != null && has(type, "abstract") && !type.contains(" permits ");
	}

	/** Whether the only difference is that something may be overridden, extended or changed, or need not be implemented. */
	private static boolean loosened(String before, String after) {
		List<String> words = new ArrayList<>(List.of(before.split(" ")));
		words.removeAll(List.of("final", "abstract"));
		return !before.contains("interface") && words.equals(List.of(after.split(" ")));
	}

	private static boolean has(String words, String word) {
		return (" " + words + " ").contains(" " + word + " ");
	}
}
