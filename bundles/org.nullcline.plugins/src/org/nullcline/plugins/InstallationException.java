package org.nullcline.plugins;

import java.util.List;

/** A plug-in cannot be installed or taken away; nothing has changed. */
public class InstallationException extends Exception {

	private static final long serialVersionUID = 1L;

	private final List<String> problems;

	/** @param problems full sentences that name the plug-in and say what would be right, at least one */
	public InstallationException(List<String> problems) {
		super(String.join("\n", problems));
		this.problems = List.copyOf(problems);
	}

	public InstallationException(String problem) {
		this(List.of(problem));
	}

	public List<String> problems() {
		return problems;
	}
}
