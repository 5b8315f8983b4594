package org.nullcline.comparison.table;

/** A filter expression cannot be understood; the message says why, and what would be right. */
public final class FilterSyntaxException extends Exception {

	private static final long serialVersionUID = 1L;

	private final int start;
	private final int end;

	FilterSyntaxException(String message, int start, int end) {
		super(message);
		this.start = start;
		this.end = end;
	}

	/** Where in the text the trouble begins. */
	public int start() {
		return start;
	}

	/** Where it ends, exclusive. */
	public int end() {
		return end;
	}
}
