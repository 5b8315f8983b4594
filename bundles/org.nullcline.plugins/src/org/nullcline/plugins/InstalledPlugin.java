package org.nullcline.plugins;

import java.util.List;

/**
 * A plug-in of this installation.
 *
 * @param id            symbolic name; a file's name where it has none
 * @param version       or empty, if unknown
 * @param vendor        or empty
 * @param origin        how it came here
 * @param state         whether it can be used
 * @param contributions what it adds: "task 'flip-flop'"
 * @param problems      why it, or part of it, cannot be used
 */
public record InstalledPlugin(String id, String version, String vendor, Origin origin, State state,
		List<String> contributions, List<String> problems) {

	/** How a plug-in came into the installation. */
	public enum Origin {
		BUILT_IN("built in"), INSTALLED("installed"), DROPINS("dropins"), WORKSPACE("workspace"), OTHER("other");

		private final String words;

		Origin(String words) {
			this.words = words;
		}

		@Override
		public String toString() {
			return words;
		}
	}

	/** Whether a plug-in can be used. */
	public enum State {
		/** All that it contributes is there. */
		USABLE("usable"),
		/** Some of what it contributes cannot be used. */
		BROKEN("broken"),
		/** Something that it needs is not there, so nothing of it is. */
		UNRESOLVED("does not resolve"),
		/** It lies in the installation and is no part of it. */
		LEFT_OUT("left out");

		private final String words;

		State(String words) {
			this.words = words;
		}

		@Override
		public String toString() {
			return words;
		}
	}

	public InstalledPlugin {
		contributions = List.copyOf(contributions);
		problems = List.copyOf(problems);
	}
}
