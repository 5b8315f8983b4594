package org.nullcline.core.analysis;

/** What a measurement says of a claim. */
public enum Verdict {
	REPRODUCED("reproduced"), NOT_REPRODUCED("not reproduced"), UNDECIDED("undecided");

	private final String words;

	Verdict(String words) {
		this.words = words;
	}

	/** The verdict as people read it. */
	public String words() {
		return words;
	}
}
