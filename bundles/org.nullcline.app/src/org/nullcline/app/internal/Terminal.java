package org.nullcline.app.internal;

import java.io.PrintStream;
import java.io.PrintWriter;

/** Results go to standard output, everything else to standard error, so that a result can be piped. */
final class Terminal {

	private final PrintWriter out;
	private final PrintWriter err;
	private final boolean interactive;
	private int statusLength;

	Terminal(PrintStream out, PrintStream err) {
		this.out = new PrintWriter(out, true);
		this.err = new PrintWriter(err, true);
		interactive = System.console() != null && System.console().isTerminal();
	}

	PrintWriter outWriter() {
		return out;
	}

	PrintWriter errWriter() {
		return err;
	}

	/** Whether somebody is looking, so that a line may be written over. */
	boolean isInteractive() {
		return interactive;
	}

	/** A line of the result. */
	synchronized void result(String line) {
		clearStatus();
		out.println(line);
	}

	/** A line about what is going on. */
	synchronized void message(String line) {
		clearStatus();
		err.println(line);
	}

	/** What went wrong. */
	synchronized void error(String line) {
		clearStatus();
		err.println("nullcline: " + line);
	}

	/** A line that the next one replaces. */
	synchronized void status(String line) {
		clearStatus();
		err.print(line);
		err.flush();
		statusLength = line.length();
	}

	private void clearStatus() {
		if (statusLength > 0) {
			err.print("\r" + " ".repeat(statusLength) + "\r");
			statusLength = 0;
		}
	}

	synchronized void flush() {
		clearStatus();
		out.flush();
		err.flush();
	}
}
