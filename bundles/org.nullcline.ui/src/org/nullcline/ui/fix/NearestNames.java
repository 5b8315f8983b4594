package org.nullcline.ui.fix;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which known names somebody may have meant. */
final class NearestNames {

	private static final int MOST = 3;

	private NearestNames() {
	}

	/** At most three, the most similar first; those that are equally similar in their order. */
	static List<String> of(String wrong, Collection<String> known) {
		String given = wrong == null ? "" : wrong.strip().toLowerCase(Locale.ROOT); //$NON-NLS-1$
		return known.stream().filter(name -> !name.equals(wrong))
				.sorted(Comparator.comparingInt(name -> distance(given, name.toLowerCase(Locale.ROOT)))).limit(MOST).toList();
	}

	/** Levenshtein's distance: how many letters must be put in, taken out or replaced. A name that begins alike is near. */
	static int distance(String one, String other) {
		if (!one.isEmpty() && other.startsWith(one) && other.length() > one.length()) {
			return 1;
		}
		int[] before = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			before[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] now = new int[other.length() + 1];
			now[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
				now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
			}
			before = now;
		}
		return before[other.length()];
	}
}
