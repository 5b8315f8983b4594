package org.nullcline.app.internal;

/** The exit codes of all commands. */
final class ExitCode {

	/** All that was asked for is done. */
	static final int DONE = 0;
	/** Bad usage, or an invalid study or file. */
	static final int USAGE = 2;
	/** A run or an analysis failed. */
	static final int FAILED = 3;
	/** Cancelled by the user. */
	static final int CANCELLED = 130;

	private ExitCode() {
	}
}
