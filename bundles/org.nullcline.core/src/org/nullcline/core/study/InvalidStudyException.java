package org.nullcline.core.study;

import java.util.List;

/** A study cannot be read or run. Each problem is one line that names file or element and the way out. */
public class InvalidStudyException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient List<String> problems;

	public InvalidStudyException(List<String> problems) {
		super(String.join(System.lineSeparator(), problems));
		this.problems = List.copyOf(problems);
	}

	/** At least one line. */
	public List<String> problems() {
		return problems;
	}
}
